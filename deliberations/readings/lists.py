"""The list of elements as it is asked for: what fits, in which order, and by what to ask on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Aggregate, Count, F, Max, Q, QuerySet, Sum, Value
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import Proposal, Standing, Status, Tally, WorkingGroup
from deliberations.readings.facets import Chip, Facet, facet_of, totals
from deliberations.readings.groups import ORDER
from deliberations.readings.moments import Moment, standings_at
from deliberations.readings.steps import (
    Key,
    Order,
    element_read,
    element_written,
    instant_read,
    instant_written,
    number_read,
    word_read,
)

NUMBER = Key("element__number", element_read, element_written)
ORDERS = {
    "": Order((NUMBER,)),
    "-number": Order((Key("element__number", element_read, element_written, falls=True),)),
    "status": Order((Key("status", word_read), NUMBER)),
    "recent": Order((Key("moved", number_read, falls=True), NUMBER)),
}
RECENT_THEN = Order((Key("place", instant_read, instant_written, falls=True), NUMBER))
"""At a past moment, the place of an element is the moment since when it stood there."""

MOST = 2_000
"""Of so many elements at most it is counted who proposed them."""

LARGE = 10_000
"""Elements of a group that are more than are put in order for each page of them."""

OF_STANDINGS = {
    "status": "status",
    "question": "element__question__number",
    "heading": "element__heading__name",
    "meeting": "disposition__decision__meeting__number",
}
OF_TALLIES = {
    "status": "status",
    "question": "question__number",
    "heading": "heading__name",
    "meeting": "decision__meeting__number",
}


@dataclass(frozen=True)
class Asked:
    """What is asked of the list, in the shape of the form that checked it."""

    q: str
    status: str
    question: Any
    heading: str
    contributor: Any
    meeting: Any
    sort: str

    @property
    def values(self) -> dict[str, Any]:
        """As in OF_STANDINGS; None: any."""
        return {
            "status": self.status or None,
            "question": self.question and self.question.number,
            "heading": self.heading or None,
            "meeting": self.meeting and self.meeting.number,
        }

    @property
    def is_all(self) -> bool:
        """Whether every element fits."""
        return not (self.q.strip() or self.contributor or any(self.values.values()))

    def chips(self, labels: dict[str, str]) -> list[Chip]:
        """labels: {name: what is asked, in words}."""
        words = {
            "q": f"“{self.q.strip()}”" if self.q.strip() else "",
            "status": str(Status(self.status).label) if self.status else "",
            "question": str(self.question.number) if self.question else "",
            "heading": self.heading,
            "contributor": self.contributor.name if self.contributor else "",
            "meeting": str(self.meeting.number) if self.meeting else "",
        }
        return [Chip(name, labels[name], said) for name, said in words.items() if said]


def order_of(asked: Asked, moment: Moment) -> Order:
    return RECENT_THEN if moment.is_past and asked.sort == "recent" else ORDERS[asked.sort]


def standings_asked(
    group: WorkingGroup, asked: Asked, moment: Moment, reader: permissions.Person
) -> QuerySet[Standing]:
    """The elements of the group that fit, as they stood then; in no order."""
    fit = fitting(group, asked, moment, reader).filter(by_standing(asked))
    if asked.sort == "recent" and not moment.is_past:
        # What moved last in a small group, or of what fits, may be far down in the index of what
        # moved last in any.
        is_large = asked.is_all and last_number_of(group) > LARGE
        fit = fit.annotate(moved=F("place") if is_large else F("place") + Value(0))
    return fit.select_related(
        "element__question", "element__heading", "wording", "disposition__decision__meeting"
    )


def fitting(
    group: WorkingGroup,
    asked: Asked,
    moment: Moment,
    reader: permissions.Person,
    *,
    by_anyone: bool = False,
) -> QuerySet[Standing]:
    """Those that fit the words and the contributor. by_anyone: whoever proposed them."""
    standings = standings_at(moment, reader).filter(element__group=group).filter(by_words(asked.q))
    if asked.contributor and not by_anyone:
        proposed = Proposal.objects.visible_to(reader).filter(contributor=asked.contributor)
        standings = standings.filter(element__in=proposed.values("element"))
    return standings


def by_words(q: str) -> Q:
    words = q.strip()
    if not words:
        return Q()
    number = re.fullmatch(r"[eE]?([1-9][0-9]{0,8})", words)
    return Q(wording__text__icontains=words) | (
        Q(element__number=int(number[1])) if number else Q()
    )


def by_standing(asked: Asked) -> Q:
    condition = Q()
    if asked.status:
        condition &= Q(status=asked.status)
    if asked.question:
        condition &= Q(element__question=asked.question)
    if asked.heading:
        condition &= Q(element__heading__name=asked.heading)
    if asked.meeting:
        condition &= Q(disposition__decision__meeting=asked.meeting)
    return condition


def facets_asked(
    group: WorkingGroup,
    asked: Asked,
    moment: Moment,
    reader: permissions.Person,
    labels: dict[str, str],
    more: str = "",
) -> tuple[int, list[Facet]]:
    """(how many elements fit, by what to ask for fewer of them). Two queries.

    labels: {name: of its facet}. more: the facet of which all choices are asked for.
    """
    total, found = totals(cells_of(group, asked, moment, reader), asked.values)

    def facet(name: str, numbers: list[tuple[Any, str]]) -> Facet:
        chosen = asked.values[name]
        told = [(str(v), words, found[name][v]) for v, words in numbers if v is not None]
        return facet_of(name, labels[name], told, "" if chosen is None else str(chosen), more)

    def named(name: str, words: str = "%s") -> list[tuple[Any, str]]:
        values = {*found[name], asked.values[name]} - {None}
        return [(value, words % value) for value in sorted(values)]

    return total, [
        facet("status", [(status.value, str(status.label)) for status in ORDER]),
        facet("question", named("question", _("Question %d"))),
        facet("heading", named("heading")),
        contributor_facet(group, asked, moment, reader, labels["contributor"], more, total),
        facet("meeting", named("meeting", _("Meeting %d"))),
    ]


def cells_of(
    group: WorkingGroup, asked: Asked, moment: Moment, reader: permissions.Person
) -> Iterator[tuple[dict[str, Any], int]]:
    """How many fit the words and the contributor, of each combination of the rest. One query; by
    the tallies where these know it.
    """
    number: Aggregate
    if asked.q.strip() or asked.contributor:
        rows: QuerySet[Any] = fitting(group, asked, moment, reader)
        paths, number = OF_STANDINGS, Count("pk")
    else:
        rows = Tally.objects.visible_to(reader).filter(group=group).as_of(moment.at, moment.known)
        paths, number = OF_TALLIES, Sum("number")
    cells = rows.order_by().values_list(*paths.values()).annotate(how_many=number)
    for *values, how_many in cells:
        yield dict(zip(paths, values, strict=True)), how_many


def contributor_facet(
    group: WorkingGroup,
    asked: Asked,
    moment: Moment,
    reader: permissions.Person,
    label: str,
    more: str,
    total: int,
) -> Facet:
    """Counted by the proposals of each element, so of no more than MOST elements: of more, only
    what is chosen is told."""
    chosen = asked.contributor.slug if asked.contributor else ""
    told: list[tuple[str, str, int]] = []
    note = _("Counted where %(most)d elements or fewer fit.") % {"most": MOST}
    if (last_number_of(group) if asked.contributor else total) <= MOST:
        note = ""
        fit = fitting(group, asked, moment, reader, by_anyone=True).filter(by_standing(asked))
        told += (
            Proposal.objects.visible_to(reader)
            .filter(contributor__group=group, element__in=fit.values("element"))
            .values_list("contributor__slug", "contributor__name")
            .annotate(number=Count("element", distinct=True))
            .order_by("contributor__name")
        )
    if asked.contributor and chosen not in {slug for slug, _name, _number in told}:
        told.append((chosen, asked.contributor.name, total))
    return replace(facet_of("contributor", label, told, chosen, more), note=note)


def last_number_of(group: WorkingGroup) -> int:
    """At least as many as there are elements of it."""
    number: int | None = group.elements.aggregate(last=Max("number"))["last"]
    return number or 0
