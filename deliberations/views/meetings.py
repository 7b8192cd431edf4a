"""Meetings: the list, one with its agenda and decisions, who was there, and the acts on one."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliberations import permissions
from deliberations.data import (
    decision_data,
    document_data,
    group_data,
    meeting_data,
    moment_data,
    screen_data,
    source_data,
)
from deliberations.forms.fields import PlainForm
from deliberations.forms.meetings import AttendanceForm
from deliberations.models import (
    Decision,
    Document,
    Meeting,
    MeetingState,
)
from deliberations.operations import (
    Refused,
    adjourn_meeting,
    note_attendance,
    open_meeting,
    publish_meeting,
)
from deliberations.readings.agenda import Line, agenda_of, tells_endings
from deliberations.readings.attendance import by_stakeholder_group, present_at
from deliberations.readings.meetings import decisions_of
from deliberations.readings.moments import dated_by, entered_by
from deliberations.readings.screen import screen_of
from deliberations.readings.script import script_of
from deliberations.views.acts import act_page, sent_with
from deliberations.views.answers import answer, gone_to
from deliberations.views.finding import actor, find_group, find_meeting
from deliberations.views.parameters import moment_asked


def meeting_list(request: HttpRequest, group: str) -> HttpResponse:
    working_group = find_group(request, group)
    seen = Q(decisions__in=Decision.objects.visible_to(request.user))
    meetings = (
        Meeting.objects.visible_to(request.user)
        .filter(group=working_group)
        .annotate(decision_count=Count("decisions", filter=seen))
        .order_by("number")
    )

    return answer(
        request,
        "meetings/list.html",
        {
            "group": working_group,
            "meetings": meetings,
            "may_convene": permissions.may(request.user, "convene_meeting", working_group),
        },
        data=lambda: {
            "group": group_data(working_group),
            "meetings": [meeting_data(meeting, group) for meeting in meetings],
        },
    )


def meeting_detail(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """A meeting: its agenda, its decisions in order, its documents."""
    found = find_meeting(request, group, meeting)
    moment = moment_asked(request, found.group)
    meetings = Meeting.objects.visible_to(request.user).filter(group=found.group)
    meetings = meetings.order_by("number")
    agenda = agenda_of(found, request.user, moment)
    # Who was present is noted without a clock.
    present = [] if moment.is_past else present_at(found, request.user)
    decisions = decisions_of(found, request.user, moment)
    documents = Document.objects.visible_to(request.user).filter(
        entered_by(moment, Document, request.user),
        dated_by(moment, found.time_zone),
        meeting=found,
    )

    def may(act: str) -> bool:
        return not moment.is_past and permissions.may(request.user, act, found.group)

    return answer(
        request,
        "meetings/detail.html",
        {
            "group": found.group,
            "meeting": found,
            "moment": moment,
            "meetings": meetings,
            # Asked by the page alone, whose line of time has read them.
            "before": lambda: max(
                (m.number for m in meetings if m.number < found.number), default=None
            ),
            "agenda": agenda,
            "tells_endings": tells_endings(found, request.user),
            "decisions": decisions,
            "documents": documents.select_related("source"),
            "present": present,
            "sides": by_stakeholder_group(present),
            "acts": [] if moment.is_past else acts_offered(request, found),
            "may_arrange": found.state != MeetingState.CLOSED and may("arrange_agenda"),
            "may_take_up": found.is_in_session and may("take_up"),
            "may_note": may("note_attendance"),
            "may_record": found.is_in_session and may("record_decision"),
        },
        data=lambda: {
            "group": group_data(found.group),
            **meeting_data(found, group),
            **moment_data(moment),
            "source": source_data(found.source),
            "agenda": [line_data(line) for line in agenda],
            "taken_up": next((line.item.position for line in agenda if line.is_taken_up), None),
            **({} if moment.is_past else {"present": [c.slug for c in present]}),
            "decisions": [
                {
                    **decision_data(decision, group),
                    "elements": [d.element.reference for d in decision.dispositions.all()],
                }
                for decision in decisions
            ],
            "documents": [document_data(document) for document in documents],
        },
        fragments=("now",),
    )


def line_data(line: Line) -> dict[str, Any]:
    """An item of the agenda. outcome: its decisions, else its ending; None while it is open."""
    item = line.item
    return {
        "position": item.position,
        "title": item.title,
        "question": item.question.number if item.question else None,
        "element": item.element.reference if item.element else None,
        "note": item.note,
        "outcome": [d.reference for d in line.decisions] or item.ending or None,
        "carried_to": item.carried_to.number if item.carried_to else None,
    }


def acts_offered(request: HttpRequest, meeting: Meeting) -> list[tuple[str, str, bool]]:
    """What the person may do to the meeting as it is: (URL name, words, whether on a page)."""
    state = meeting.state
    is_under_way = state in (MeetingState.IN_SESSION, MeetingState.ADJOURNED)
    again = state == MeetingState.ADJOURNED
    offers = [
        (
            "meeting_open",
            "open_meeting",
            _("Open the meeting again") if again else _("Open the meeting"),
            again or state == MeetingState.PLANNED,
        ),
        ("meeting_adjourn", "adjourn_meeting", _("Adjourn the meeting"), meeting.is_in_session),
        ("meeting_close", "close_meeting", _("Close the meeting"), is_under_way),
        (
            "meeting_publish",
            "publish_meeting",
            _("Publish its decisions"),
            not meeting.is_published,
        ),
    ]
    return [
        (name, words, name in ("meeting_close", "meeting_publish"))
        for name, act, words, fits in offers
        if fits and permissions.may(request.user, act, meeting.group)
    ]


def meeting_open(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    return do(request, group, meeting, "open_meeting", open_meeting, _("The meeting is open."))


def meeting_adjourn(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    return do(
        request,
        group,
        meeting,
        "adjourn_meeting",
        adjourn_meeting,
        _("The meeting is adjourned."),
    )


def meeting_publish(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """Say what becomes public, and that it stays so; then do it."""
    found = find_meeting(request, group, meeting)
    by = actor(request, "publish_meeting", found.group)

    def act() -> str:
        publish_meeting(meeting=found, by=by)
        return meeting_address(found)

    number = found.decisions.count()
    decided = ngettext(
        "Everybody will see the %(number)d decision that it recorded.",
        "Everybody will see the %(number)d decisions that it recorded.",
        number,
    )
    later = _("What it records from then on is public at once. That can’t be taken back.")
    explanation = f"{decided % {'number': number}} {later}"
    if found.is_published:
        explanation = _("Everybody sees it already. To publish it again changes nothing.")
    return act_page(
        request,
        PlainForm(sent_with(request)),
        act,
        {
            "group": found.group,
            "title": _("Publish what meeting %(number)d decided") % {"number": found.number},
            "explanation": explanation,
            "button": _("Publish it"),
            "back": meeting_address(found),
            "done": _("What the meeting decides is public."),
        },
    )


def do(
    request: HttpRequest,
    group: str,
    number: int,
    act: str,
    operation: Callable[..., Any],
    done: str,
) -> HttpResponse:
    """Find the meeting, do the act, show the meeting again."""
    meeting = find_meeting(request, group, number)
    by = actor(request, act, meeting.group)
    try:
        operation(meeting=meeting, by=by)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    if request.POST.get("then") == "record":
        # Who opened it from the console goes on there.
        return gone_to(request, reverse("meeting_record", args=[group, number]))
    return gone_to(request, meeting_address(meeting))


def meeting_address(meeting: Meeting) -> str:
    return reverse(
        "meeting_detail", kwargs={"group": meeting.group.slug, "meeting": meeting.number}
    )


def meeting_attendance(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """Note who was present."""
    found = find_meeting(request, group, meeting)
    by = actor(request, "note_attendance", found.group)
    form = AttendanceForm(sent_with(request), meeting=found, reader=by)

    def act() -> str:
        note_attendance(meeting=found, present=form.those_present, by=by)
        return meeting_address(found)

    return act_page(
        request,
        form,
        act,
        {
            "group": found.group,
            "meeting": found,
            "sides": by_stakeholder_group(form.contributors),
            "done": _("Who was present is recorded."),
        },
        template="meetings/attendance.html",
    )


def meeting_screen(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """For the projector: the draft, what was just gavelled, or what is taken up."""
    found = find_meeting(request, group, meeting)
    screen = screen_of(found, request.user)

    return answer(
        request,
        "meetings/screen.html",
        {"group": found.group, "meeting": found, "screen": screen},
        data=lambda: {
            "group": group_data(found.group),
            "meeting": meeting_data(found, group),
            **screen_data(screen, group),
        },
        fragments=("now",),
    )


def meeting_script(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """For the chair: what to say, item by item."""
    found = find_meeting(request, group, meeting)
    by = actor(request, "record_decision", found.group)

    return answer(
        request,
        "meetings/script.html",
        {
            "group": found.group,
            "meeting": found,
            "passages": script_of(found, by),
            "has_data": False,
        },
        fragments=("now",),
    )
