"""manage.py issue_report --group wgec: the report of a group, as the public sees it.

A command of its own, not issue_synthesis without a meeting: nobody who forgets a word should get,
or issue, another document than they meant.
"""

from typing import Any, cast

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import moment_data, report_data
from deliberations.management.issuing import IssuingCommand, find_group
from deliberations.models import WorkingGroup
from deliberations.readings.moments import Moment
from deliberations.readings.report import Report, report_of
from deliberations.readings.texts import Text


class Command(IssuingCommand):
    help = _("Write the report of a group, as the public sees it; or issue it.")

    sheets = ("synthesis.css", "report.css")
    body = "parts/text.html"

    def handle(self, *, group: str, **options: Any) -> None:
        self.do(find_group(group), None, **options)

    def find(self, group: WorkingGroup, reader: permissions.Person, moment: Moment) -> Text:
        report = report_of(group, reader, moment)
        if not report.is_there:
            raise CommandError(_("The public record holds no element to report on."))
        return report

    def data_of(self, text: Text, moment: Moment) -> dict[str, Any]:
        return report_data(cast("Report", text)) | moment_data(moment)
