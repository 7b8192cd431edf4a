"""The record of the WGEC with all that can happen to an element, so that every page has it."""

from deliberations.models import Contributor, Element, Heading, Meeting, WorkingGroup
from deliberations.operations import open_meeting
from tests.acts import annul, correct, decide, lift, reword, secretary_of, state, withdraw
from tests.sql import sql

EVENTFUL = 13
"""The number of the element to which everything happened."""


def everything_happened(group: WorkingGroup) -> None:
    """At the third meeting, in session: rewording, statements, corrections, and from outside."""
    meeting = open_meeting(
        meeting=Meeting.objects.get(group=group, number=3), by=secretary_of(group)
    )
    element, other, withdrawn = Element.objects.filter(number__in=[13, 14, 40]).order_by("number")
    contributor = Contributor.objects.get(slug="cis")
    spoken = {"meeting": meeting, "contributor": contributor}
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
