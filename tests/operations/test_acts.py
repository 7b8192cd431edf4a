"""What every act shares: one transaction, one history context, one permission."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction

from deliberations.models import AgendaItem, Document, Draft, Entry, Question, User
from deliberations.operations import (
    NotAllowed,
    add_proposal,
    adjourn_meeting,
    adopt_style,
    annul_decision,
    arrange_agenda,
    change_password,
    close_meeting,
    convene_meeting,
    correct_decision,
    discard_draft,
    edit_people,
    edit_surroundings,
    file_contribution,
    import_contributors,
    lift_statement,
    look_again,
    make_statement,
    mark_looked_at,
    note_attendance,
    open_meeting,
    propose_element,
    publish_meeting,
    put_right,
    register_contributor,
    remove_people,
    remove_surroundings,
    reword_element,
    set_passage_aside,
    show_draft,
    take_over_draft,
    take_up,
    withdraw_element,
)
from deliberations.permissions import ACTS, SIGNED_IN, Role, role_in
from tests.acts import bring_in, decide, draft, issue, state, take_over
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    MembershipFactory,
    QuestionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


class Scene:
    """A group in which every act could be done next."""

    def __init__(self) -> None:
        self.group = GroupFactory()
        self.planned = MeetingFactory(group=self.group, state="planned", published_at=None)
        self.meeting = MeetingFactory(group=self.group)
        self.question = QuestionFactory(group=self.group)
        self.element = ElementFactory(group=self.group)
        self.decision = decide(self.meeting, ElementFactory(group=self.group))
        self.contributor = ContributorFactory(group=self.group)
        self.statement = state(element=self.element)
        self.draft = draft(self.meeting, "To be agreed.")
        mark_looked_at(
            group=self.group,
            finding="open-2",
            reason="So it is.",
            by=MembershipFactory(group=self.group).user,
        )
        self.document = bring_in(self.meeting, "Another paper.")
        self.item = AgendaItem.objects.create(meeting=self.meeting, position=1, title="First")

    def draft_of(self, by: Any) -> Draft:
        """The draft, kept by that person where it is one who can keep any."""
        if by.pk:
            Draft.objects.filter(pk=self.draft.pk).update(keeper=by)
        return self.draft

    def act(self, name: str, by: User) -> object:
        return DOING[name](self, by)


def the_act(name: str) -> str:
    """Under which name of the permissions an operation is done."""
    return {
        "remove_surroundings": "edit_surroundings",
        "edit_people": "manage_people",
        "remove_people": "manage_people",
    }.get(name, name)


DAYS: dict[str, Any] = {"starts_on": date(2017, 1, 26), "ends_on": date(2017, 1, 27)}

DOING: dict[str, Callable[[Scene, User], object]] = {
    "convene_meeting": lambda at, by: convene_meeting(group=at.group, number=999, by=by, **DAYS),
    "open_meeting": lambda at, by: open_meeting(meeting=at.planned, by=by),
    "close_meeting": lambda at, by: close_meeting(meeting=at.meeting, by=by),
    "adjourn_meeting": lambda at, by: adjourn_meeting(meeting=at.meeting, by=by),
    "arrange_agenda": lambda at, by: arrange_agenda(
        meeting=at.meeting, items=[AgendaItem(question=at.question)], seen=[at.item.pk], by=by
    ),
    "take_up": lambda at, by: take_up(meeting=at.meeting, item=at.item, by=by),
    "note_attendance": lambda at, by: note_attendance(
        meeting=at.planned, present=[at.contributor], by=by
    ),
    "publish_meeting": lambda at, by: publish_meeting(meeting=at.planned, by=by),
    "register_contributor": lambda at, by: register_contributor(
        group=at.group, slug="new", name="New", kind="person", by=by
    ),
    "import_contributors": lambda at, by: import_contributors(
        group=at.group, rows=[(ContributorFactory.build(group=at.group), None)], by=by
    ),
    "file_contribution": lambda at, by: file_contribution(
        group=at.group, title="A paper", authors=[at.contributor], by=by
    ),
    "propose_element": lambda at, by: propose_element(
        group=at.group, question=at.question, text="New.", by=by
    ),
    "add_proposal": lambda at, by: add_proposal(element=at.element, by=by),
    "reword_element": lambda at, by: reword_element(
        element=at.element, text="Otherwise.", reason="", by=by
    ),
    "withdraw_element": lambda at, by: withdraw_element(element=at.element, by=by),
    "save_draft": lambda at, by: draft(at.meeting, "So far.", by=by),
    "take_over_draft": lambda at, by: take_over_draft(draft=at.draft, by=by),
    "show_draft": lambda at, by: show_draft(draft=at.draft, shown=True, by=by),
    "discard_draft": lambda at, by: discard_draft(draft=at.draft_of(by), by=by),
    "import_document": lambda at, by: bring_in(at.meeting, by=by),
    "set_passage_aside": lambda at, by: set_passage_aside(
        document=at.document, passage="one", aside=True, by=by
    ),
    "adopt_style": lambda at, by: adopt_style(
        group=at.group, name="house.docx", content=b"A style.", by=by
    ),
    "issue_document": lambda at, by: issue(at.meeting, by=by),
    "take_over_issue": lambda at, by: take_over(at.meeting, by=by),
    "mark_looked_at": lambda at, by: mark_looked_at(
        group=at.group, finding="open-1", reason="So it is.", by=by
    ),
    "look_again": lambda at, by: look_again(group=at.group, finding="open-2", by=by),
    "record_decision": lambda at, by: decide(at.meeting, at.element, by=by),
    "correct_decision": lambda at, by: correct_decision(
        decision=at.decision,
        reason="A slip.",
        outcome="rejected",
        sentence="Rejected.",
        elements=[at.element],
        basis="not-stated",
        intention=uuid4(),
        by=by,
    ),
    "annul_decision": lambda at, by: annul_decision(
        decision=at.decision, reason="None.", intention=uuid4(), by=by
    ),
    "put_right": lambda at, by: put_right(decision=at.decision, by=by),
    "make_statement": lambda at, by: make_statement(
        contributor=at.contributor, kind="comment", text="So.", element=at.element, by=by
    ),
    "lift_statement": lambda at, by: lift_statement(statement=at.statement, by=by),
    "edit_surroundings": lambda at, by: edit_surroundings(
        thing=Question(group=at.group, number=999, text="New?"), by=by, group=at.group
    ),
    "remove_surroundings": lambda at, by: remove_surroundings(
        thing=QuestionFactory(group=at.group), by=by, group=at.group
    ),
    "found_group": lambda at, by: edit_surroundings(thing=GroupFactory.build(), by=by, group=None),
    "edit_people": lambda at, by: edit_people(thing=UserFactory.build(), by=by),
    "change_password": lambda at, by: change_password(
        user=by if by.pk else UserFactory(), password="another", by=by
    ),
    "remove_people": lambda at, by: remove_people(thing=MembershipFactory(), by=by),
}


def people(group) -> dict[str, Any]:
    """One of each kind, and those who are nearly of the secretariat."""
    return {
        "secretariat": MembershipFactory(group=group).user,
        "admin": UserFactory(is_admin=True),
        "delegate": MembershipFactory(group=group, role=Role.DELEGATE).user,
        "secretariat of another group": MembershipFactory().user,
        "former secretariat": MembershipFactory(group=group, user__is_active=False).user,
        "former admin": UserFactory(is_admin=True, is_active=False),
        "nobody in particular": UserFactory(),
        "stranger": AnonymousUser(),
    }


def those_who_may(name: str) -> set[str]:
    """Of people, by the permissions."""
    allowed = ACTS[the_act(name)]
    if SIGNED_IN not in allowed:
        return set(allowed)
    return {
        "secretariat", "admin", "delegate", "secretariat of another group", "nobody in particular"
    }  # fmt: skip


@pytest.mark.parametrize("name", DOING)
def test_an_act_is_done_by_those_who_may_and_by_nobody_else(name):
    scene = Scene()
    everybody = people(scene.group)
    before = Entry.objects.latest("id").pk
    acted = Entry.objects.filter(pk__gt=before, context__isnull=False)

    for who in everybody.keys() - those_who_may(name):
        with pytest.raises(NotAllowed) as refusal:
            scene.act(name, by=everybody[who])
        assert str(refusal.value) == "You may not do that in this group."
    assert not acted.exists()
    for who in those_who_may(name):
        with transaction.atomic():
            scene.act(name, by=everybody[who])
            role = who if who in ACTS[the_act(name)] else role_in(everybody[who], None)
            assert set(acted.values_list("context__role", flat=True)) == {role}
            transaction.set_rollback(True)


@pytest.mark.parametrize("name", DOING)
def test_an_act_is_told_by_its_name_in_all_it_writes(name):
    scene = Scene()
    by = people(scene.group)[
        "admin" if "secretariat" not in ACTS[the_act(name)] else "secretariat"
    ]
    before = Entry.objects.latest("id").pk

    scene.act(name, by=by)

    entries = Entry.objects.filter(pk__gt=before, context__isnull=False)
    assert set(entries.values_list("context__act", "context__by", "context__name")) == {
        (the_act(name), by.pk, by.name)
    }
    assert len({entry.act_id for entry in entries}) == 1


@pytest.mark.django_db(transaction=True)
def test_an_act_is_done_whole_or_not_at_all():
    """Refused by a rule that speaks only at the end, when all is written."""
    group = GroupFactory()
    by = MembershipFactory(group=group).user
    before = Entry.objects.latest("id").pk
    good, bad = ContributorFactory.build(group=group), ContributorFactory.build(group=group)
    bad.slug = good.slug

    with pytest.raises(Exception, match="an address of its own"):
        import_contributors(group=group, rows=[(good, None), (bad, None)], by=by)

    assert group.contributors.count() == 0
    assert not Entry.objects.filter(pk__gt=before).exists()


def test_an_act_keeps_its_context_to_itself():
    scene = Scene()
    decide(scene.meeting, scene.element)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('pghistory.context_metadata', true),"
            " current_setting('pghistory.context_id', true)"
        )
        assert cursor.fetchone() == ("", "")


def test_only_an_admin_founds_a_group():
    admin, secretary = UserFactory(is_admin=True), MembershipFactory().user

    group = edit_surroundings(thing=GroupFactory.build(), by=admin, group=None)

    assert group.pk is not None
    with pytest.raises(NotAllowed):
        edit_surroundings(thing=GroupFactory.build(), by=secretary, group=None)


def test_documents_are_surroundings():
    scene = Scene()
    by = people(scene.group)["secretariat"]

    document = edit_surroundings(
        thing=Document(group=scene.group, title="Synthesis", kind="synthesis"),
        by=by,
        group=scene.group,
    )

    assert Document.objects.get(pk=document.pk).title == "Synthesis"


def test_every_act_of_the_permissions_is_done_here():
    assert {the_act(name) for name in DOING} == ACTS.keys()
