"""What is not published is nowhere: no page, no piece of one, no data, no count, no refusal."""

import re
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from deliberations.models import AgendaItem, Document, DocumentKind, Ending, Entry, Meeting
from deliberations.operations import (
    Proposer,
    add_proposal,
    close_meeting,
    edit_surroundings,
    note_attendance,
    propose_element,
    publish_meeting,
    without_outcome,
)
from deliberations.papers.issuing import written
from deliberations.permissions import Role
from tests.acts import (
    annul,
    bring_in,
    correct,
    decide,
    issuable,
    issue,
    lift,
    reword,
    secretary_of,
    state,
    withdraw,
)
from tests.factories import MeetingFactory, MembershipFactory
from tests.pages import crawled, problem, read
from tests.papers.reading import words_of
from tests.sql import last_entry

pytestmark = pytest.mark.django_db

# What is new is in no feed yet: tests/views/test_feeds.py lets the time pass.
ENTRY = re.compile(r"/history/\d+|/feed\.")
# No link leads the public there.
SCREENS = ["/small/meetings/1/screen/", "/small/meetings/2/screen/"]
REPORTS = [f"/small/report{end}" for end in ("/", ".json", ".txt", ".docx", ".pdf")]
SYNTHESES = [
    f"/small/meetings/{number}/synthesis{end}"
    for number in (1, 2)
    for end in ("/", ".json", ".txt", ".docx", ".pdf")
]
DOCUMENTS = [f"/small/documents/1{end}" for end in ("/", ".json", ".txt", ".docx", ".pdf")]
# Of each kind that is searched, something that is not public, among them.
SEARCHES = [f"/small/search{end}?q=-nothing" for end in ("/", ".json", ".csv", ".xlsx")]
PIECES = [
    ("/small/elements/", "found"),
    ("/small/history/", "found"),
    *((screen, "now") for screen in SCREENS),
]


def filters(client: Client, address: str) -> list[str]:
    """The address with each single thing that its form can ask for."""
    form = read(client.get(address)).one("form", class_="filters")
    return [
        f"{address}?{urlencode({select.attrs['name']: option.attrs['value']})}"
        for select in form.all("select")
        for option in select.all("option")
        if option.attrs["value"]
    ]


def told(client: Client, *further: str) -> dict[str, str]:
    """All that the client is told: {how it was asked for: the answer}.

    The pages and data that links lead to, but of the history only its lists, which tell each
    entry as its own page does; each thing that the lists can be asked for, as a piece of the page;
    further addresses.
    """
    starts = [
        "/groups/",
        "/small/",
        *SCREENS,
        *SYNTHESES,
        *REPORTS,
        *DOCUMENTS,
        *SEARCHES,
        *further,
    ]
    pages = crawled(client, *starts, within="/small/", without=ENTRY)
    pieces = {
        f"#{piece} of {asked}": client.get(
            asked, headers={"HX-Request": "true", "HX-Target": piece}
        )
        for address, piece in PIECES
        for asked in [address, *([] if address in SCREENS else filters(client, address))]
    }
    return {asked: unchanging(answer) for asked, answer in {**pages, **pieces}.items()}


def unchanging(answer: Any) -> str:
    """Without what is another in every answer: the token of a form, the minute of printing, for
    how long a decision stays on the screen.
    """
    text = re.sub(r'(?<=")[A-Za-z0-9]{64}(?=")', "", words_of(answer))
    text = re.sub(r'seconds(=|": )"?\d+', "", text)
    return f"{answer.status_code} " + re.sub(r"as it stood on [^<]*", "", text)


@pytest.fixture
def tokens() -> dict[str, str]:
    """A word that stands nowhere else, for each text that is about to be written."""
    texts = [
        "decision",
        "decision, corrected",
        "reason of the correction",
        "reason of the annulment",
        "reason of the reconsideration",
        "element from the floor",
        "note of its proposal",
        "agenda item about it",
        "reason of that agenda item",
        "rewording",
        "reason of the rewording",
        "statement",
        "statement on the decision",
        "reason of the lift",
        "reason of the withdrawal",
        "note of a further proposal",
        "document",
        "name of a document brought in",
        "reason of the document",
    ]
    return {text: f"canary{uuid4().hex}" for text in texts}


@pytest.fixture
def before(group, meeting, elements, contributor, unpublished, monkeypatch):
    """What is public: E4 is decided by meeting 1, and there is a reservation on E3."""
    # Else, where the machine is slow, the decision leaves the screen while the test still reads.
    monkeypatch.setattr("deliberations.readings.screen.SECONDS", 3600)
    decide(meeting, elements[3])
    return state(element=elements[2], contributor=contributor, kind="reservation")


def act_unseen(group, unpublished: Meeting, before, tokens: dict[str, str]) -> None:
    """At the unpublished meeting, every kind of act, each with its words."""
    by = secretary_of(group)
    one, two, three, four, five = group.elements.order_by("number")
    contributor = group.contributors.get()

    floor = propose_element(
        group=group,
        question=group.questions.get(),
        text=tokens["element from the floor"],
        proposers=(Proposer(contributor=contributor, note=tokens["note of its proposal"]),),
        meeting=unpublished,
        by=by,
    )
    edit_surroundings(
        thing=AgendaItem(
            meeting=unpublished, position=1, element=floor, title=tokens["agenda item about it"]
        ),
        reason=tokens["reason of that agenda item"],
        group=group,
        by=by,
    )
    note_attendance(meeting=unpublished, present=[contributor], by=by)
    edit_surroundings(
        thing=Document(
            group=group,
            meeting=unpublished,
            title=tokens["document"],
            kind=DocumentKind.SYNTHESIS,
        ),
        reason=tokens["reason of the document"],
        group=group,
        by=by,
    )
    bring_in(unpublished, by=by, name=tokens["name of a document brought in"])
    decision = decide(unpublished, one, sentence=tokens["decision"])
    corrected = correct(
        decision,
        one,
        floor,
        sentence=tokens["decision, corrected"],
        reason=tokens["reason of the correction"],
    )
    state(decision=corrected, contributor=contributor, text=tokens["statement on the decision"])
    annul(corrected, reason=tokens["reason of the annulment"])
    decide(
        unpublished,
        four,
        outcome="rejected",
        reconsiders=tokens["reason of the reconsideration"],
    )
    reword(two, tokens["rewording"], reason=tokens["reason of the rewording"], meeting=unpublished)
    state(element=three, contributor=contributor, text=tokens["statement"], meeting=unpublished)
    lift(before, reason=tokens["reason of the lift"], meeting=unpublished)
    add_proposal(
        element=two, note=tokens["note of a further proposal"], meeting=unpublished, by=by
    )
    withdraw(five, reason=tokens["reason of the withdrawal"], meeting=unpublished)
    issue(unpublished, written=written(issuable(unpublished)), by=by)


def seen_in(answers: dict[str, str], tokens: dict[str, str]) -> set[str]:
    """Which of the texts stand in any of the answers."""
    everything = "\n".join(answers.values())
    return {text for text, token in tokens.items() if token in everything}


def test_the_secretariat_sees_all_that_is_not_public(
    group, unpublished, before, tokens, clerks_client
):
    """Else the tests below would show nothing."""
    act_unseen(group, unpublished, before, tokens)

    answers = told(clerks_client)

    assert_all_are_seen(answers, tokens)


def test_an_archive_of_the_whole_holds_what_is_not_public_and_the_public_one_does_not(
    group, unpublished, before, tokens, clerks_client
):
    act_unseen(group, unpublished, before, tokens)

    whole, public = (
        {"": words_of(clerks_client.get(f"/small/archive{file}"))}
        for file in ("/whole.zip", ".zip")
    )

    assert (seen_in(whole, tokens), seen_in(public, tokens)) == (tokens.keys(), set())


def assert_all_are_seen(answers: dict[str, str], tokens: dict[str, str]) -> None:
    # An archive holds the history, too.
    answers = {asked: text for asked, text in answers.items() if "/archive" not in asked}
    history = {asked: text for asked, text in answers.items() if "/history" in asked}
    pages = {asked: text for asked, text in answers.items() if "/history" not in asked}
    only_in_the_history = {"reason of that agenda item", "reason of the document"}
    assert seen_in(history, tokens) == set(tokens)
    assert seen_in(pages, tokens) == set(tokens) - only_in_the_history


@pytest.mark.parametrize("who", ["stranger", "delegate"])
def test_nobody_else_is_told_anything_of_what_is_not_public(
    group, unpublished, before, tokens, client_of, who
):
    """Not a word, and besides, every answer is the same as before, to the letter."""
    client = client_of(reader(group, who))
    first, last = Entry.objects.filter(group=group).earliest("id").pk, last_entry()
    entries = [f"/small/history/{number}/" for number in range(first, last + 1)]
    public = told(client, *entries)

    act_unseen(group, unpublished, before, tokens)

    later = [f"/small/history/{number}/" for number in range(last + 1, last_entry() + 1)]
    things = ["/small/elements/6/", "/small/elements/6.json"] + [
        f"/small/meetings/2/decisions/{number}{end}"
        for number in range(1, 5)
        for end in ("/", ".json")
    ]
    now = told(client, *entries, *later, *things)
    assert seen_in(now, tokens) == set()
    assert [asked for asked in public if now[asked] != public[asked]] == []
    assert {asked: now[asked][:3] for asked in now.keys() - public.keys()} == dict.fromkeys(
        [*later, *things], "404"
    )


def reader(group, who: str) -> Any:
    if who == "stranger":
        return AnonymousUser()
    return MembershipFactory(group=group, role=Role.DELEGATE).user


@pytest.mark.parametrize("who", ["stranger", "delegate"])
def test_to_search_for_what_is_not_public_is_to_search_for_nothing(
    group, unpublished, before, tokens, client_of, who
):
    client = client_of(reader(group, who))
    act_unseen(group, unpublished, before, tokens)
    nonsense = f"canary{uuid4().hex}"

    def answer(address: str, word: str) -> str:
        return unchanging(client.get(address.format(word))).replace(word, "…")

    asked = ["elements.json?q={}", "history.json?who={}", "search.json?q={}"]
    found = {
        text: [answer(f"/small/{address}", token) for address in asked]
        for text, token in tokens.items()
    }

    nothing = [answer(f"/small/{address}", nonsense) for address in asked]
    assert found == dict.fromkeys(tokens, nothing)


def test_what_is_not_public_is_not_counted(group, unpublished, before, tokens, client):
    act_unseen(group, unpublished, before, tokens)

    assert client.get("/small/elements.json").json()["total"] == 5
    assert client.get("/small.json").json()["questions"][0]["by_status"] == {
        "agreed": 1,
        "proposed": 4,
    }
    [ant] = client.get("/small/contributors.json").json()["contributors"]
    assert ant["proposals"] == 1
    [_first, second] = read(client.get("/small/meetings/")).one("main").texts("li")
    assert second.endswith("· 0 decisions")
    assert client.get("/small/elements/2.json").json()["wording"] == 1


def test_the_refusal_of_what_is_not_public_says_nothing_of_it(
    group, unpublished, before, tokens, client
):
    act_unseen(group, unpublished, before, tokens)

    assert problem(client.get("/small/elements/6/")) == (404, "The group has no element E6.")
    assert problem(client.get("/small/meetings/2/decisions/1/")) == (
        404,
        "Meeting 2 has no decision 1.",
    )
    assert problem(client.get(f"/small/history/{last_entry()}/")) == (
        404,
        f"There is no entry {last_entry()}.",
    )


def test_what_is_published_is_seen_by_everybody(group, unpublished, before, tokens, client):
    act_unseen(group, unpublished, before, tokens)

    publish_meeting(meeting=unpublished, by=secretary_of(group))

    # What was brought in to be read is no record; it stays with the secretariat.
    unpublished_for_good = tokens.pop("name of a document brought in")
    answers = told(client)
    assert_all_are_seen(answers, tokens)
    assert unpublished_for_good not in "".join(answers.values())


def test_who_was_present_is_told_once_the_meeting_is_published(
    group, unpublished, before, tokens, clerks_client, client
):
    act_unseen(group, unpublished, before, tokens)

    def noted(reader: Client) -> list[str]:
        data: list[str] = reader.get("/small/meetings/2.json").json()["present"]
        return data

    assert [noted(clerks_client), noted(client)] == [["ant"], []]
    publish_meeting(meeting=unpublished, by=secretary_of(group))
    assert noted(client) == ["ant"]


def test_on_which_items_an_unpublished_meeting_decided_is_not_told_by_how_the_others_ended(
    group, unpublished, elements, clerks_client, client
):
    """Two meetings alike but for what they decided are told alike."""
    by = secretary_of(group)
    quiet = MeetingFactory(group=group, number=3, published_at=None)
    for meeting in (unpublished, quiet):
        for position, element in enumerate(elements[:2], start=1):
            AgendaItem.objects.create(meeting=meeting, position=position, element=element)
    decide(unpublished, elements[0])
    for meeting in (unpublished, quiet):
        endings = dict.fromkeys(without_outcome(meeting), Ending.NOT_REACHED)
        close_meeting(meeting=meeting, endings=endings, by=by)

    def told(reader: Client, number: int) -> tuple[str, Any, int, Any]:
        page = (
            read(reader.get(f"/small/meetings/{number}/")).one("main").one("ol", class_="agenda")
        )
        data = reader.get(f"/small/meetings/{number}.json").json()["agenda"]
        archive = words_of(reader.get("/small/archive.zip")).split("history.jsonl: ")
        history = reader.get("/small/history.json?act=close_meeting").json()["entries"]
        return page.text, data, len(history), len(re.findall('[,"]not-reached[,"]', archive[0]))

    assert told(client, 2) == told(client, 3)
    assert told(client, 2)[2:] == (2, 0)
    assert told(clerks_client, 2) != told(clerks_client, 3)
    assert told(clerks_client, 2)[2:] == (5, 0)
    for meeting in (unpublished, quiet):
        publish_meeting(meeting=meeting, by=by)
    assert told(client, 2)[2:] == (5, 6)


def test_who_recorded_something_is_told_to_those_of_the_group_only(
    group, meeting, elements, clerk, client_of
):
    clerk.name = f"Clerk {uuid4().hex}"
    clerk.save()
    decide(meeting, elements[0], by=clerk)
    entry = Entry.objects.filter(group=group, noun="decision").get()
    pages = [
        "/small/elements/1/",
        "/small/meetings/1/decisions/1/",
        "/small/history/",
        f"/small/history/{entry.pk}/",
    ]
    data = [page.removesuffix("/") + ".json" for page in pages]

    def naming(person: Any) -> list[str]:
        client = client_of(person)
        return [at for at in [*pages, *data] if clerk.name in client.get(at).content.decode()]

    assert [naming(person) for person in (clerk, reader(group, "delegate"))] == [
        [*pages, *data[2:]]
    ] * 2
    assert [naming(person) for person in (AnonymousUser(), MembershipFactory().user)] == [[], []]


def test_a_name_that_is_not_told_can_not_be_asked_for(group, meeting, elements, clerk, client_of):
    clerk.name = f"Clerk {uuid4().hex}"
    clerk.save()
    decide(meeting, elements[0], by=clerk)

    def found(person: Any) -> int:
        data = client_of(person).get("/small/history.json", {"who": clerk.name}).json()
        return len(data["entries"])

    assert [found(person) > 0 for person in (clerk, reader(group, "delegate"))] == [True, True]
    assert [found(person) for person in (AnonymousUser(), MembershipFactory().user)] == [0, 0]
