"""The drills of the console: what must come out however often, however many at once, whoever dies.

Each decides the same few elements again and again, with a reason, so that a page stays as small as
that of a young group and the drill can be long.
"""

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from deliberations.models import Decision, Element, Meeting, Standing, WorkingGroup
from tests.drills.forked import Forked, forge
from tests.drills.room import PATIENCE, Answer, Person, Room, Table, at_once, laid
from tests.pages import Fields, errors

OUTCOMES = ("agreed", "rejected")
COPIES = 10


class Difference(AssertionError):
    """What came out is not what must."""


def expect(what: str, found: Any, expected: Any) -> None:
    if found != expected:
        raise Difference(f"{what}: {found!r}, expected {expected!r}")


@dataclass
class Figures:
    """How it went.

    wanted: the decisions there would be with time for all. seconds: of each request, from sending
    to the last byte of the answer.
    """

    wanted: int
    seconds: list[float] = field(default_factory=list)
    recorded: int = 0
    began: float = field(default_factory=time.monotonic)

    def note(self, answers: Iterable[Answer]) -> None:
        self.seconds += [answer.seconds for answer in answers]

    def __str__(self) -> str:
        ordered = sorted(self.seconds)
        median, most = (ordered[int(len(ordered) * part)] * 1000 for part in (0.5, 0.95))
        short = f" of {self.wanted}, as time was up" if self.recorded < self.wanted else ""
        return (
            f"{len(ordered)} requests, {self.recorded} recorded{short}, "
            f"{time.monotonic() - self.began:.1f} s, p50 {median:.0f} ms, p95 {most:.0f} ms"
        )


def within[Thing](seconds: float, things: Iterable[Thing]) -> Iterator[Thing]:
    """Those for which there is time."""
    deadline = time.monotonic() + seconds
    for thing in things:
        if time.monotonic() > deadline:
            return
        yield thing


def copies_of_a_form(room: Room, *, forms: int, seconds: float = math.inf) -> Figures:
    """Each form is sent ten times at once, by turns to all servers: recorded once, ten answers
    with the same number."""
    table = laid(elements=4, people=1)
    [person] = table.people
    figures = Figures(forms)
    done = 0
    form = person.look(room.place(0))
    for n in within(seconds, range(forms)):
        element = table.elements[n % len(table.elements)]
        form = filled(form, element.number, OUTCOMES[n // 4 % 2])

        answers = at_once([partial(person.send, room.place(copy), form) for copy in range(COPIES)])

        done += 1
        form = answers[-1].renews(form)
        figures.note(answers)
        expect(f"answers to form {n + 1}", told(answers), [(200, f"2/D{n + 1}")] * COPIES)
    figures.recorded = count_of_gapless(table.meeting)
    expect("recorded", figures.recorded, done)
    return figures


def conflicting_pairs(room: Room, *, pairs: int, seconds: float = math.inf) -> Figures:
    """Two secretaries have the page before them, then decide an element differently at once: one
    is recorded, the other is told why not, and nothing but the one is written."""
    table = laid(elements=4, people=2)
    # So that each of the pairs reconsiders, and writes as many rows as the next.
    for element in table.elements:
        gavel_alone(room, table, element, "agreed")
    before = rows()
    gavel_alone(room, table, table.elements[0], "rejected")
    written_by_one = written_since(before)

    figures = Figures(pairs)
    done = 0
    for n in within(seconds, range(pairs)):
        done += 1
        pair_of_gavels(room, table, n, figures)

    expected = {name: count * (done + 1) for name, count in written_by_one.items()}
    expect("rows written", written_since(before), expected)
    figures.recorded = count_of_gapless(table.meeting) - len(table.elements) - 1
    expect("recorded", figures.recorded, done)
    return figures


def gavel_alone(room: Room, table: Table, element: Element, outcome: str) -> None:
    person, place = table.people[0], room.place(0)
    answer = person.send(place, filled(person.look(place), element.number, outcome))
    expect("the answer to one gavel", answer.status, 200)


def pair_of_gavels(room: Room, table: Table, n: int, figures: Figures) -> None:
    element = table.elements[n % len(table.elements)]
    forms = [
        filled(person.look(room.place(n + side)), element.number, OUTCOMES[side])
        for side, person in enumerate(table.people)
    ]

    answers = at_once(
        [
            partial(person.send, room.place(n + side), forms[side])
            for side, person in enumerate(table.people)
        ]
    )

    figures.note(answers)
    won = [side for side, answer in enumerate(answers) if answer.status == 200]
    expect(f"recorded of pair {n + 1}", len(won), 1)
    lost = answers[1 - won[0]]
    if lost.status not in (409, 422) or lost.recorded or not any(errors(lost)):
        raise Difference(f"pair {n + 1}: the other is answered {lost.status}, {errors(lost)}")
    standing = Standing.objects.get(element=element, public=False)
    expect(f"the status after pair {n + 1}", standing.status, OUTCOMES[won[0]])


def many_writers(room: Room, *, writers: int, acts: int, seconds: float = math.inf) -> Figures:
    """Each goes on with the form that the last answer brought; no number is left out."""
    table = laid(elements=writers, people=writers)
    figures = Figures(writers * acts)

    def write(n: int) -> list[Answer]:
        person, place = table.people[n], room.place(n)
        form, answers = person.look(place), []
        for act in within(seconds, range(acts)):
            number = table.elements[n].number
            answer = person.send(place, filled(form, number, OUTCOMES[act % 2]))
            if answer.status != 200 or not answer.recorded:
                raise Difference(f"writer {n + 1}, act {act + 1}: answered {answer.status}")
            answers.append(answer)
            form = answer.renews(form)
        return answers

    answers = list(chain(*at_once([partial(write, n) for n in range(writers)])))

    figures.note(answers)
    figures.recorded = count_of_gapless(table.meeting)
    expect("recorded", figures.recorded, len(answers))
    expect("numbers told", len({answer.recorded for answer in answers}), len(answers))
    return figures


def killed_servers(room: Room, *, kills: int, seconds: float = math.inf) -> Figures:
    """A server is killed between the sending and the answer; the form is sent again elsewhere."""
    table = laid(elements=4, people=1)
    [person] = table.people
    figures = Figures(kills)
    done = 0
    with forge(room.environ) as made:
        for n in within(seconds, range(kills)):
            done += 1
            element = table.elements[n % len(table.elements)]
            form = filled(person.look(room.place(n)), element.number, OUTCOMES[n // 4 % 2])
            with made.server() as doomed:
                MOMENTS[n % len(MOMENTS)](table.meeting, person, doomed, form)

            answers = [person.send(room.place(turn), form) for turn in range(2)]

            figures.note(answers)
            expect(f"answers after kill {n + 1}", told(answers), [(200, f"2/D{n + 1}")] * 2)
    figures.recorded = count_of_gapless(table.meeting)
    expect("recorded", figures.recorded, done)
    return figures


def kill_when_sent(_meeting: Meeting, person: Person, server: Forked, form: Fields) -> None:
    with person.send_only(server.place, form):
        server.kill()


def kill_amid_the_act(meeting: Meeting, person: Person, server: Forked, form: Fields) -> None:
    """Its transaction is open and waits for the group, which we hold."""
    with transaction.atomic():
        WorkingGroup.objects.select_for_update().get(pk=meeting.group_id)
        with person.send_only(server.place, form):
            wait_until(somebody_waits, "the act begins")
            server.kill()


def kill_when_recorded(_meeting: Meeting, person: Person, server: Forked, form: Fields) -> None:
    """It has committed, and is about to make the page that says so."""
    recorded = Decision.objects.filter(intention=form["intention"][0])
    with person.send_only(server.place, form):
        wait_until(recorded.exists, "the decision is recorded")
        server.kill()


MOMENTS = (kill_when_recorded, kill_amid_the_act, kill_when_sent)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        # Who is connected is remembered until the transaction ends, and who waits comes later.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
            " WHERE NOT granted AND datname = current_database()"
        )
        return bool(cursor.fetchone()[0])


def wait_until(it_is_so: Any, what: str) -> None:
    """Asks on and on: to be late by a pause would be to miss the moment."""
    deadline = time.monotonic() + PATIENCE
    while not it_is_so():
        if time.monotonic() > deadline:
            raise Difference(f"never: {what}")


def filled(form: Fields, element: int, outcome: str) -> Fields:
    """The form with a decision in it, and the gavel pressed."""
    return {
        **form,
        "elements": [str(element)],
        "outcome": [outcome],
        "sentence": ["So decided."],
        "reconsiders": ["We come back to it."],
        "do": ["record"],
    }


def told(answers: list[Answer]) -> list[tuple[int, str]]:
    return [(answer.status, answer.recorded) for answer in answers]


def count_of_gapless(meeting: Meeting) -> int:
    numbers = list(meeting.decisions.order_by("number").values_list("number", flat=True))
    expect("numbers", numbers, list(range(1, len(numbers) + 1)))
    return len(numbers)


def written_since(before: dict[str, int]) -> dict[str, int]:
    return {table: count - before[table] for table, count in rows().items()}


def rows() -> dict[str, int]:
    """How many rows each table of the record has, its history included."""
    models = apps.get_app_config("deliberations").get_models()
    return {model.__name__: model._default_manager.count() for model in models}
