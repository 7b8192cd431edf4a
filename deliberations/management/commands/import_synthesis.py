"""manage.py import_synthesis FILE --group wgec --meeting 2: what a document says was decided."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from deliberations.imports.files import kind_of
from deliberations.imports.limited import Refusal, read_file
from deliberations.imports.unreadable import Unreadable
from deliberations.models import Meeting, User
from deliberations.operations import Refused, import_document
from deliberations.readings.import_words import REMARKS, UNREADABLE, WHY
from deliberations.readings.imports import Passage, Reading, reading_of
from deliberations.record_file.recording import Chosen, keep_own_words, record_passage


class Command(BaseCommand):
    help = _("Read what a document says was decided; with --record, record what is certain.")

    requires_system_checks = []  # they take longer than the command

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help=_("a .txt, .md, .docx or .pdf"))
        parser.add_argument("--group", required=True, help=_("its address, as wgec"))
        parser.add_argument("--meeting", required=True, type=int, help=_("its number"))
        parser.add_argument("--record", action="store_true", help=_("record what is certain"))
        parser.add_argument("--by", help=_("the username of who records"))

    def handle(
        self, *, file: str, group: str, meeting: int, record: bool, by: str | None, **options: Any
    ) -> None:
        found = Meeting.objects.select_related("group").filter(group__slug=group, number=meeting)
        of = found.first()
        if of is None:
            raise CommandError(
                _("There is no meeting %(number)d of a group “%(slug)s” here.")
                % {"number": meeting, "slug": group}
            )
        person = User.objects.filter(username=by or "").first()
        if record and person is None:
            raise CommandError(_("Say with --by whose act the recording is: a username."))
        content, kind, text, remarks = self.read(file)
        # Who reads at the command line has the database; the record is seen in full.
        reader = person or secretary_like(of)
        reading = reading_of(text, kind, of, reader, [])
        for remark in remarks:
            self.stderr.write(str(REMARKS[remark.partition(":")[0]]))
        self.tell(reading)
        if record and person is not None:
            self.record(of, Path(file).name, kind, content, text, remarks, reading, person)

    def read(self, file: str) -> tuple[bytes, str, str, list[str]]:
        try:
            content = Path(file).read_bytes()
            kind = kind_of(file)
            text, remarks = read_file(content, kind, self.progress)
        except OSError as trouble:
            raise CommandError(f"{file}: {trouble.strerror}") from None
        except (Unreadable, Refusal) as refusal:
            raise CommandError(f"{file}: {UNREADABLE[refusal.why]}") from None
        return content, kind, text, remarks

    def progress(self, done: int, of: int) -> None:
        if of > 20 and (done % 20 == 0 or done == of):
            self.stderr.write(_("%(done)d of %(of)d read") % {"done": done, "of": of})

    def tell(self, reading: Reading) -> None:
        for passage in reading.passages:
            self.stdout.write(line_of(passage))
            for match in passage.matches:
                where = match.standing.element.reference if match.standing else _("new")
                near = "".join(f" ≈ {s.element} {likeness} %" for s, likeness in match.near)
                self.stdout.write(f"       {where:<6} {match.item.text}{near}")
            for doubt in passage.doubts:
                self.stdout.write(f"       ? {doubt}")
            for above in passage.disposal.disclaimers:
                self.stdout.write(f"       ? ¶{above.paragraph} {above.text}")
        for left in reading.understood.not_understood:
            words = f" “{left.text}”" if left.text else ""
            self.stdout.write(f"¶{left.paragraph:<4} {WHY[left.why]}{words}")
        if not reading.passages:
            self.stdout.write(_("Nothing was understood as a disposition."))

    def record(
        self,
        meeting: Meeting,
        name: str,
        kind: str,
        content: bytes,
        text: str,
        remarks: list[str],
        reading: Reading,
        by: User,
    ) -> None:
        try:
            document = import_document(
                meeting=meeting,
                name=name,
                kind=kind,
                content=content,
                text=text,
                remarks=remarks,
                passages=[str(passage.key) for passage in reading.passages],
                title=reading.understood.title,
                dated=reading.understood.dated,
                by=by,
            )
            for passage in reading.certain:
                decision = record_passage(
                    document=document, passage=passage, chosen=Chosen.as_read(passage), by=by
                )
                words = decision.reference if decision else _("withdrawn")
                self.stdout.write(f"¶{passage.disposal.paragraph:<4} → {words}")
            keep_own_words(document, reading, by)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        left = [passage for passage in reading.passages if not passage.is_certain]
        if left:
            self.stdout.write(
                _("Left to be looked at on the page: %(count)d.") % {"count": len(left)}
            )


def line_of(passage: Passage) -> str:
    """A passage in a line: where, what, on what basis, how certain."""
    disposal = passage.disposal
    parts = [
        _(" or ").join(words.meaning for words in disposal.outcomes),
        disposal.basis.meaning if disposal.basis else "not-stated",
        ", ".join(words.meaning for words in disposal.qualifiers),
        passage.heading.name if passage.heading else "",
    ]
    mark = "✓" if passage.is_certain else "?"
    if passage.decision:
        mark = passage.decision.reference
    said = " · ".join(part for part in parts if part)
    return f"¶{disposal.paragraph:<4} {mark} {said} · “{disposal.sentence}”"


def secretary_like(meeting: Meeting) -> User:
    """Somebody who sees the record as its secretariat does: who runs commands sees all of it."""
    person = User(username="")
    person.__dict__["roles"] = {meeting.group_id: "secretariat"}
    return person
