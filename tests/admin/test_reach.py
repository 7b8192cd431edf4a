"""How far a secretary reaches, also by a forged form: to the groups they serve."""

import pytest

from deliberations.models import (
    Contribution,
    Contributor,
    Document,
    Meeting,
    Qualifier,
    Question,
    Source,
    WorkingGroup,
)
from tests.admin.forms import page, send, sentences
from tests.admin.things import NEW, each_noun, last_entry
from tests.factories import (
    ContributionFactory,
    ContributorFactory,
    HeadingFactory,
    MeetingFactory,
    QualifierFactory,
    QuestionFactory,
    SourceFactory,
)


@each_noun
def test_a_secretary_finds_nothing_of_another_group(model, as_secretary, other_group):
    thing = theirs(model, other_group)

    assert page(thing, "change") not in as_secretary.get(page(model, "changelist")).text
    for kind in ("change", "history", "delete"):
        assert as_secretary.get(page(thing, kind)).status_code == 404
        assert as_secretary.post(page(thing, kind), {"reason": "Mine."}).status_code == 404


def theirs(model, group):
    made = {
        Question: lambda: QuestionFactory(group=group),
        Meeting: lambda: MeetingFactory(group=group),
        Qualifier: lambda: QualifierFactory(group=group),
        Contributor: lambda: ContributorFactory(group=group),
        Contribution: lambda: ContributionFactory(group=group),
        Document: lambda: Document.objects.create(group=group, title="Theirs", kind="other"),
        Source: lambda: SourceFactory(group=group),
    }
    return made[model]()


@each_noun
def test_a_secretary_adds_nothing_to_another_group_not_even_by_a_forged_form(
    model, as_secretary, other_group
):
    shown = as_secretary.get(page(model, "add"))
    offered = shown.context["adminform"].form.fields["group"].queryset

    answer = send(as_secretary, page(model, "add"), group=other_group.pk, **NEW[model])

    assert other_group not in offered
    assert sentences(answer) == [
        "Select a valid choice. That choice is not one of the available choices."
    ]
    assert not model.objects.filter(group=other_group).exists()


def test_what_a_form_refers_to_is_of_the_same_group_also_for_an_admin(
    as_admin, as_secretary, record, other_group
):
    question = QuestionFactory(group=other_group)

    for client in (as_admin, as_secretary):
        answer = send(
            client,
            page(record.contributions.first(), "change"),
            reason="Forged.",
            question=question.pk,
        )

        assert sentences(answer) == [
            "Select a valid choice. That choice is not one of the available choices."
        ]


def test_an_agenda_names_elements_of_its_own_group(as_admin, record, other_group):
    mine = MeetingFactory(group=record, number=9, state="planned")
    theirs = MeetingFactory(group=other_group, number=9, state="planned")
    item = {"agenda-0-position": 1, "agenda-0-element": "E1", "reason": "Sent round."}

    found = send(as_admin, page(mine, "change"), **item)
    missing = send(as_admin, page(theirs, "change"), **item)

    assert found.status_code == 302
    assert mine.agenda.get().element.group == record
    assert sentences(missing) == ["The group has no element of that number."]


@pytest.mark.parametrize("typed", ["41x", "E1_0", "9" * 30, "E-1", "E１２", "\u0661"])
def test_what_is_no_number_of_an_element_is_a_sentence(typed, as_admin, record):
    meeting = MeetingFactory(group=record, number=9, state="planned")

    answer = send(
        as_admin,
        page(meeting, "change"),
        reason="Sent round.",
        **{"agenda-0-position": 1, "agenda-0-element": typed},
    )

    assert sentences(answer) == ["The group has no element of that number."]


def test_a_new_thing_that_refers_to_another_group_is_refused_in_a_sentence(
    as_admin, record, other_group
):
    answer = send(
        as_admin,
        page(Contribution, "add"),
        group=record.pk,
        title="Mixed",
        question=QuestionFactory(group=other_group).pk,
    )

    assert answer.status_code == 422
    assert sentences(answer) == ["That belongs to another working group."]


def test_a_row_of_another_thing_is_not_changed_by_a_forged_form(as_secretary, record):
    question, other = (
        QuestionFactory(group=record, number=8),
        QuestionFactory(group=record, number=9),
    )
    HeadingFactory(question=question)
    heading = HeadingFactory(question=other, name="Theirs")

    answer = send(
        as_secretary,
        page(question, "change"),
        reason="Forged.",
        **{"headings-0-id": heading.pk, "headings-0-name": "Mine"},
    )

    assert sentences(answer) == ["Nothing is changed yet."]
    heading.refresh_from_db()
    assert (heading.name, heading.question) == ("Theirs", other)


def test_a_secretary_founds_no_group(as_secretary):
    assert as_secretary.get(page(WorkingGroup, "add")).status_code == 403


def test_an_admin_founds_a_group_but_not_at_the_address_of_a_page(as_admin):
    new = {"short_name": "NEW", "name": "A New Group", "time_zone": "Europe/Zurich"}

    taken = send(as_admin, page(WorkingGroup, "add"), slug="admin", **new)
    founded = send(as_admin, page(WorkingGroup, "add"), slug="new", **new)

    assert sentences(taken) == ["That address is taken by another page. Choose another."]
    assert founded.status_code == 302
    entry = last_entry(WorkingGroup)
    assert (entry.context["act"], entry.group.slug) == ("found_group", "new")


def test_a_group_does_not_go(as_admin, record):
    assert as_admin.post(page(record, "delete"), {"reason": "Over."}).status_code == 403
