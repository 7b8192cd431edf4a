"""One table of transitions: what it allows the database lets pass, and nothing else."""

import pytest

from deliberations.models import (
    TRANSITIONS,
    Outcome,
    Proposal,
    Standing,
    Status,
    Withdrawal,
    Wording,
    allows,
)
from tests.acts import element_at
from tests.factories import MeetingFactory, UserFactory
from tests.sql import (
    as_at_commit,
    forged_correction,
    forged_decision,
    forged_disposition,
    insert,
    refused,
    sql,
)

pytestmark = pytest.mark.django_db


def forge(act: str, element, meeting, outcome: str) -> None:
    common = {
        "element_id": element.pk,
        "known_to": "unknown",
        "recorded_by_id": UserFactory().pk,
    }
    if act == "decide":
        before = element.dispositions.first()
        decision = forged_decision(meeting, outcome=outcome)
        forged_disposition(decision, element)
        if before:
            forged_correction(before.decision, by_decision_id=decision)
    elif act == "reword":
        insert(Wording, **common, text="Forged.", reason="")
    elif act == "withdraw":
        insert(Withdrawal, **common, reason="")
    else:
        [(withdrawal,)] = sql(
            "SELECT max(id) FROM deliberations_withdrawal WHERE element_id = %s", element.pk
        )
        insert(Proposal, **common, withdrawal_id=withdrawal, note="")


ATTEMPTS = [
    (act, before, after)
    for act in TRANSITIONS
    for before in Status.values
    for after in (
        Outcome.values
        if act == "decide"
        else [Status.WITHDRAWN.value if act == "withdraw" else Status.PROPOSED.value]
    )
]


@pytest.mark.parametrize(("act", "before", "after"), ATTEMPTS)
def test_only_allowed_transitions(act, before, after):
    element = element_at(before, meeting := MeetingFactory())

    if after in allows(act, before):
        forge(act, element, meeting, after)
        as_at_commit()
        assert Standing.objects.get(element=element, public=True).status == after
    elif act == "propose again":
        # Without a withdrawal it is one more proposal and moves nothing.
        forge(act, element, meeting, after)
        assert Standing.objects.get(element=element, public=True).status == before
    else:
        with refused("only_allowed_transitions"):
            forge(act, element, meeting, after)


def test_the_table_is_the_one_of_the_design():
    """Written out a second time, so that a change of the rules is a change of two files."""
    outcomes = {"agreed", "deferred", "not-discussed", "rejected"}

    assert {
        (act, before, after)
        for act, rows in TRANSITIONS.items()
        for before, afters in rows.items()
        for after in afters
    } == {
        *(("decide", b, a) for b in {"proposed", *outcomes} for a in outcomes),
        *(("reword", b, "proposed") for b in {"proposed", *outcomes}),
        ("withdraw", "proposed", "withdrawn"),
        ("propose again", "withdrawn", "proposed"),
    }
