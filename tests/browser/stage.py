"""The record of the WGEC with all that can happen to an element, so that every page has it."""

from deliberations.models import AgendaItem, Contributor, Element, Heading, Meeting, WorkingGroup
from deliberations.operations import arrange_agenda, note_attendance, open_meeting, take_up
from tests.acts import (
    annul,
    bring_in,
    correct,
    decide,
    issue,
    lift,
    reword,
    secretary_of,
    state,
    withdraw,
)
from tests.sql import sql

EVENTFUL = 13
"""The number of the element to which everything happened."""


def everything_happened(group: WorkingGroup) -> None:
    """At the third meeting, in session: rewording, statements, corrections, and from outside."""
    meeting = open_meeting(
        meeting=Meeting.objects.get(group=group, number=3), by=secretary_of(group)
    )
    agenda_arranged(meeting)
    bring_in(meeting, "The Group agreed on the following elements:\n\n- Inclusive\n- INCLUSIVE!\n")
    element, other, withdrawn = Element.objects.filter(number__in=[13, 14, 40]).order_by("number")
    contributor = Contributor.objects.get(slug="cis")
    spoken = {"meeting": meeting, "contributor": contributor}
    second = Meeting.objects.get(group=group, number=2)
    issue(second)
    state(
        decision=second.decisions.get(number=1),
        contributor=contributor,
        kind="comment",
        text="So it is.",
    )
    issue(second)
    reword(element, "Multi-stakeholder, in the respective roles", meeting=meeting)
    decision = decide(
        meeting,
        element,
        other,
        sentence="The Group agreed on the following.",
        reconsiders="The third meeting took it up again.",
    )
    correct(decision, element, reason="The other was not meant.")
    lift(state(element=element, **spoken), meeting=meeting, reason="Met by the new wording.")
    state(element=element, **spoken, kind="objection", text="Not\nin these words.")
    annul(decide(meeting, other, reconsiders="Once more.", outcome="rejected"))
    state(decision=decision, **spoken)
    reword(withdrawn, "Communication that reaches", meeting=meeting)
    withdraw(withdrawn, meeting=meeting, contributor=contributor, reason="No longer needed.")
    sql(
        "UPDATE deliberations_element SET heading_id = %s WHERE id = %s",
        Heading.objects.get(name="outcomes").pk,
        element.pk,
    )


def agenda_arranged(meeting: Meeting) -> None:
    """Of every kind of item, one of them taken up; and some are present."""
    by = secretary_of(meeting.group)
    there = list(meeting.agenda.order_by("position"))
    items = [
        AgendaItem(question=meeting.group.questions.first(), title="Once more"),
        AgendaItem(element=Element.objects.get(group=meeting.group, number=EVENTFUL)),
        AgendaItem(title="Any other business"),
    ]
    arrange_agenda(
        meeting=meeting, items=[*there, *items], seen=[item.pk for item in there], by=by
    )
    take_up(meeting=meeting, item=items[0], by=by)
    note_attendance(meeting=meeting, present=meeting.group.contributors.all()[:6], by=by)
