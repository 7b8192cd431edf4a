"""manage.py issue_synthesis --group wgec --meeting 2: the synthesis of a meeting, as the public
sees it."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from deliberations.data import synthesis_data
from deliberations.models import Meeting, WorkingGroup
from deliberations.papers.pdf import pdf_of
from deliberations.papers.word import docx_of
from deliberations.readings.synthesis import Synthesis, synthesis_of


def as_text(synthesis: Synthesis) -> str:
    return synthesis.text


def as_page(synthesis: Synthesis) -> str:
    """A page that needs no other file: its style sheet is in it."""
    sheet = Path(str(finders.find("deliberations/synthesis.css"))).read_text(encoding="utf-8")
    style = format_html("<style>{}</style>", mark_safe(sheet))  # noqa: S308 - a file of ours
    context = {"synthesis": synthesis, "style": style}
    return str(render_to_string("parts/synthesis_alone.html", context))


def as_data(synthesis: Synthesis) -> str:
    """The same as the page's own data."""
    return json.dumps(synthesis_data(synthesis), ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Synthesis], str | bytes]] = {
    "txt": as_text,
    "html": as_page,
    "json": as_data,
    "docx": docx_of,
    "pdf": pdf_of,
}


class Command(BaseCommand):
    help = _("Write the synthesis of a meeting, as the public sees it.")

    requires_system_checks = []  # they take longer than the command

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--group", required=True, help=_("its address, as wgec"))
        parser.add_argument("--meeting", required=True, type=int, help=_("its number"))
        parser.add_argument("--format", choices=FORMATS, default="txt")
        parser.add_argument("--output", help=_("the file to write; else it is printed"))

    def handle(
        self, *, group: str, meeting: int, format: str, output: str | None, **options: Any
    ) -> None:
        written = FORMATS[format](find_synthesis(group, meeting))
        if output is None and isinstance(written, bytes):
            raise CommandError(
                _("A %(format)s is no text to print: name a file with --output.")
                % {"format": format}
            )
        if output is None:
            self.stdout.write(str(written), ending="")
            return
        try:
            Path(output).write_bytes(written if isinstance(written, bytes) else written.encode())
        except (OSError, ValueError) as trouble:
            why = getattr(trouble, "strerror", None) or trouble
            raise CommandError(
                _("%(file)s can’t be written: %(why)s.") % {"file": output, "why": why}
            ) from None


def find_synthesis(slug: str, number: int) -> Synthesis:
    public = AnonymousUser()
    group = WorkingGroup.objects.visible_to(public).filter(slug=slug).first()
    if group is None:
        raise CommandError(_("There is no working group “%(slug)s” here.") % {"slug": slug})
    meetings = Meeting.objects.visible_to(public).select_related("group")
    meeting = meetings.filter(group=group, number=number).first()
    if meeting is None:
        raise CommandError(_("The group has no meeting %(number)d.") % {"number": number})
    synthesis = synthesis_of(meeting, public)
    if not synthesis.is_there:
        raise CommandError(
            _("The public record holds no decision of meeting %(number)d.") % {"number": number}
        )
    return synthesis
