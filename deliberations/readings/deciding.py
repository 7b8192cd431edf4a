"""What a meeting may decide on, in the order in which the room comes to it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from deliberations import permissions
from deliberations.models import AgendaItem, Element, Meeting, Standing

OPEN_FIRST = ("proposed", "deferred", "not-discussed", "rejected", "agreed", "withdrawn")


class Choice(NamedTuple):
    """An element to decide on. rank: its place in the list, which is in the order of the ranks."""

    standing: Standing
    rank: str


def choices_of(
    meeting: Meeting, reader: permissions.Person, agenda: Sequence[AgendaItem] = ()
) -> list[Choice]:
    """The elements of the group: those of the item taken up, then what is open, then the rest;
    each part in the order of the agenda, then of their numbers. One query."""
    return ranked(Standing.objects.visible_to(reader), meeting, agenda)


def changed_since(
    seen: int, meeting: Meeting, reader: permissions.Person, agenda: Sequence[AgendaItem]
) -> list[Choice]:
    """Those of them that an act after that place in the record touched. One query."""
    standings = Standing.objects.visible_to(reader).filter(place__gt=seen)
    return ranked(standings, meeting, agenda)


def is_about(item: AgendaItem, element: Element) -> bool:
    """Whether a decision on the element is one on the item."""
    if item.element_id:
        return item.element_id == element.pk
    return item.question_id == element.question_id


def ranked(
    standings: QuerySet[Standing], meeting: Meeting, agenda: Sequence[AgendaItem]
) -> list[Choice]:
    rank = rank_by(meeting, agenda)
    of_group = standings.filter(element__group=meeting.group).order_by()
    found = of_group.select_related("element", "wording")
    return sorted((Choice(one, rank(one)) for one in found), key=lambda choice: choice.rank)


def rank_by(meeting: Meeting, agenda: Sequence[AgendaItem]) -> Callable[[Standing], str]:
    taken_up = next((item for item in agenda if item.pk == meeting.takes_up_id), None)
    of_element = {item.element_id: at for at, item in enumerate(agenda) if item.element_id}
    of_question = {item.question_id: at for at, item in enumerate(agenda) if item.question_id}

    def rank(standing: Standing) -> str:
        element, question = standing.element_id, standing.element.question_id
        is_taken_up = taken_up is not None and is_about(taken_up, standing.element)
        place = of_element.get(element, of_question.get(question, len(agenda)))
        open_first = OPEN_FIRST.index(standing.status)
        return f"{not is_taken_up:d}{open_first}{place:04}{standing.element.number:09}"

    return rank
