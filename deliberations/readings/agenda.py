"""The agenda of a meeting as it is dealt with: each item, and what became of it."""

from dataclasses import dataclass

from deliberations import permissions
from deliberations.models import AgendaItem, CorrectionKind, Decision, Disposition, Meeting


@dataclass
class Line:
    """An item and its outcome.

    decisions: those in force of the meeting that decide on its element or, for a question, on
    elements that answer it; in their order.
    """

    item: AgendaItem
    decisions: list[Decision]
    is_taken_up: bool

    @property
    def is_open(self) -> bool:
        return not self.decisions and not self.item.ending


def agenda_of(meeting: Meeting, reader: permissions.Person) -> list[Line]:
    """The agenda in its order, as the reader may see it. Two queries."""
    items = (
        AgendaItem.objects.visible_to(reader)
        .filter(meeting=meeting)
        .select_related("question", "element", "carried_to", "source")
        .order_by("position")
    )
    dispositions = (
        Disposition.objects.visible_to(reader)
        .filter(decision__meeting=meeting)
        .exclude(
            decision__corrections__kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT]
        )
        .select_related("decision__meeting", "element")
        .order_by("decision__number", "position")
    )
    of_element: dict[int, dict[int, Decision]] = {}
    of_question: dict[int, dict[int, Decision]] = {}
    for disposition in dispositions:
        decision, element = disposition.decision, disposition.element
        of_element.setdefault(element.pk, {})[decision.pk] = decision
        of_question.setdefault(element.question_id, {})[decision.pk] = decision

    def decisions_on(item: AgendaItem) -> list[Decision]:
        if item.element_id:
            return list(of_element.get(item.element_id, {}).values())
        return list(of_question.get(item.question_id or 0, {}).values())

    return [Line(item, decisions_on(item), item.pk == meeting.takes_up_id) for item in items]
