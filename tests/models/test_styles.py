"""A house style is numbered by the record, and an issued document names one of its own group."""

from hashlib import sha256

import pytest

from deliberations.models import Issue, Style
from deliberations.operations import RuleBroken
from tests.acts import decide, issue
from tests.factories import ElementFactory, GroupFactory, MeetingFactory, UserFactory
from tests.sql import insert, refused

pytestmark = pytest.mark.django_db


def forged(group, **values) -> int:
    by = UserFactory().pk
    return insert(
        Style,
        **{"group_id": group.pk, "name": "x", "content": b"x", "adopted_by_id": by, **values},
    )


def test_its_number_and_its_checksum_are_the_databases():
    group = GroupFactory()

    for _ in range(2):
        forged(group, sha256="f" * 64)

    made = list(group.styles.values_list("number", "sha256"))
    assert made == [(number, sha256(b"x").hexdigest()) for number in (1, 2)]
    for number in (2, 4):
        with refused("numbers_run_without_gap"):
            forged(group, number=number)


def test_a_document_is_issued_in_no_style_of_another_group():
    meeting = MeetingFactory()
    decide(meeting, ElementFactory(group=meeting.group))
    foreign = Style.objects.get(pk=forged(GroupFactory()))

    with pytest.raises(RuleBroken, match="another working group"):
        issue(meeting, style=foreign)

    assert not Issue.objects.exists()
