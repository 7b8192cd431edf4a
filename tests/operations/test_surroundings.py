"""Edits of the surroundings and of people: what they may not reach, and what they refuse."""

from typing import Any

import pytest
from django.utils import timezone

from deliberations.models import (
    Decision,
    Entry,
    Heading,
    Meeting,
    Membership,
    Question,
    Standing,
    User,
)
from deliberations.operations import (
    NotAllowed,
    Refused,
    StillReferredTo,
    edit_people,
    edit_surroundings,
    import_contributors,
    remove_people,
    remove_surroundings,
)
from deliberations.permissions import Role
from tests.acts import decide, secretary_of
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    HeadingFactory,
    MeetingFactory,
    MembershipFactory,
    QualifierFactory,
    QuestionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


# ---- what they may not reach


def test_no_act_of_the_record_is_written_as_an_edit():
    meeting = MeetingFactory()
    decide(meeting, ElementFactory(group=meeting.group))
    by = secretary_of(meeting.group)

    things: list[Any] = [Decision.objects.get(meeting=meeting), Standing.objects.first(), by]
    for thing in things:
        for write in (edit_surroundings, remove_surroundings):
            with pytest.raises(TypeError):
                write(thing=thing, by=by, group=meeting.group)


def test_nobody_makes_themselves_a_role_by_editing_the_surroundings():
    membership = MembershipFactory()
    role = Membership(user=UserFactory(), group=membership.group, role=Role.SECRETARIAT)

    with pytest.raises(TypeError):
        edit_surroundings(thing=role, by=membership.user, group=membership.group)
    with pytest.raises(TypeError):
        edit_surroundings(
            thing=QuestionFactory(group=membership.group),
            by=membership.user,
            group=membership.group,
            parts=[role],
        )


def test_under_the_permission_for_people_nothing_else_is_written():
    admin = UserFactory(is_admin=True)

    with pytest.raises(TypeError):
        edit_people(thing=GroupFactory.build(), by=admin)
    with pytest.raises(TypeError):
        remove_people(thing=QuestionFactory(), by=admin)


def test_under_the_permission_in_one_group_nothing_of_another_is_written():
    mine, elsewhere = GroupFactory(), GroupFactory()
    question = QuestionFactory(group=elsewhere, text="Theirs?")
    by = secretary_of(mine)
    before = Entry.objects.latest("id")

    for write in (
        lambda: edit_surroundings(thing=elsewhere, by=by, group=mine),
        lambda: edit_surroundings(thing=question, by=by, group=mine),
        lambda: edit_surroundings(
            thing=QuestionFactory.build(group=mine),
            by=by,
            group=mine,
            parts=[HeadingFactory.build(question=question)],
        ),
        lambda: remove_surroundings(thing=question, by=by, group=mine),
    ):
        with pytest.raises(NotAllowed):
            write()

    assert Entry.objects.latest("id") == before


def test_a_group_is_founded_once():
    admin = UserFactory(is_admin=True)

    with pytest.raises(TypeError):
        edit_surroundings(thing=GroupFactory(), by=admin, group=None)
    with pytest.raises(TypeError):
        edit_surroundings(thing=QuestionFactory.build(group=GroupFactory()), by=admin, group=None)


@pytest.mark.parametrize(
    "changes", [{"state": "closed"}, {"published_at": timezone.now()}, {"published_at": None}]
)
def test_an_edit_neither_opens_nor_closes_nor_publishes_a_meeting(changes):
    """That are acts of the secretariat; an admin may edit the rest."""
    meeting = MeetingFactory(
        published_at=timezone.now() if changes == {"published_at": None} else None
    )
    for name, value in changes.items():
        setattr(meeting, name, value)

    with pytest.raises(Refused) as refusal:
        edit_surroundings(thing=meeting, by=UserFactory(is_admin=True), group=meeting.group)

    assert str(refusal.value) == "A meeting is opened, closed and published by acts of their own."
    assert Meeting.objects.get(pk=meeting.pk).state == "in-session"


# ---- what they do


def test_a_thing_is_saved_with_its_rows_as_one_act():
    question = QuestionFactory(text="Why?")
    gone = HeadingFactory(question=question, name="Gone", position=1)
    by = secretary_of(question.group)
    question.text = "Why not?"
    before = Entry.objects.latest("id").pk

    edit_surroundings(
        thing=question,
        by=by,
        group=question.group,
        fields=["text"],
        parts=[Heading(question=question, name="New", position=1)],
        removed=[gone],
    )

    assert Question.objects.get(pk=question.pk).text == "Why not?"
    assert list(question.headings.values_list("name", flat=True)) == ["New"]
    assert len(set(Entry.objects.filter(pk__gt=before).values_list("act_id", flat=True))) == 1


def test_only_what_changed_is_saved():
    """So that two who edit different things of one question do not undo each other."""
    question = QuestionFactory(text="Why?", number=1)
    Question.objects.filter(pk=question.pk).update(number=2)
    question.text = "Why not?"

    edit_surroundings(
        thing=question, by=secretary_of(question.group), group=question.group, fields=["text"]
    )

    assert Question.objects.values_list("number", "text").get(pk=question.pk) == (2, "Why not?")


@pytest.mark.parametrize("word", ["phrase", "heading"])
def test_words_that_decisions_say_stay(word):
    meeting = MeetingFactory()
    element = ElementFactory(group=meeting.group)
    heading = HeadingFactory(question=element.question, name="Outcomes")
    phrase = QualifierFactory(group=meeting.group, phrase="in principle")
    decide(meeting, element, heading=heading, qualifiers=[phrase])
    thing, field, words = (
        (phrase, "phrase", "in principle") if word == "phrase" else (heading, "name", "Outcomes")
    )
    setattr(thing, field, "otherwise")

    with pytest.raises(Refused) as refusal:
        edit_surroundings(thing=thing, by=secretary_of(meeting.group), group=meeting.group)

    assert str(refusal.value) == (
        f"Recorded decisions say “{words}”; it stays as it is. Add another."
    )


def test_what_the_record_refers_to_stays():
    element = ElementFactory()

    with pytest.raises(StillReferredTo) as refusal:
        remove_surroundings(
            thing=element.question, by=secretary_of(element.group), group=element.group
        )

    assert str(refusal.value) == "The record or its surroundings refer to that; it stays."


def test_the_last_admin_stays_one():
    User.objects.filter(is_admin=True).update(is_admin=False)
    admin = UserFactory(is_admin=True, name="Ada")
    admin.is_admin = False

    with pytest.raises(Refused) as refusal:
        edit_people(thing=admin, by=User.objects.get(pk=admin.pk))

    assert str(refusal.value) == "Ada is the last admin. Make somebody else an admin first."
    UserFactory(is_admin=True)
    edit_people(thing=admin, by=User.objects.get(pk=admin.pk))
    assert not User.objects.get(pk=admin.pk).is_admin


def test_a_role_is_given_and_taken_away():
    admin = UserFactory(is_admin=True)
    role = edit_people(
        thing=Membership(user=UserFactory(), group=GroupFactory(), role=Role.DELEGATE), by=admin
    )

    given = role.pk
    remove_people(thing=role, by=admin)

    entries = Entry.objects.filter(noun="membership", object_id=given).order_by("id")
    assert list(entries.values_list("label", "context__act")) == [
        ("insert", "manage_people"),
        ("delete", "manage_people"),
    ]


# ---- a table of contributors


def test_a_table_of_contributors_enters_whoever_they_are_of():
    group = GroupFactory()
    body = ContributorFactory.build(group=group, slug="body", name="Body")
    person = ContributorFactory.build(group=group, slug="person", name="Person", affiliation=body)
    known = ContributorFactory(group=group, slug="known", name="Known", country="")
    known.country = "Mexico"

    import_contributors(
        group=group,
        rows=[(person, None), (known, ["country"]), (body, None)],
        by=secretary_of(group),
    )

    assert list(
        group.contributors.order_by("slug").values_list("slug", "affiliation__slug", "country")
    ) == [("body", None, ""), ("known", None, "Mexico"), ("person", "body", "")]


def test_contributors_that_are_of_each_other_are_refused():
    group = GroupFactory()
    one, two = (ContributorFactory.build(group=group, slug=slug) for slug in ("one", "two"))
    one.affiliation, two.affiliation = two, one

    with pytest.raises(Refused) as refusal:
        import_contributors(group=group, rows=[(one, None), (two, None)], by=secretary_of(group))

    assert str(refusal.value) == "New contributors can’t be of each other."
    assert group.contributors.count() == 0
