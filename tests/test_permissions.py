"""Who sees what: the one declaration, tried with every kind of reader on every model."""

import ast
import inspect
import re
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session

from deliberations import operations, permissions
from deliberations.models import (
    AgendaItem,
    Document,
    Element,
    Entry,
    Meeting,
    Membership,
    Standing,
    User,
    WorkingGroup,
)
from deliberations.operations import correct_decision, propose_element, publish_meeting
from deliberations.operations.elements import Proposer
from deliberations.permissions import ACTS, SEEN, Role, visible
from tests.acts import (
    annul,
    decide,
    everything_happens,
    lift,
    propose_again,
    reword,
    secretary_of,
    state,
    withdraw,
)
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    GroupFactory,
    MeetingFactory,
    MembershipFactory,
    QualifierFactory,
    QuestionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NOUNS = {
    str(model._meta.model_name): model
    for model in apps.get_app_config("deliberations").get_models()
    if not hasattr(model, "pgh_tracked_model")
}
# What is of a meeting, and so not public before the meeting is.
OF_A_MEETING = {
    "attendance", "correction", "decision", "decisionqualifier", "disposition", "document",
    "element", "issue", "lift", "proposal", "statement", "withdrawal", "wording",
}  # fmt: skip
OF_PEOPLE = {"user", "membership"}
OF_A_KIND_OF_ITS_OWN = {
    "agendaitem",
    "draft",
    "entry",
    "import",
    "look",
    "standing",
    "stay",
    "style",
    "tally",
}
# What the secretariat has for itself, published or not.
NEVER_PUBLIC = {"draft", "import", "look", "style"}
# What there is more of when everything happened in a group that was there before.
HAPPENING = NOUNS.keys() - OF_PEOPLE - {"entry", "standing", "stay", "tally", "workinggroup"}
OUTSIDERS = [
    "stranger",
    "delegate",
    "admin",
    "secretary of another group",
    "former secretary",
    "nobody in particular",
]


def reader(who: str, group: WorkingGroup) -> Any:
    """Somebody of that kind, as a request would find them."""
    if who == "stranger":
        return AnonymousUser()
    person = {
        "secretary": lambda: secretary_of(group),
        "delegate": lambda: MembershipFactory(group=group, role=Role.DELEGATE).user,
        "admin": lambda: UserFactory(is_admin=True),
        "secretary of another group": lambda: MembershipFactory().user,
        "former secretary": lambda: MembershipFactory(group=group, user__is_active=False).user,
        "nobody in particular": UserFactory,
    }[who]()
    return User.objects.get(pk=person.pk)


def pks(noun: str, person: Any | None = None) -> set[int]:
    """Those that the person sees; without one, all."""
    rows: Any = NOUNS[noun]._default_manager.all()
    if person is not None:
        rows = visible(rows, person)
    return set(rows.values_list("pk", flat=True))


# ---- that everything is declared


def test_every_model_has_its_rule_and_no_other():
    assert SEEN.keys() == NOUNS.keys()
    assert NOUNS.keys() > OF_A_MEETING | OF_PEOPLE | OF_A_KIND_OF_ITS_OWN


@pytest.mark.parametrize("noun", sorted(NOUNS.keys() - OF_PEOPLE))
def test_every_model_knows_its_readers(noun):
    """`Model.objects.visible_to(user)`: what pages start from. (People are read by the admin.)"""
    seen: Any = NOUNS[noun]._default_manager.all()

    one, other = seen.visible_to(AnonymousUser()), visible(seen, AnonymousUser())
    assert said(one.query.where) == said(other.query.where)


def said(condition: object) -> str:
    """In words, without where in the memory its parts lie."""
    return re.sub(r"0x[0-9a-f]+", "", str(condition))


def acts_of(operation: Any) -> set[str]:
    """The names with which an operation begins its act."""
    tree = ast.parse(inspect.getsource(operation))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [
        call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "act"
    ]
    return {str(name.value) if isinstance(name, ast.Constant) else "" for name in named}


OPERATIONS = {
    name: getattr(operations, name)
    for name in operations.__all__
    if inspect.isfunction(getattr(operations, name))
}
READINGS = {"foresee", "without_outcome"}
# The edits of what is no act of the record: several functions, one permission.
EDITS = {
    "edit_surroundings": {"edit_surroundings", "found_group"},  # as the group is new or not
    "remove_surroundings": {"edit_surroundings"},
    "edit_people": {"manage_people"},
    "remove_people": {"manage_people"},
}


def test_every_operation_asks_for_the_act_of_its_name():
    assert {name: acts_of(operation) for name, operation in OPERATIONS.items()} == {
        name: set() if name in READINGS else EDITS.get(name, {name}) for name in OPERATIONS
    }


def test_every_act_has_its_operation_and_no_other():
    named = OPERATIONS.keys() - READINGS - EDITS.keys()

    assert ACTS.keys() == named | {"edit_surroundings", "found_group", "manage_people"}


def test_an_undeclared_act_or_model_is_an_error():
    with pytest.raises(KeyError):
        permissions.may(AnonymousUser(), "bend_the_record")
    with pytest.raises(KeyError):
        visible(Session.objects.all(), AnonymousUser())


# ---- what is published everybody sees; what is not, only the secretariat


class News:
    """The rows that came into being since."""

    def __init__(self) -> None:
        self.before = {noun: pks(noun) for noun in NOUNS}

    def all(self, noun: str) -> set[int]:
        return pks(noun) - self.before[noun]

    def seen(self, noun: str, person: Any) -> set[int]:
        return pks(noun, person) - self.before[noun]

    def entries(self, person: Any) -> set[str]:
        """About which nouns the person sees new entries."""
        entries = Entry.objects.visible_to(person).filter(pk__in=self.seen("entry", person))
        return set(entries.values_list("noun", flat=True))


@pytest.mark.parametrize("who", ["secretary", *OUTSIDERS])
def test_what_is_published_everybody_sees(who):
    group = GroupFactory()
    person = reader(who, group)
    news = News()

    everything_happens(group)

    kept_back = set() if who == "secretary" else NEVER_PUBLIC
    for noun in HAPPENING - kept_back:
        assert news.seen(noun, person) == news.all(noun) != set(), noun
    for noun in kept_back:
        assert news.seen(noun, person) == set() != news.all(noun), noun
    derived = {"standing"} if who == "secretary" else set()
    assert news.entries(person) - OF_PEOPLE == HAPPENING - kept_back | derived


@pytest.mark.parametrize("who", ["secretary", *OUTSIDERS])
def test_what_is_not_published_only_the_secretariat_sees(who):
    group = GroupFactory()
    person = reader(who, group)
    news = News()

    everything_happens(group, published_at=None)

    if who == "secretary":
        for noun in HAPPENING:
            assert news.seen(noun, person) == news.all(noun) != set(), noun
        assert news.entries(person) - OF_PEOPLE == HAPPENING | {"standing"}
        return
    for noun in OF_A_MEETING | NEVER_PUBLIC | {"standing"}:
        assert news.seen(noun, person) == set() != news.all(noun), noun
    items = AgendaItem.objects.filter(pk__in=news.all("agendaitem"))
    assert news.seen("agendaitem", person) == {item.pk for item in items if not item.element_id}
    assert news.entries(person) - OF_PEOPLE == HAPPENING - OF_A_MEETING - NEVER_PUBLIC
    entries = Entry.objects.visible_to(person).filter(noun="agendaitem")
    assert {entry.object_id for entry in entries} & news.all("agendaitem") == (
        news.seen("agendaitem", person)
    )


@pytest.mark.parametrize("who", ["secretary", *OUTSIDERS])
def test_nobody_sees_two_standings_of_an_element(who):
    group = GroupFactory()
    everything_happens(group)
    everything_happens(elsewhere := GroupFactory())
    person = reader(who, group)

    seen = visible(Standing.objects.all(), person)

    mine = who != "secretary"
    for of, public in [(group, mine), (elsewhere, True)]:
        assert list(
            seen.filter(element__group=of).order_by("id").values_list("element", "public")
        ) == [
            (pk, public)
            for pk in of.elements.order_by("standings__id")
            .filter(standings__public=public)
            .values_list("pk", flat=True)
        ]


@pytest.mark.parametrize("who", ["secretary", *OUTSIDERS])
def test_people_are_seen_by_admins(who):
    person = reader(who, GroupFactory())

    for noun in OF_PEOPLE:
        assert pks(noun, person) == (pks(noun) if who == "admin" else set())
    entries = Entry.objects.visible_to(person).filter(noun__in=OF_PEOPLE)
    own = {"membership"} if who.startswith("secretary") else set()
    assert set(entries.values_list("noun", flat=True)) == (OF_PEOPLE if who == "admin" else own)


# ---- a word that must not get out


WORD = "confidential"


def something_confidential(group: WorkingGroup) -> Meeting:
    """Every act that there is, at a meeting not yet published, on elements old and new."""
    by = secretary_of(group)
    public = MeetingFactory(group=group, number=1)
    old, older, oldest = (
        ElementFactory(group=group, text=f"Known to all {number}.") for number in range(3)
    )
    decide(public, old, older)
    reservation = state(element=older)
    meeting = MeetingFactory(group=group, number=2, published_at=None)
    here: dict[str, Any] = {"meeting": meeting}
    phrase = QualifierFactory(group=group)
    new = propose_element(
        group=group,
        question=QuestionFactory(group=group),
        text=f"{WORD} element",
        proposers=(Proposer(contributor=ContributorFactory(group=group), note=f"{WORD} note"),),
        by=by,
        **here,
    )
    decided = decide(
        meeting,
        new,
        old,
        outcome="rejected",
        sentence=f"{WORD} sentence",
        reconsiders=f"{WORD} reconsideration",
        qualifiers=[phrase],
    )
    correct_decision(
        decision=decided,
        reason=f"{WORD} error",
        outcome="deferred",
        sentence=f"{WORD} correction",
        elements=[old, new],
        basis="vote",
        intention=uuid4(),
        by=by,
    )
    annul(decide(meeting, oldest, sentence=f"{WORD} decision"), reason=f"{WORD} annulment")
    reword(old, f"{WORD} wording", reason=f"{WORD} reason", **here)
    reword(new, f"{WORD} wording of what is unknown", reason=WORD)
    withdraw(oldest, reason=f"{WORD} withdrawal", **here)
    propose_again(oldest, note=f"{WORD} proposal", **here)
    propose_again(new, note=f"{WORD} seconding")
    state(element=older, text=f"{WORD} statement", **here)
    state(element=new, text=f"{WORD} statement on what is unknown")
    on_decision = state(decision=decided, text=f"{WORD} statement on the decision")
    lift(on_decision, reason=f"{WORD} lift of what is unknown")
    lift(reservation, reason=f"{WORD} lift", **here)
    AgendaItem.objects.create(meeting=meeting, position=1, element=new, title=f"{WORD} item")
    Document.objects.create(group=group, title=f"{WORD} report", kind="report", meeting=meeting)
    return meeting


def nouns_that_say(word: str, person: Any) -> set[str]:
    """In which models, history and all, the person can read it."""
    return {
        noun
        for noun, model in NOUNS.items()
        if word in str(list(visible(model._default_manager.all(), person).values()))
    }


WITH_WORDS = {
    "agendaitem", "correction", "decision", "document", "entry", "lift", "proposal", "statement",
    "withdrawal", "wording",
}  # fmt: skip


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nothing_leaks_before_its_publication(who):
    group = GroupFactory()
    meeting = something_confidential(group)
    person = reader(who, group)
    assert nouns_that_say(WORD, reader("secretary", group)) == WITH_WORDS

    assert nouns_that_say(WORD, person) == set()
    assert list(
        visible(Standing.objects.filter(element__group=group), person)
        .order_by("element__number")
        .values_list("element__number", "status", "wording__text")
    ) == [
        (1, "agreed", "Known to all 0."),
        (2, "agreed", "Known to all 1."),
        (3, "proposed", "Known to all 2."),
    ]
    assert list(Element.objects.filter(group=group).visible_to(person)) == list(
        Element.objects.filter(group=group, number__lte=3)
    )

    publish_meeting(meeting=meeting, by=secretary_of(group))

    assert nouns_that_say(WORD, person) == WITH_WORDS


# ---- roles


@pytest.mark.parametrize(
    ("who", "role", "shown_names", "uses_admin"),
    [
        ("stranger", "public", False, False),
        ("delegate", "delegate", True, False),
        ("secretary", "secretariat", True, True),
        ("admin", "admin", True, True),
        ("secretary of another group", "public", False, True),
        ("former secretary", "secretariat", False, False),
        ("nobody in particular", "public", False, False),
    ],
)
def test_as_what_somebody_is_in_a_group(who, role, shown_names, uses_admin):
    group = GroupFactory()
    person = reader(who, group)

    assert permissions.role_in(person, group) == role
    assert permissions.names_shown(person, group) == shown_names
    assert permissions.uses_the_admin(person) == uses_admin
    assert permissions.serves(person, group) == (who == "secretary")


def test_an_admin_of_the_secretariat_acts_as_the_secretariat():
    membership = MembershipFactory(user__is_admin=True)

    assert permissions.role_in(membership.user, membership.group) == "secretariat"


def test_an_admin_who_is_in_no_group_does_no_act_of_the_record():
    """Admins edit the surroundings without being able to bend the record."""
    admin = UserFactory(is_admin=True)
    group = GroupFactory()

    assert {act for act in ACTS if permissions.may(admin, act, group)} == {
        "convene_meeting", "register_contributor", "import_contributors", "file_contribution",
        "edit_surroundings", "found_group", "manage_people", "change_password",
    }  # fmt: skip


def test_a_role_taken_away_is_gone_with_the_next_request():
    membership = MembershipFactory()
    assert permissions.serves(membership.user, membership.group)

    Membership.objects.filter(pk=membership.pk).delete()

    assert not permissions.serves(User.objects.get(pk=membership.user.pk), membership.group)
