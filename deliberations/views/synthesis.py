"""The synthesis of a meeting: as a page, as its data, as plain text."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import synthesis_data
from deliberations.readings.synthesis import Synthesis, synthesis_of
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_meeting


def meeting_synthesis(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    synthesis = find_synthesis(request, group, meeting)
    found = synthesis.meeting

    return answer(
        request,
        "meetings/synthesis.html",
        {
            "group": found.group,
            "meeting": found,
            "synthesis": synthesis,
            "may_edit": permissions.may(request.user, "edit_surroundings", found.group),
        },
        data=lambda: synthesis_data(synthesis),
    )


def meeting_synthesis_text(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    synthesis = find_synthesis(request, group, meeting)

    response = HttpResponse(synthesis.text, content_type="text/plain; charset=utf-8")
    patch_vary_headers(response, ["Cookie"])
    return response


def find_synthesis(request: HttpRequest, group: str, number: int) -> Synthesis:
    """A meeting that decided nothing the reader may see has none, whatever it decided."""
    synthesis = synthesis_of(find_meeting(request, group, number), request.user)
    if not synthesis.is_there:
        raise NotThere(
            _("The record holds no decision of meeting %(number)d to put together.")
            % {"number": number}
        )
    return synthesis
