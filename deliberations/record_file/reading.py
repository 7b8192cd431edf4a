"""From the bytes of a record file to its checked content, or to all that is wrong with it."""

import json
from pathlib import Path
from typing import Any, NoReturn
from zipfile import is_zipfile

from django.utils.translation import gettext as _

from deliberations.record_file.consistency import check_consistency
from deliberations.record_file.files import Files, Folder, NoFiles, check_files
from deliberations.record_file.kinds import Doubled, read
from deliberations.record_file.places import Malformed, Place, nearest, printable, quoted
from deliberations.record_file.shape import RECORD, VERSION
from deliberations.record_file.unpacking import RECORD_FILE, Archive

type Content = dict[str, Any]
"""A record file as read: every name of the shape is there, days are dates, lists are tuples.

files: gives the bytes of the files that it names.
"""


def read_record_file(path: Path) -> Content:
    """Read and check a file, or an archive that holds one.

    Raises Malformed with everything found, each with its place.
    """
    file = str(path)
    try:
        if is_zipfile(path):
            archive = Archive(path, Place(file))
            return read_record(archive.record(), f"{file}: {RECORD_FILE}", archive)
        raw = path.read_bytes()
    except OSError as error:
        raise Malformed([f"{file}: {error.strerror}."]) from None
    return read_record(raw, file, Folder(path.parent))


def read_record(raw: bytes, file: str, files: Files | None = None) -> Content:
    """Read and check the bytes of a file named `file` in messages.

    files: those that it names; None where there are none.
    """
    files = files or NoFiles()
    place = Place(file)
    value = parsed(raw, place)
    content = read(RECORD, value, place) or {}
    if not place.problems and content["version"] != VERSION:
        (place / "version").wrong(
            _("%(version)d is not a version this program reads (%(known)d).")
            % {"version": content["version"], "known": VERSION}
        )
    if isinstance(value, dict):
        check_references(content, place)
    if not place.problems:
        check_consistency(content, place)
    if not place.problems:
        check_files(content, files, place)
        content["files"] = files
    if place.problems:
        raise Malformed(place.problems)
    return content


def parsed(raw: bytes, place: Place) -> Any:
    def refuse(name: str) -> NoReturn:
        raise ValueError(name)

    try:
        text = raw.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=Doubled, parse_constant=refuse)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        place.wrong(_("line %(line)d is not text in UTF-8.") % {"line": line})
    except json.JSONDecodeError as error:
        place.wrong(
            _("is not JSON: line %(line)d, column %(column)d: %(reason)s.")
            % {"line": error.lineno, "column": error.colno, "reason": error.msg}
        )
    except RecursionError:
        place.wrong(_("is nested too deeply."))
    except ValueError:
        place.wrong(_("holds a number that is none (NaN, Infinity) or far too long."))
    raise Malformed(place.problems)


def check_references(content: Content, place: Place) -> None:
    """Whatever is named is there. References to a part that can't be read are left out."""
    there = names_in(content)
    for at, to, value in place.references:
        if to in there and value not in there[to]:
            at.wrong(
                _("%(value)s is not one of the file's %(things)s%(all)s.%(hint)s")
                % {
                    "value": quoted(value),
                    "things": to,
                    "all": few(there[to]),
                    "hint": nearest(str(value), tuple(map(str, there[to]))),
                }
            )


def names_in(content: Content) -> dict[str, dict[Any, None]]:
    """What can be referred to, by the names used for it; no entry for a part that is malformed."""
    acts = content.get("acts")
    names: dict[str, Any] = {
        "sources": content.get("sources"),
        "qualifiers": content.get("qualifiers"),
        "questions": named(content.get("questions"), "number"),
        "meetings": named(content.get("meetings"), "number"),
        "contributors": content.get("contributors"),
        "contributions": named(content.get("contributions"), "title"),
        "elements": named(acts, "element", "propose_element"),
        "decisions": named(acts, "decision", "record_decision", "correct_decision"),
        "statements": named(acts, "key", "make_statement"),
    }
    return {to: dict.fromkeys(there) for to, there in names.items() if there is not None}


def named(things: Any, name: str, *acts: str) -> list[Any] | None:
    """The names of the things (of the acts that are one of `acts`); None if any can't be read."""
    if things is None or None in things:
        return None
    names = [thing[name] for thing in things if not acts or thing["act"] in acts]
    if name == "key":
        return [key for key in names if key is not None]
    return None if None in names else names


def few(names: dict[Any, None]) -> str:
    """All names where they are few."""
    if not names:
        return f" ({_('there are none')})"
    return f" ({printable(', '.join(map(str, names)))})" if len(names) <= 6 else ""
