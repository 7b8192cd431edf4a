"""The agenda of a meeting as it is dealt with: each item, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery

from deliberations import permissions
from deliberations.models import (
    AgendaItem,
    Correction,
    CorrectionKind,
    Decision,
    Disposition,
    Meeting,
    Standing,
)
from deliberations.readings.moments import (
    NOW,
    Moment,
    acts_at,
    entered_by,
    known_at,
    last_day_of,
    standings_at,
)
from deliberations.readings.texts import put_back


@dataclass(frozen=True)
class Decided:
    """What is told of a decision here. reference: as it is cited, 2/D5."""

    number: int
    reference: str
    outcome: str
    sentence: str


@dataclass
class Line:
    """An item and its outcome.

    decisions: those in force of the meeting that decide on its element or, for a question, on
    elements that answer it; in their order. is_taken_up: the meeting, in session, discusses it.
    text: what its element says.
    """

    item: AgendaItem
    text: str
    decisions: list[Decided]
    is_taken_up: bool

    @property
    def is_open(self) -> bool:
        return not self.decisions and not self.item.ending

    @property
    def name(self) -> str:
        return name_of(self.item)


def name_of(item: AgendaItem) -> str:
    """What an item is about, in a line: “Question 1 An initial discussion”, “E41”."""
    return " ".join(filter(None, [str(item.element or item.question or ""), item.title]))


def texts_of(items: Iterable[AgendaItem], reader: permissions.Person) -> dict[int, str]:
    """What the elements on an agenda say, as the reader sees them: {element: text}. One query."""
    standings = Standing.objects.visible_to(reader).filter(
        element__in={item.element_id for item in items if item.element_id}
    )
    return dict(standings.values_list("element", "wording__text"))


def tells_endings(meeting: Meeting, reader: permissions.Person) -> bool:
    """Whether the reader is told how items of the meeting ended. Reads the group.

    Of a meeting that is not published they are not: an item without an ending would be one on
    which it decided.
    """
    return meeting.is_published or permissions.serves(reader, meeting.group)


def agenda_of(meeting: Meeting, reader: permissions.Person, moment: Moment = NOW) -> list[Line]:
    """The agenda in its order, as the reader may see it and as the record knew it then. At most
    two queries; three of what was known at an earlier moment.
    """
    items = list(
        AgendaItem.objects.visible_to(reader)
        .filter(entered_by(moment, AgendaItem, reader), meeting=meeting)
        .select_related("question", "element", "carried_to", "source")
        .annotate(text=text_seen_by(reader, moment))
        .order_by("position")
    )
    if items:
        put_back(items, moment.known, reader)
    of_element: dict[int, dict[int, Decided]] = {}
    of_question: dict[int, dict[int, Decided]] = {}
    for element, question, decided in decided_on(meeting, items, reader, moment):
        of_element.setdefault(element, {})[decided.number] = decided
        of_question.setdefault(question, {})[decided.number] = decided

    def decisions_on(item: AgendaItem) -> list[Decided]:
        if item.element_id:
            return list(of_element.get(item.element_id, {}).values())
        return list(of_question.get(item.question_id or 0, {}).values())

    is_on = meeting.is_in_session and not moment.is_past
    taken_up = meeting.takes_up_id if is_on else None
    is_before = moment.at is not None and moment.at < last_day_of(meeting)
    if is_before or not tells_endings(meeting, reader):
        for item in items:
            item.ending, item.carried_to = "", None
    return [Line(item, item.text or "", decisions_on(item), item.pk == taken_up) for item in items]


def decided_on(
    meeting: Meeting, items: Iterable[AgendaItem], reader: permissions.Person, moment: Moment
) -> Iterator[tuple[int, int, Decided]]:
    """What is, or was then, in force of the meeting's decisions on the items, in their order:
    (element, its question, what was decided). One query, where an item says its element or
    question.
    """
    elements = {item.element_id for item in items if item.element_id}
    questions = {item.question_id for item in items if item.question_id}
    if not elements and not questions:
        return
    ended = Correction.objects.visible_to(reader).filter(
        known_at(moment),
        decision__meeting=meeting,
        kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT],
    )
    dispositions = (
        Disposition.objects.visible_to(reader)
        .filter(Q(element__in=elements) | Q(element__question__in=questions))
        .filter(decision__meeting=meeting)
        .exclude(decision__in=ended.order_by().values("decision"))
        .order_by("decision__number", "position")
    )
    if moment.is_past:
        taken = Decision.objects.visible_to(reader).filter(acts_at(moment), meeting=meeting)
        dispositions = dispositions.filter(decision__in=taken.order_by().values("pk"))
    # No models: a meeting may have decided a thousand times.
    for element, question, number, outcome, sentence in dispositions.values_list(
        "element",
        "element__question",
        "decision__number",
        "decision__outcome",
        "decision__sentence",
    ):
        reference = f"{meeting.number}/D{number}"
        yield element, question, Decided(number, reference, outcome, sentence)


def items_of(meeting: Meeting, reader: permissions.Person) -> list[AgendaItem]:
    """The items alone, in their order. One query."""
    items = AgendaItem.objects.visible_to(reader).filter(meeting=meeting)
    return list(items.select_related("question", "element").order_by("position"))


def text_seen_by(reader: permissions.Person, moment: Moment) -> Subquery:
    standings = standings_at(moment, reader).filter(element=OuterRef("element"))
    return Subquery(standings.values("wording__text")[:1])
