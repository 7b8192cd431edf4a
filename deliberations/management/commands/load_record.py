"""manage.py load_record FILE: the record of a group from its file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliberations.record_file import (
    MOST_PROBLEMS,
    Loaded,
    Malformed,
    Progress,
    load_record,
    read_record_file,
)

LINE_EACH = 500
"""Acts between two lines where the output is no terminal."""


class Command(BaseCommand):
    help = _(
        "Load the record of a working group from a file (its shape: fixtures/README.md). What the "
        "record holds already is left alone; a file that is malformed or contradicts the record "
        "loads nothing."
    )

    requires_system_checks = []  # they take longer than the command

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help=_("as in fixtures/wgec.json"))
        parser.add_argument("--quiet", action="store_true", help=_("say nothing but problems"))

    def handle(self, *, file: str, quiet: bool, **options: Any) -> None:
        try:
            content = read_record_file(Path(file))
            loaded = load_record(content, file, progress=None if quiet else self.progress(file))
        except Malformed as malformed:
            raise CommandError(told(malformed)) from None
        if not quiet:
            self.stdout.write(summary(loaded, file))
            for sentence in loaded.kept:
                self.stdout.write(sentence)

    def progress(self, file: str) -> Progress:
        """Counts in one line on a terminal, else a line now and then."""
        is_terminal = self.stdout.isatty()

        def tell(done: int, total: int) -> None:
            count = _("%(file)s: %(done)d of %(total)d") % {
                "file": file,
                "done": done,
                "total": total,
            }
            if is_terminal:
                self.stdout.write(f"\r{count}", ending="\r\033[K" if done == total else "")
                self.stdout.flush()
            elif done and (done % LINE_EACH == 0):
                self.stdout.write(count)

        return tell


def told(malformed: Malformed) -> str:
    problems = malformed.problems
    lines = problems[:MOST_PROBLEMS]
    if len(problems) > len(lines):
        lines.append(_("… and %(number)d more.") % {"number": len(problems) - len(lines)})
    return "\n".join([*lines, _("Nothing was loaded.")])


def summary(loaded: Loaded, file: str) -> str:
    done = [
        f"{number} {what._meta.verbose_name if number == 1 else what._meta.verbose_name_plural}"
        for what, number in loaded.made.items()
        if not isinstance(what, str)
    ]
    if number := loaded.made["detail"]:
        done.append(
            ngettext(
                "%(number)d detail brought up to date",
                "%(number)d details brought up to date",
                number,
            )
            % {"number": number}
        )
    if number := loaded.made["move"]:
        done.append(
            ngettext("%(number)d step of a meeting", "%(number)d steps of meetings", number)
            % {"number": number}
        )
    if not done:
        return _("%(file)s: the record holds all of it already.") % {"file": file}
    return _("%(file)s: loaded %(done)s.") % {"file": file, "done": ", ".join(done)}
