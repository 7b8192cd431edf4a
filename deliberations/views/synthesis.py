"""The synthesis of a meeting: as a page, as data, as plain text, as DOCX and PDF; and issued."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import moment_data, synthesis_data
from deliberations.forms.issues import IssueForm
from deliberations.models import DocumentKind
from deliberations.readings.issues import issues_seen
from deliberations.readings.moments import Moment
from deliberations.readings.synthesis import Synthesis, synthesis_of
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_meeting
from deliberations.views.issuing import issued
from deliberations.views.papers import docx_answer, pdf_answer, taken_along
from deliberations.views.parameters import moment_asked


def meeting_synthesis(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    synthesis, moment = find_synthesis(request, group, meeting)
    found = synthesis.meeting
    may_issue = permissions.may(request.user, "issue_document", found.group)
    may_edit = permissions.may(request.user, "edit_surroundings", found.group)

    return answer(
        request,
        "meetings/synthesis.html",
        {
            "group": found.group,
            "meeting": found,
            "synthesis": synthesis,
            "moment": moment,
            "edited_at": where_edited(synthesis) if may_edit else "",
            # What was issued is of today.
            "issues": None if moment.is_past else issues_seen(request.user, meeting=found),
            "form": IssueForm() if may_issue and not moment.is_past else None,
        },
        data=lambda: synthesis_data(synthesis) | moment_data(moment),
    )


def meeting_issue(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """Freeze the synthesis, as the public may know it once the meeting is published."""
    synthesis, _moment = find_synthesis(request, group, meeting)
    found = synthesis.meeting
    public = permissions.PublicThen(found.pk)

    return issued(
        request,
        found.group,
        found,
        text=lambda: synthesis_of(found, public),
        back=where_read(group, meeting),
    )


def where_read(group: str, meeting: int) -> str:
    return reverse("meeting_synthesis", kwargs={"group": group, "meeting": meeting})


def where_edited(synthesis: Synthesis) -> str:
    """The form with the document's own words; a new one that knows already what it is about."""
    if synthesis.document:
        return reverse("admin:deliberations_document_change", args=[synthesis.document.pk])
    meeting = synthesis.meeting
    known = {"group": meeting.group_id, "meeting": meeting.pk, "kind": DocumentKind.SYNTHESIS}
    return f"{reverse('admin:deliberations_document_add')}?{urlencode(known)}"


def meeting_synthesis_text(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    synthesis, _moment = find_synthesis(request, group, meeting)

    return taken_along(synthesis.text, "text/plain; charset=utf-8")


def meeting_synthesis_docx(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    synthesis, moment = find_synthesis(request, group, meeting)

    return docx_answer(synthesis, f"{group}-{meeting}-synthesis{moment.suffix}")


def meeting_synthesis_pdf(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    synthesis, moment = find_synthesis(request, group, meeting)

    return pdf_answer(synthesis, f"{group}-{meeting}-synthesis{moment.suffix}")


def find_synthesis(request: HttpRequest, group: str, number: int) -> tuple[Synthesis, Moment]:
    """The synthesis as of the moment that the address asks for. A meeting that decided nothing the
    reader may see has none, whatever it decided.
    """
    meeting = find_meeting(request, group, number)
    moment = moment_asked(request, meeting.group)
    synthesis = synthesis_of(meeting, request.user, moment=moment)
    if not synthesis.is_there:
        said = (
            _("The record held no decision of meeting %(number)d at that moment.")
            if moment.is_past
            else _("The record holds no decision of meeting %(number)d.")
        )
        raise NotThere(said % {"number": number})
    return synthesis, moment
