"""The board: the elements of a group by what became of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import (
    Case,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from deliberations import permissions
from deliberations.models import (
    BEGINNING,
    Decision,
    DecisionQualifier,
    Disposition,
    Question,
    Standing,
    Status,
    Tally,
    WorkingGroup,
)
from deliberations.readings.moments import NOW, Moment, standings_at
from deliberations.readings.runs import Section, page_shown

# In the order of the seed's own synthesis; what is still open comes after what is decided.
ORDER = [
    Status.AGREED,
    Status.DEFERRED,
    Status.NOT_DISCUSSED,
    Status.REJECTED,
    Status.PROPOSED,
    Status.WITHDRAWN,
]
RANK = {status.value: rank for rank, status in enumerate(ORDER)}
PAGE = 200


@dataclass
class Ruling:
    """Elements that stand somewhere by the same decision (None: by no decision)."""

    status: str
    decision: Decision | None
    standings: list[Standing]

    @property
    def label(self) -> str:
        return str(Status(self.status).label)


@dataclass
class Share:
    """How many elements stand somewhere."""

    status: str
    number: int

    @property
    def label(self) -> str:
        return str(Status(self.status).label)


@dataclass
class Answers:
    """What became of the elements proposed in answer to a question.

    undated: of how many that stand as proposed at a past moment the sources do not say since when.
    """

    question: Question
    shares: list[Share] = field(default_factory=list)
    undated: int = 0
    rulings: list[Ruling] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(share.number for share in self.shares)


@dataclass
class Board:
    """The record of a group on a page: its questions, each with shares and rulings.

    page, pages: which part of the elements the rulings show, PAGE elements each.
    """

    answers: list[Answers]
    page: int
    pages: int

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def next(self) -> int:
        return self.page + 1


def board_of(
    group: WorkingGroup, *, reader: permissions.Person, page: int = 1, moment: Moment = NOW
) -> Board:
    """The board of a group as it stands (or stood), as the reader sees it. At most six queries.

    It counts by tallies, and reads no more elements than it shows.
    """
    questions = {
        question.pk: Answers(question)
        for question in Question.objects.visible_to(reader)
        .filter(group=group)
        .select_related("source")
    }
    standings = beside(standings_at(moment, reader).filter(element__group=group))
    tallies = Tally.objects.visible_to(reader).filter(group=group)
    tallies = tallies.as_of(moment.at, moment.known)
    sections = sections_of(tallies, questions)
    shown = page_shown(standings, tallies, sections, (page - 1) * PAGE, PAGE)
    for section in sections:
        answers = questions[section.question.pk]
        answers.shares.append(Share(section.status, section.number))
        answers.undated += section.undated if moment.is_past else 0
    prefetch_related_objects(
        shown, DecisionQualifier.with_phrases("disposition__decision__qualifications")
    )
    for ruling, question in rulings_of(shown):
        questions[question].rulings.append(ruling)
    pages = max(1, -(-sum(section.number for section in sections) // PAGE))
    return Board(list(questions.values()), page, pages)


def sections_of(tallies: QuerySet[Tally], questions: dict[int, Answers]) -> list[Section]:
    """In the order of the board. One query."""
    since = Q(at_from=BEGINNING)
    counted = (
        tallies.order_by()
        .values_list("question", "status")
        .annotate(how_many=Sum("number"), undated=Coalesce(Sum("number", filter=since), Value(0)))
    )
    found = [Section(questions[pk].question, *counts) for pk, *counts in counted]
    return sorted(found, key=lambda section: (section.question.number, RANK[section.status]))


def beside(standings: QuerySet[Standing]) -> QuerySet[Standing]:
    """With what the board says of each."""
    return standings.select_related(
        "element",
        "wording",
        "disposition__decision__meeting",
        "disposition__decision__heading",
    )


def in_order(standings: QuerySet[Standing]) -> QuerySet[Standing]:
    """By disposition: status, decision, then the order of the decision's own list."""
    rank = Case(
        *(When(status=status, then=Value(rank)) for status, rank in RANK.items()),
        output_field=IntegerField(),
    )
    return standings.order_by(
        "element__question__number",
        rank,
        "disposition__decision__place",
        "disposition__position",
        "element__number",
    )


def rulings_of(standings: Iterable[Standing]) -> Iterator[tuple[Ruling, int]]:
    """Neighbours with the same question, status and decision as one ruling each."""

    def decision_of(standing: Standing) -> Decision | None:
        disposition: Disposition | None = standing.disposition
        return disposition.decision if disposition else None

    for (question, status, decision), members in groupby(
        standings, key=lambda s: (s.element.question_id, s.status, decision_of(s))
    ):
        yield Ruling(status, decision, list(members)), question
