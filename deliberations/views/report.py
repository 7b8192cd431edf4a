"""The report of a group: as a page, as data, as plain text, as DOCX and PDF; and issued."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import report_data
from deliberations.forms.issues import IssueForm
from deliberations.models import DocumentKind
from deliberations.readings.issues import issues_seen
from deliberations.readings.parts import Layout
from deliberations.readings.report import Report, report_of
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_group
from deliberations.views.issuing import issued
from deliberations.views.papers import docx_answer, pdf_answer, taken_along


def group_report(request: HttpRequest, group: str) -> HttpResponse:
    """Where each element stands, by which decision, in which words; and what is reserved."""
    report = find_report(request, group)
    found = report.group
    may_issue = permissions.may(request.user, "issue_document", found)
    may_edit = permissions.may(request.user, "edit_surroundings", found)

    return answer(
        request,
        "groups/report.html",
        {
            "group": found,
            "report": report,
            "layout": Layout(list(report.parts())),
            "edited_at": where_edited(report) if may_edit else "",
            "issues": issues_seen(request.user, group=found, meeting=None),
            "form": IssueForm() if may_issue else None,
        },
        data=lambda: report_data(report),
    )


def group_report_issue(request: HttpRequest, group: str) -> HttpResponse:
    """Freeze the report, as the public reads it."""
    found = find_report(request, group).group

    return issued(
        request,
        found,
        None,
        text=lambda: report_of(found, permissions.PublicThen()),
        back=reverse("group_report", kwargs={"group": group}),
    )


def group_report_text(request: HttpRequest, group: str) -> HttpResponse:
    report = find_report(request, group)

    return taken_along(report.text, "text/plain; charset=utf-8")


def group_report_docx(request: HttpRequest, group: str) -> HttpResponse:
    report = find_report(request, group)

    return docx_answer(report, f"{group}-report")


def group_report_pdf(request: HttpRequest, group: str) -> HttpResponse:
    report = find_report(request, group)

    return pdf_answer(report, f"{group}-report")


def find_report(request: HttpRequest, group: str) -> Report:
    """A group of whose elements the reader sees none has none."""
    report = report_of(find_group(request, group), request.user)
    if not report.is_there:
        raise NotThere(_("The record holds no element to report on."))
    return report


def where_edited(report: Report) -> str:
    """The form with the report's own words; a new one that knows already what it is about."""
    if report.document:
        return reverse("admin:deliberations_document_change", args=[report.document.pk])
    known = {"group": report.group.pk, "kind": DocumentKind.REPORT}
    return f"{reverse('admin:deliberations_document_add')}?{urlencode(known)}"
