"""The agenda of a meeting: arranged, taken up item by item, ended when the meeting is closed."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from deliberations.forms.agenda import AgendaForm, value_of
from deliberations.forms.meetings import CloseForm
from deliberations.models import AgendaItem, Meeting, MeetingState
from deliberations.operations import (
    AgendaChanged,
    Refused,
    arrange_agenda,
    close_meeting,
    take_up,
    without_outcome,
)
from deliberations.permissions import Person
from deliberations.readings.agenda import name_of, texts_of
from deliberations.views.acts import act_page, refuse, sent_with
from deliberations.views.answers import answer, gone_to
from deliberations.views.finding import actor, find_meeting
from deliberations.views.meetings import meeting_address


def meeting_agenda(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """Arrange the agenda step by step; only the last one records it."""
    found = find_meeting(request, group, meeting)
    by = actor(request, "arrange_agenda", found.group)
    form = AgendaForm(sent_with(request), meeting=found, reader=by)
    status, place, did = 200, 0, ""
    if request.method == "POST":
        if not form.is_valid():
            status = 422
        elif form.does == "record":
            try:
                arrange_agenda(meeting=found, items=form.arranged, seen=form.items_seen, by=by)
            except Refused as refusal:
                status = refuse(form, refusal)
                if isinstance(refusal, AgendaChanged):
                    form.see_anew()
            else:
                messages.success(request, _("The agenda is recorded."))
                return gone_to(request, meeting_address(found))
        else:
            place, did = form.step()
            form = AgendaForm(meeting=found, reader=by).arranged_after(form)

    return answer(
        request,
        "meetings/agenda.html",
        {
            "group": found.group,
            "meeting": found,
            "form": form,
            "rows": rows_of(form, by),
            "place": place,
            "did": did,
            "is_closed": found.state == MeetingState.CLOSED,
            "has_data": False,
        },
        status=status,
    )


def rows_of(form: AgendaForm, reader: Person) -> list[dict[str, Any]]:
    """The items as they are arranged, each with its words."""
    texts = texts_of(form.arranged, reader)
    taken_up = form.meeting.takes_up_id if form.meeting.is_in_session else None
    return [
        {
            "value": value_of(item),
            "name": name_of(item),
            "text": texts.get(item.element_id or 0)
            or (item.question.text if item.question else ""),
            "is_new": item.pk is None,
            "by_others": item in form.added_by_others,
            "is_taken_up": taken_up is not None and item.pk == taken_up,
        }
        for item in form.arranged
    ]


def meeting_take_up(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """Say what the meeting discusses now: an item of its agenda by its id, or nothing.

    Not by its place, at which another may stand since the page was read.
    """
    found = find_meeting(request, group, meeting)
    by = actor(request, "take_up", found.group)
    try:
        take_up(meeting=found, item=item_said(request, found), by=by)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return gone_to(request, meeting_address(found))
    return gone_to(request, f"{meeting_address(found)}#agenda")


def item_said(request: HttpRequest, meeting: Meeting) -> AgendaItem | None:
    """The item that the button is of; Refused where there is none, or no longer."""
    said = request.POST.get("item", "")
    if said == "nothing":
        return None
    item = None
    if re.fullmatch("[1-9][0-9]{0,8}", said):
        agenda = AgendaItem.objects.visible_to(request.user).filter(meeting=meeting)
        item = agenda.filter(pk=int(said)).first()
    if item is None:
        raise Refused(_("The agenda has no such item. Look again."))
    return item


def meeting_close(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """Say how each item without an outcome ended, and close the meeting."""
    found = find_meeting(request, group, meeting)
    by = actor(request, "close_meeting", found.group)
    items = without_outcome(found).select_related("question", "element")
    form = CloseForm(sent_with(request), meeting=found, items=items, reader=by)

    def act() -> str:
        close_meeting(meeting=found, by=by, endings=form.endings)
        return meeting_address(found)

    texts = texts_of(form.items.values(), by)
    return act_page(
        request,
        form,
        act,
        {
            "group": found.group,
            "meeting": found,
            "items": [
                (form[name], item, texts.get(item.element_id or 0, ""))
                for name, item in form.items.items()
            ],
            "is_open": found.state in (MeetingState.IN_SESSION, MeetingState.ADJOURNED),
            "done": _("The meeting is closed."),
        },
        template="meetings/close.html",
    )
