"""The report of a group: as a page, as data, as plain text, as DOCX and PDF; and issued."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import moment_data, report_data
from deliberations.forms.issues import IssueForm
from deliberations.models import DocumentKind, Meeting
from deliberations.readings.issues import issues_seen
from deliberations.readings.moments import Moment
from deliberations.readings.parts import Layout
from deliberations.readings.report import Report, report_of
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_group
from deliberations.views.issuing import issued
from deliberations.views.papers import docx_answer, pdf_answer, taken_along
from deliberations.views.parameters import moment_asked


def group_report(request: HttpRequest, group: str) -> HttpResponse:
    """Where each element stands, by which decision, in which words; and what is reserved."""
    report, moment = find_report(request, group)
    found = report.group
    meetings = Meeting.objects.visible_to(request.user).filter(group=found).order_by("number")
    issues = issues_seen(request.user, group=found, meeting=None)
    may_issue = permissions.may(request.user, "issue_document", found)
    may_edit = permissions.may(request.user, "edit_surroundings", found)

    return answer(
        request,
        "groups/report.html",
        {
            "group": found,
            "report": report,
            "moment": moment,
            "meetings": meetings,
            "layout": Layout(list(report.parts())),
            "edited_at": where_edited(report) if may_edit else "",
            "issues": None if moment.is_past else issues,
            "form": IssueForm() if may_issue and not moment.is_past else None,
        },
        data=lambda: report_data(report) | moment_data(moment),
    )


def group_report_issue(request: HttpRequest, group: str) -> HttpResponse:
    """Freeze the report, as the public reads it."""
    report, _moment = find_report(request, group)
    found = report.group

    return issued(
        request,
        found,
        None,
        text=lambda: report_of(found, permissions.PublicThen()),
        back=reverse("group_report", kwargs={"group": group}),
    )


def group_report_text(request: HttpRequest, group: str) -> HttpResponse:
    report, _moment = find_report(request, group)

    return taken_along(report.text, "text/plain; charset=utf-8")


def group_report_docx(request: HttpRequest, group: str) -> HttpResponse:
    report, moment = find_report(request, group)

    return docx_answer(report, f"{group}-report{moment.suffix}")


def group_report_pdf(request: HttpRequest, group: str) -> HttpResponse:
    report, moment = find_report(request, group)

    return pdf_answer(report, f"{group}-report{moment.suffix}")


def find_report(request: HttpRequest, group: str) -> tuple[Report, Moment]:
    """The report as of the moment that the address asks for. A group of whose elements the reader
    sees none has none.
    """
    found = find_group(request, group)
    moment = moment_asked(request, found)
    report = report_of(found, request.user, moment)
    if not report.is_there:
        raise NotThere(
            _("The record held no element to report on at that moment.")
            if moment.is_past
            else _("The record holds no element to report on.")
        )
    return report, moment


def where_edited(report: Report) -> str:
    """The form with the report's own words; a new one that knows already what it is about."""
    if report.document:
        return reverse("admin:deliberations_document_change", args=[report.document.pk])
    known = {"group": report.group.pk, "kind": DocumentKind.REPORT}
    return f"{reverse('admin:deliberations_document_add')}?{urlencode(known)}"
