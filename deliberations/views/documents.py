"""Documents of the group, what was issued from its record, papers filed with it, and sources."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from deliberations.data import (
    contribution_data,
    document_data,
    group_data,
    issue_data,
    issued_data,
    source_data,
)
from deliberations.models import Authorship, Contribution, Document, Element, Source
from deliberations.readings.issues import issued_of, issues_seen
from deliberations.views.answers import answer
from deliberations.views.finding import find_group, find_issue
from deliberations.views.papers import docx_file, pdf_file, taken_along


def document_list(request: HttpRequest, group: str) -> HttpResponse:
    working_group = find_group(request, group)
    reader = request.user
    documents = (
        Document.objects.visible_to(reader)
        .filter(group=working_group)
        .select_related("meeting", "source")
        .order_by("dated", "title")
    )
    contributions = (
        Contribution.objects.visible_to(reader)
        .filter(group=working_group)
        .select_related("question", "meeting", "source")
        .prefetch_related(
            Prefetch("authorships", Authorship.objects.select_related("contributor"))
        )
        .order_by("dated", "title")
    )
    issues = issues_seen(reader, group=working_group)
    sources = Source.objects.visible_to(reader).filter(group=working_group)

    return answer(
        request,
        "documents/list.html",
        {
            "group": working_group,
            "issues": issues,
            "has_report": Element.objects.visible_to(reader).filter(group=working_group).exists(),
            "documents": documents,
            "contributions": contributions,
            "sources": sources.order_by("dated", "title"),
        },
        data=lambda: {
            "group": group_data(working_group),
            "issued": [issue_data(issue, group) for issue in issues],
            "documents": [document_data(document) for document in documents],
            "contributions": [contribution_data(c) for c in contributions],
            "sources": [source_data(source) for source in sources],
        },
    )


def document_detail(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """An issued document: its text for good, and what the record says differently today."""
    issue = find_issue(request, group, number)
    issued = issued_of(issue, request.user)

    return answer(
        request,
        "documents/detail.html",
        {"group": issue.group, "issue": issue, "issued": issued},
        data=lambda: issued_data(issued, group),
    )


def document_text(request: HttpRequest, group: str, number: int) -> HttpResponse:
    return taken_along(find_issue(request, group, number).text, "text/plain; charset=utf-8")


def document_docx(request: HttpRequest, group: str, number: int) -> HttpResponse:
    issue = find_issue(request, group, number)

    return docx_file(bytes(issue.docx), issue.name)


def document_pdf(request: HttpRequest, group: str, number: int) -> HttpResponse:
    issue = find_issue(request, group, number)

    return pdf_file(bytes(issue.pdf), issue.name)
