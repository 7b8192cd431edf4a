"""What the commands have in common that write a text of the record to a file, and issue it."""

import json
from abc import ABC, abstractmethod
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import Meeting, User, WorkingGroup
from deliberations.operations import Refused, issue_document
from deliberations.papers.issuing import docx_in_style, frozen, written
from deliberations.papers.pdf import pdf_of
from deliberations.readings.moments import Moment, NotAMoment, moment_said
from deliberations.readings.parts import Layout
from deliberations.readings.texts import Text
from wgec.database.moment import at_one_moment

FORMATS = ("txt", "html", "json", "docx", "pdf")


class IssuingCommand(BaseCommand, ABC):
    """Writes one text of the record, as the public sees it."""

    sheets: tuple[str, ...]
    body: str
    """Of the page that stands alone: its style sheets, and the template of what is in it."""

    requires_system_checks = []  # they take longer than the command

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--group", required=True, help=_("its address, as wgec"))
        parser.add_argument("--format", choices=FORMATS, default="txt")
        parser.add_argument("--output", help=_("the file to write; else it is printed"))
        parser.add_argument(
            "--at", default="", help=_("as it stood then: a meeting’s number, a day or an instant")
        )
        parser.add_argument(
            "--known", default="", help=_("as the record knew it then: a day or an instant")
        )
        parser.add_argument(
            "--issue", action="store_true", help=_("freeze it as a numbered document")
        )
        parser.add_argument("--by", help=_("the username of who issues it"))

    # ---- of each text its own

    @abstractmethod
    def find(self, group: WorkingGroup, reader: permissions.Person, moment: Moment) -> Text:
        """The text as of the moment; CommandError where there is none."""

    @abstractmethod
    def data_of(self, text: Text, moment: Moment) -> dict[str, Any]:
        """The same as the page's own data."""

    # ---- of all

    def do(
        self,
        group: WorkingGroup,
        meeting: Meeting | None,
        *,
        format: str,
        output: str | None,
        at: str,
        known: str,
        issue: bool,
        by: str | None,
        **options: Any,
    ) -> None:
        """Issue the text if that is asked for; print it, or write its file."""
        moment = moment_of(group, at, known)
        if issue and moment.is_past:
            raise CommandError(
                _("What is issued is what the record says now: leave out --at and --known.")
            )
        if issue:
            self.issue(group, meeting, by)
        if output or not issue:
            self.write(group, moment, format, output)

    def write(self, group: WorkingGroup, moment: Moment, format: str, output: str | None) -> None:
        """Print the text, or write the file."""
        with at_one_moment():
            text = self.find(group, AnonymousUser(), moment)
            file = self.as_file(text, moment, format)
        if output is None and isinstance(file, bytes):
            raise CommandError(
                _("A %(format)s is no text to print: name a file with --output.")
                % {"format": format}
            )
        if output is None:
            self.stdout.write(str(file), ending="")
            return
        try:
            Path(output).write_bytes(file if isinstance(file, bytes) else file.encode())
        except (OSError, ValueError) as trouble:
            why = getattr(trouble, "strerror", None) or trouble
            raise CommandError(
                _("%(file)s can’t be written: %(why)s.") % {"file": output, "why": why}
            ) from None

    def as_file(self, text: Text, moment: Moment, format: str) -> str | bytes:
        writers: dict[str, Callable[[Text], str | bytes]] = {
            "txt": lambda text: text.text,
            "html": self.as_page,
            "json": lambda text: (
                json.dumps(self.data_of(text, moment), ensure_ascii=False, indent=1) + "\n"
            ),
            "docx": lambda text: docx_in_style(text)[0],
            "pdf": pdf_of,
        }
        try:
            return writers[format](text)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None

    def as_page(self, text: Text) -> str:
        """A page that needs no other file: its style sheets are in it."""
        found = [Path(str(finders.find(f"deliberations/{name}"))) for name in self.sheets]
        sheet = "".join(path.read_text(encoding="utf-8") for path in found)
        style = format_html("<style>{}</style>", mark_safe(sheet))  # noqa: S308 - files of ours
        layout = Layout(list(text.parts()))
        context = {"synthesis": text, "layout": layout, "language": get_language() or "en"}
        page = {"title": text.title, "style": style, "body": self.body, "group": None}
        return str(render_to_string("parts/alone.html", {**context, **page}))

    def issue(self, group: WorkingGroup, meeting: Meeting | None, by: str | None) -> None:
        """Freeze the text as the record tells it now; CommandError says what is in the way."""
        person = User.objects.filter(username=by or "").first()
        if person is None:
            raise CommandError(_("Say with --by who issues it: a username."))
        if not permissions.may(person, "issue_document", group):
            raise CommandError(_("Only the secretariat of the group does that."))
        public = permissions.PublicThen(meeting.pk if meeting else None)

        def now() -> Text:
            return self.find(group, public, Moment())

        text = now()
        try:
            issue = issue_document(
                group=group,
                meeting=meeting,
                written=written(text, text.document),
                still=lambda: frozen(now()),
                intention=uuid4(),
                by=person,
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(
            _("Issued as document %(number)d, SHA-256 %(checksum)s.")
            % {"number": issue.number, "checksum": issue.sha256}
        )


def find_group(slug: str) -> WorkingGroup:
    group = WorkingGroup.objects.visible_to(AnonymousUser()).filter(slug=slug).first()
    if group is None:
        raise CommandError(_("There is no working group “%(slug)s” here.") % {"slug": slug})
    return group


def moment_of(group: WorkingGroup, at: str, known: str) -> Moment:
    public = AnonymousUser()
    meetings = Meeting.objects.visible_to(public).filter(group=group)
    try:
        return moment_said(at.strip(), known.strip(), meetings, public, lambda: group.time_zone)
    except NotAMoment as trouble:
        raise CommandError(str(trouble)) from None
