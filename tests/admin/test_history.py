"""The history of each thing, in the admin."""

from deliberations.models import Qualifier, User
from tests.admin.forms import page, send
from tests.factories import HeadingFactory, MeetingFactory, QuestionFactory
from tests.sql import sql


def lines(client, thing):
    return client.get(page(thing, "history")).context["lines"]


def test_a_change_is_told_old_and_new_by_whom_and_why(as_secretary, record):
    meeting = MeetingFactory(group=record, number=9, place_name="Geneva")

    send(as_secretary, page(meeting, "change"), place_name="Vienna", reason="Moved.")

    shown = as_secretary.get(page(meeting, "history"))
    latest = shown.context["lines"][0]
    assert [(c.name, c.old, c.new) for c in latest.changes] == [("place", "Geneva", "Vienna")]
    assert (latest.who, latest.reason) == ("Sekai Secretary", "Moved.")
    assert "Sekai Secretary (secretariat)" in " ".join(shown.text.split())
    assert " UTC</td>" in shown.text


def test_a_change_outside_the_application_is_told_as_that(as_admin, record):
    qualifier = Qualifier.objects.earliest("pk")

    sql("UPDATE deliberations_qualifier SET phrase = 'never' WHERE id = %s", qualifier.pk)

    latest = lines(as_admin, qualifier)[0]
    assert latest.act == "changed outside the application"
    [(database_user,)] = sql("SELECT session_user")
    assert latest.who == f"database user “{database_user}”"


def test_the_history_of_a_thing_holds_that_of_its_parts(as_secretary, record):
    question = QuestionFactory(group=record, number=9)
    heading = HeadingFactory(question=question, name="Then gone")

    send(
        as_secretary,
        page(question, "change"),
        reason="Not needed.",
        **{"headings-0-DELETE": "on"},
    )

    latest = lines(as_secretary, question)[0]
    assert (latest.entry.noun, latest.entry.label) == ("heading", "delete")
    assert ("name", "Then gone", None) in [(c.name, c.old, c.new) for c in latest.changes]
    assert latest.entry.object_id == heading.pk


def test_the_history_has_pages(as_admin, record):
    qualifier = Qualifier.objects.earliest("pk")
    for number in range(101):
        sql("UPDATE deliberations_qualifier SET position = %s WHERE id = %s", number, qualifier.pk)

    first = as_admin.get(page(qualifier, "history"))
    second = as_admin.get(page(qualifier, "history"), {"p": "2"})
    beyond = as_admin.get(page(qualifier, "history"), {"p": "9" * 20})

    assert len(first.context["lines"]) == 100
    assert 'rel="next"' in first.text
    assert 0 < len(second.context["lines"]) < 100
    assert beyond.status_code == 200


def test_what_users_do_to_users_is_read_by_admins(as_admin, delegate):
    send(as_admin, page(delegate, "change"), name="Renamed", reason="A slip.")

    assert lines(as_admin, User.objects.get(pk=delegate.pk))[0].act == "managed people"
