"""The board: the elements of a group by what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from deliberations import permissions
from deliberations.models import (
    BEGINNING,
    Decision,
    DecisionQualifier,
    Disposition,
    Question,
    Standing,
    Status,
    WorkingGroup,
)
from deliberations.readings.moments import NOW, Moment, standings_at

# In the order of the seed's own synthesis; what is still open comes after what is decided.
ORDER = [
    Status.AGREED,
    Status.DEFERRED,
    Status.NOT_DISCUSSED,
    Status.REJECTED,
    Status.PROPOSED,
    Status.WITHDRAWN,
]
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


def in_order(standings: QuerySet[Standing]) -> QuerySet[Standing]:
    """By disposition: status, decision, then the order of the decision's own list."""
    rank = Case(
        *(When(status=status, then=Value(rank)) for rank, status in enumerate(ORDER)),
        output_field=IntegerField(),
    )
    return standings.order_by(
        "element__question__number",
        rank,
        "disposition__decision__place",
        "disposition__position",
        "element__number",
    )


def board_of(
    group: WorkingGroup, *, reader: permissions.Person, page: int = 1, moment: Moment = NOW
) -> Board:
    """The board of a group as it stands (or stood), as the reader sees it. Four queries."""
    questions = {
        question.pk: Answers(question)
        for question in Question.objects.visible_to(reader)
        .filter(group=group)
        .select_related("source")
    }
    standings = standings_at(moment, reader).filter(element__group=group)
    undated = Q(at_from=BEGINNING) if moment.is_past else Q(pk__in=[])
    counts = (
        standings.order_by()
        .values("element__question", "status")
        .annotate(number=Count("pk"), undated=Count("pk", filter=undated))
        .values_list("element__question", "status", "number", "undated")
    )
    for question, status, number, since_when_unknown in sorted(
        counts, key=lambda row: ORDER.index(Status(row[1]))
    ):
        questions[question].shares.append(Share(status, number))
        questions[question].undated += since_when_unknown
    answers = list(questions.values())
    pages = max(1, -(-sum(answer.total for answer in answers) // PAGE))
    shown = in_order(
        standings.select_related(
            "element",
            "wording",
            "disposition__decision__meeting",
            "disposition__decision__heading",
        )
    ).prefetch_related(DecisionQualifier.with_phrases("disposition__decision__qualifications"))
    for ruling, question in rulings_of(shown[(page - 1) * PAGE : page * PAGE]):
        questions[question].rulings.append(ruling)
    return Board(answers, page, pages)


def rulings_of(standings: QuerySet[Standing]) -> Iterator[tuple[Ruling, int]]:
    """Neighbours with the same question, status and decision as one ruling each."""

    def decision_of(standing: Standing) -> Decision | None:
        disposition: Disposition | None = standing.disposition
        return disposition.decision if disposition else None

    for (question, status, decision), members in groupby(
        standings, key=lambda s: (s.element.question_id, s.status, decision_of(s))
    ):
        yield Ruling(status, decision, list(members)), question
