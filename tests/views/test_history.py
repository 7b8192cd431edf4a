"""The history as it is read: every change, by whom, in which act, when, why; old → new."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from deliberations.models import Entry
from deliberations.operations import edit_surroundings, take_up
from tests.acts import decide, reword
from tests.factories import ElementFactory
from tests.pages import read
from tests.sql import sql

pytestmark = pytest.mark.django_db

LIST = "/small/history/"


def entry_of(thing, label: str = "insert") -> Entry:
    noun = thing._meta.model_name
    return Entry.objects.get(noun=noun, object_id=thing.pk, label=label)


def moment(entry: Entry) -> str:
    return f"{entry.recorded_at.astimezone(UTC):%-d %b %Y, %H:%M} UTC"


def lines(page):
    """The first line of each act."""
    entries = page.all("ol", class_="entries")[0]
    return [item.all("div", class_="head")[0] for item in entries.children if item.tag]


def test_an_act_is_one_line_with_who_when_and_why(meeting, elements, clerk, clerks_client, client):
    reword(elements[0], "Small thing one", reason="Words, not figures.")
    entry = entry_of(elements[0].wordings.get(number=2))

    [latest] = lines(read(client.get(LIST)).one(id="found"))[:1]
    [named] = lines(read(clerks_client.get(LIST)).one(id="found"))[:1]

    told = f"{entry.pk} Entered a rewording: wording E1, 2 {moment(entry)}"
    assert latest.text == f"{told} · the secretariat · “Words, not figures.”"
    assert named.text == f"{told} · {clerk} · “Words, not figures.”"


def test_what_one_act_wrote_stands_together(group, meeting, elements, client):
    decision = decide(
        meeting, elements[0], elements[1], qualifiers=[group.qualifiers.get()], sentence="Both."
    )

    [act] = read(client.get(LIST)).all("li", id=f"entry-{entry_of(decision).pk}")

    assert act.all("div", class_="head")[0].one("strong").text == "Recorded a decision"
    assert act.all("summary")[1].text == "and 3 more entries of the same act"
    assert sorted(head.text.split(": ")[1][:20] for head in act.all("div", class_="head")[1:]) == [
        "disposition E1, 1/D1",
        "disposition E2, 1/D1",
        "qualification 1/D1 2",
    ]
    facts = act.all("dl")[0].description
    assert (facts["Sentence"], facts["Outcome"], facts["Meeting"]) == ("Both.", "agreed", "1")


def test_a_change_shows_old_and_new(group, clerk, client):
    question = group.questions.get()
    question.text = "What is tiny?"
    edit_surroundings(thing=question, group=group, by=clerk, reason="A better word.")
    entry = entry_of(question, "update")

    page = read(client.get(f"{LIST}{entry.pk}/"))

    assert page.one("h1").text == f"Entry {entry.pk}"
    change = page.one("dl")
    assert (change.one("dt").text, change.one("del").text, change.one("ins").text) == (
        "Text",
        "What is small?",
        "What is tiny?",
    )
    assert page.one("div", class_="head").text == (
        f"{entry.pk} Edited the surroundings: question 1 {moment(entry)} · the secretariat · "
        "“A better word.”"
    )


def test_a_change_from_outside_the_application_appears_as_exactly_that(group, client):
    question = group.questions.get()
    sql("UPDATE deliberations_question SET text = 'Forged' WHERE id = %s", question.pk)
    entry = entry_of(question, "update")

    page = read(client.get(f"{LIST}{entry.pk}/"))

    [item] = page.all("li", class_="outside")
    assert item.one("div", class_="head").text == (
        f"{entry.pk} Changed outside the application: question 1 {moment(entry)} · database user "
        f"“{entry.session_user}”"
    )
    assert item.one("ins").text == "Forged"


def test_an_entry_leads_to_what_the_same_act_wrote(group, meeting, elements, client):
    decision = decide(meeting, elements[0], elements[1])
    entry = entry_of(decision)

    page = read(client.get(f"{LIST}{entry.pk}/"))

    assert page.one("h2").text == "Written by the same act"
    [_own, together] = page.one("main").all("ol", class_="entries")
    assert [head.one("strong").text for head in together.all("div", class_="head")] == [
        "Recorded a decision"
    ] * 2
    assert [head.text.partition(": ")[2][:20] for head in together.all("div", class_="head")] == [
        "disposition E1, 1/D1",
        "disposition E2, 1/D1",
    ]


@pytest.fixture
def some(group, meeting, elements, clerk):
    """A decision, a rewording, an edit, and a change from outside."""
    decide(meeting, elements[0])
    reword(elements[1], "Another")
    question = group.questions.get()
    question.text = "What is tiny?"
    edit_surroundings(thing=question, group=group, by=clerk)
    sql("UPDATE deliberations_question SET text = 'Forged' WHERE id = %s", question.pk)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("", "Changed outside the application"),
        ("act=outside", "Changed outside the application"),
        ("act=record_decision", "Recorded a decision"),
        ("act=edit_surroundings", "Edited the surroundings"),
        ("act=reword_element", "Entered a rewording"),
        ("noun=decision", "Recorded a decision"),
        ("noun=wording", "Entered a rewording"),
        ("who=secretariat", "Edited the surroundings"),
    ],
)
def test_the_history_can_be_asked_for_less(some, client, query, first):
    page = read(client.get(f"{LIST}?{query}")).one(id="found")

    assert lines(page)[0].one("strong").text == first
    entries = client.get(f"/small/history.json?{query}").json()["entries"]
    wanted = dict(part.split("=") for part in query.split("&") if part)
    if "act" in wanted and wanted["act"] != "outside":
        assert {entry["act"] for entry in entries} == {wanted["act"]}
    if "noun" in wanted:
        assert {entry["noun"] for entry in entries} == {wanted["noun"]}


def test_the_history_of_one_thing_is_a_link_of_its_page(elements, client):
    [address] = [
        link for link in read(client.get("/small/elements/3/")).links() if "noun=element" in link
    ]

    found = lines(read(client.get(address)).one(id="found"))

    assert [line.text.partition(": ")[2].partition(" 2")[0] for line in found] == ["element E3"]


def test_the_history_of_a_day_is_that_of_the_day_in_utc(some, client):
    today = timezone.now().astimezone(UTC).date()

    def found(**asked) -> int:
        return len(client.get("/small/history.json", asked).json()["entries"])

    assert found(since=today, until=today) > 0
    assert found(until=today - timedelta(days=1)) == 0
    assert found(since=today + timedelta(days=1)) == 0


def test_a_long_history_is_told_page_by_page_without_a_gap(group, many_elements, client):
    many_elements(group, 60)
    numbers: list[int] = []
    before = ""

    for _ in range(10):
        data = client.get(f"/small/history.json?noun=element{before}").json()
        numbers += [entry["number"] for entry in data["entries"]]
        if not data["before"]:
            break
        before = f"&before={data['before']}"

    whole = Entry.objects.filter(group=group, noun="element").order_by("-pk")
    assert numbers == list(whole.values_list("pk", flat=True))
    page = read(client.get(f"{LIST}?noun=element"))
    assert page.one("nav", class_="pages").links() == [f"?noun=element&before={numbers[49]}"]


def test_in_place_the_history_is_answered_alone(some, client):
    answer = client.get(LIST, headers={"HX-Request": "true", "HX-Target": "found"})

    [piece] = [node for node in read(answer).children if node.tag]
    assert piece.attrs["id"] == "found"


def test_where_nothing_fits_that_is_said(group, client):
    page = read(client.get(f"{LIST}?act=annul_decision")).one(id="found")

    assert page.text == "No entry fits all of that. Take a filter away, or show all entries."


def test_where_elements_stand_is_no_entry_of_its_own(some, client):
    """It follows from the acts, which are there."""
    entries = client.get("/small/history.json").json()["entries"]

    assert {entry["noun"] for entry in entries} & {"standing", "user", "membership"} == set()


def test_an_entry_and_the_list_of_them_as_data(group, clerk, clerks_client, client):
    question = group.questions.get()
    question.text = "What is tiny?"
    edit_surroundings(thing=question, group=group, by=clerk, reason="A better word.")
    entry = entry_of(question, "update")

    def data(who: str) -> dict:
        return {
            "group": {
                "slug": "small",
                "short_name": "WGS",
                "name": "Working Group on Small Things",
                "url": "/small/",
            },
            "number": entry.pk,
            "recorded_at": entry.recorded_at.isoformat(),
            "outside": False,
            "act": "edit_surroundings",
            "who": who,
            "reason": "A better word.",
            "noun": "question",
            "thing": "question 1",
            "change": "update",
            "fields": [{"name": "text", "old": "What is small?", "new": "What is tiny?"}],
            "same_act": [],
        }

    listed = data("the secretariat")
    assert listed.pop("same_act") == []
    assert client.get("/small/history.json?noun=question&act=edit_surroundings").json() == {
        "group": listed.pop("group"),
        "entries": [listed],
        "before": None,
    }
    assert client.get(f"/small/history/{entry.pk}.json").json() == data("the secretariat")
    assert clerks_client.get(f"/small/history/{entry.pk}.json").json() == data(str(clerk))


def test_what_is_taken_up_and_not_public_is_not_even_a_number_to_others(
    group, meeting, unpublished, clerk, clerks_client, client
):
    floor = ElementFactory(
        group=group, question=group.questions.get(), meeting=unpublished, text="A canary"
    )
    item = meeting.agenda.create(position=1, element=floor)

    take_up(meeting=meeting, item=item, by=clerk)
    take_up(meeting=meeting, item=None, by=clerk)

    left, taken = Entry.objects.filter(noun="meeting", object_id=meeting.pk).order_by("-pk")[:2]
    for entry in (left, taken):
        [own, others] = [
            read(who.get(f"{LIST}{entry.pk}/")).one("main").text for who in (clerks_client, client)
        ]
        assert f"{meeting.number}.1" in own
        assert f"{meeting.number}.1" not in others
        assert f"no. {item.pk}" not in others
        data = client.get(f"{LIST}{entry.pk}.json").json()["fields"]
        assert "taken up" not in [change["name"] for change in data]
