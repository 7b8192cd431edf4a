"""manage.py issue_synthesis --group wgec --meeting 2: the synthesis of a meeting, as the public
sees it."""

from argparse import ArgumentParser
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import moment_data, synthesis_data
from deliberations.management.issuing import IssuingCommand, find_group
from deliberations.models import Meeting, WorkingGroup
from deliberations.readings.moments import Moment
from deliberations.readings.synthesis import Synthesis, synthesis_of
from deliberations.readings.texts import Text


class Command(IssuingCommand):
    help = _("Write the synthesis of a meeting, as the public sees it; or issue it.")

    sheets = ("synthesis.css",)
    body = "parts/synthesis.html"
    meeting: Meeting

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--meeting", required=True, type=int, help=_("its number"))

    def handle(self, *, group: str, meeting: int, **options: Any) -> None:
        found = find_group(group)
        meetings = Meeting.objects.visible_to(AnonymousUser()).select_related("group")
        numbered = meetings.filter(group=found, number=meeting).first()
        if numbered is None:
            raise CommandError(_("The group has no meeting %(number)d.") % {"number": meeting})
        self.meeting = numbered
        self.do(found, numbered, **options)

    def find(self, group: WorkingGroup, reader: permissions.Person, moment: Moment) -> Text:
        synthesis = synthesis_of(self.meeting, reader, moment=moment)
        if not synthesis.is_there:
            raise CommandError(
                _("The public record holds no decision of meeting %(number)d.")
                % {"number": self.meeting.number}
            )
        return synthesis

    def data_of(self, text: Text, moment: Moment) -> dict[str, Any]:
        return synthesis_data(cast("Synthesis", text)) | moment_data(moment)
