"""What the admin edits: one form, one act, with its reason."""

import pytest
from django.contrib.admin.models import LogEntry

from deliberations.admin.site import site
from deliberations.admin.surroundings import Surroundings
from deliberations.models import (
    AgendaItem,
    Contribution,
    Contributor,
    Entry,
    Meeting,
    Qualifier,
    Question,
)
from tests.admin.forms import page, send, sentences
from tests.admin.things import CHANGED, NEW, each_noun, last_entry
from tests.factories import (
    HeadingFactory,
    MeetingFactory,
    QualifierFactory,
    QuestionFactory,
)

ADDS = {
    Meeting: "convene_meeting",
    Contributor: "register_contributor",
    Contribution: "file_contribution",
}


@each_noun
@pytest.mark.parametrize("who", ["admin", "secretary"])
def test_what_is_added_is_in_the_history_with_act_user_and_reason(model, who, record, request):
    client, user = request.getfixturevalue(f"as_{who}"), request.getfixturevalue(who)

    answer = send(
        client, page(model, "add"), group=record.pk, reason="It was missing.", **NEW[model]
    )

    assert answer.status_code == 302, sentences(answer)
    entry = last_entry(model)
    assert (entry.label, entry.context["by"], entry.context["reason"]) == (
        "insert",
        user.pk,
        "It was missing.",
    )
    assert entry.context["act"] == ADDS.get(model, "edit_surroundings")
    assert entry.group == record


@pytest.mark.parametrize("model", CHANGED, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("who", ["admin", "secretary"])
def test_what_is_changed_is_in_the_history_with_act_user_and_reason(model, who, record, request):
    client, user = request.getfixturevalue(f"as_{who}"), request.getfixturevalue(who)
    thing = model.objects.first()

    answer = send(client, page(thing, "change"), reason="It was wrong.", **CHANGED[model])

    assert answer.status_code == 302, sentences(answer)
    entry = last_entry(model)
    assert (entry.label, entry.object_id) == ("update", thing.pk)
    assert entry.context == {
        "act": "edit_surroundings",
        "by": user.pk,
        "name": user.name,
        "role": "secretariat" if who == "secretary" else "admin",
        "reason": "It was wrong.",
    }
    assert {key for key in entry.new if entry.new[key] != entry.old[key]} == set(CHANGED[model])


@each_noun
def test_a_change_needs_a_reason_and_a_change(model, as_admin, record):
    thing = model.objects.first()
    entries = Entry.objects.count()

    unsaid = send(as_admin, page(thing, "change"), **CHANGED[model])
    unchanged = send(as_admin, page(thing, "change"), reason="Just so.")

    assert sentences(unsaid) == ["This field is required."]
    assert unchanged.status_code == 422
    assert sentences(unchanged) == ["Nothing is changed yet."]
    assert Entry.objects.count() == entries


def test_what_is_deleted_leaves_its_history_and_its_reason(as_secretary, record, secretary):
    qualifier = QualifierFactory(group=record)

    unsaid = as_secretary.post(page(qualifier, "delete"), {"post": "yes"})
    done = as_secretary.post(page(qualifier, "delete"), {"reason": "A slip."})

    assert (unsaid.status_code, done.status_code) == (422, 302)
    assert not Qualifier.objects.filter(pk=qualifier.pk).exists()
    entry = last_entry(Qualifier)
    assert (entry.label, entry.context["reason"]) == ("delete", "A slip.")


def test_a_question_and_its_headings_are_one_act(as_secretary, record):
    question = QuestionFactory(group=record, number=9)
    kept, gone = (HeadingFactory(question=question, position=number) for number in (1, 2))

    answer = send(
        as_secretary,
        page(question, "change"),
        text="Reworded?",
        reason="As agreed by mail.",
        **{
            "headings-TOTAL_FORMS": 3,
            "headings-0-name": "Renamed",
            "headings-1-DELETE": "on",
            "headings-2-name": "Added",
            "headings-2-position": 3,
        },
    )

    assert answer.status_code == 302, sentences(answer)
    entries = list(Entry.objects.all()[:4])
    assert {entry.act_id for entry in entries} == {entries[0].act_id}
    assert {(entry.noun, entry.label) for entry in entries} == {
        ("question", "update"),
        ("heading", "delete"),
        ("heading", "update"),
        ("heading", "insert"),
    }
    assert {(heading.pk == kept.pk, heading.name) for heading in question.headings.all()} == {
        (True, "Renamed"),
        (False, "Added"),
    }
    assert gone not in question.headings.all()


def test_a_contribution_is_filed_with_its_authors_by_one_act(as_secretary, record):
    author = record.contributors.first()

    answer = send(
        as_secretary,
        page(Contribution, "add"),
        group=record.pk,
        title="A joint paper",
        **{"authorships-0-contributor": author.pk},
    )

    assert answer.status_code == 302, sentences(answer)
    assert list(Contribution.objects.get(title="A joint paper").authors.all()) == [author]
    latest = list(Entry.objects.all()[:2])
    assert [entry.noun for entry in latest] == ["authorship", "contribution"]
    assert latest[0].act_id == latest[1].act_id


def test_a_new_meeting_begins_as_the_next_in_the_time_zone_of_its_group(as_secretary, record):
    form = as_secretary.get(page(Meeting, "add")).context["adminform"].form

    assert (form["group"].value(), form["number"].value()) == (record.pk, 6)
    assert form["time_zone"].value() == record.time_zone != "UTC"
    answer = send(as_secretary, page(Meeting, "add"), **NEW[Meeting], group=record.pk)
    number = Meeting.objects.latest("pk").number
    assert answer["Location"] == f"/wgec/meetings/{number}/"


def test_a_meeting_of_one_day_ends_on_it(as_secretary, record):
    answer = send(
        as_secretary, page(Meeting, "add"), **NEW[Meeting] | {"ends_on": ""}, group=record.pk
    )

    assert answer.status_code == 302
    meeting = Meeting.objects.latest("pk")
    assert meeting.ends_on == meeting.starts_on
    answer = send(as_secretary, page(Meeting, "add"), group=record.pk, starts_on="x", ends_on="")
    assert sentences(answer) == ["Enter a valid date."]


def test_a_new_question_begins_with_the_next_number_of_the_group_asked_for(
    as_admin, record, other_group
):
    def number(query: str) -> object:
        form = as_admin.get(f"{page(Question, 'add')}{query}").context["adminform"].form
        return form["number"].value()

    assert number(f"?group={record.pk}") == 3
    assert number(f"?group={other_group.pk}") == 1
    assert number("?group=x") is None


def test_a_meeting_gets_its_agenda(as_secretary, record):
    meeting = MeetingFactory(group=record, number=9, state="planned")

    answer = send(
        as_secretary,
        page(meeting, "change"),
        reason="Sent round.",
        **{
            "agenda-0-position": 1,
            "agenda-0-element": "E1",
        },
    )

    assert answer.status_code == 302, sentences(answer)
    assert AgendaItem.objects.get(meeting=meeting).element == record.elements.get(number=1)


@pytest.mark.parametrize(
    ("positions", "status", "agenda"),
    [((2, 1), 302, ["Second", "First"]), ((2, 2), 200, ["First", "Second"])],
)
def test_two_items_of_an_agenda_exchange_their_places(
    as_secretary, record, positions, status, agenda
):
    meeting = MeetingFactory(group=record, number=9, state="planned")
    for position, title in enumerate(["First", "Second"], start=1):
        AgendaItem.objects.create(meeting=meeting, position=position, title=title)

    answer = send(
        as_secretary,
        page(meeting, "change"),
        reason="The other way round.",
        **{f"agenda-{number}-position": position for number, position in enumerate(positions)},
    )

    assert answer.status_code == status, sentences(answer)
    assert [str(item) for item in meeting.agenda.order_by("position")] == agenda


def test_djangos_own_log_is_not_written_beside_the_history(as_admin, record):
    send(as_admin, page(record, "change"), parent="The Commission", reason="Found out.")

    assert LogEntry.objects.count() == 0


def test_everything_editable_is_tried_here():
    editable = {
        model for model, admin in site._registry.items() if isinstance(admin, Surroundings)
    }

    assert {model._meta.model_name for model in editable} - {"user"} == {
        model._meta.model_name for model in CHANGED
    }
