"""Every list of the record as a table, with what the address asks of it.

A table is declared once, a head for each column with what it says of a row, for all its formats.
"""

from collections.abc import Iterator
from itertools import batched, chain
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase

from deliberations import permissions
from deliberations.data import hit_data
from deliberations.forms.elements import FilterForm
from deliberations.forms.history import HistoryForm
from deliberations.models import (
    Contribution,
    Correction,
    Decision,
    DecisionQualifier,
    Disposition,
    Document,
    Source,
)
from deliberations.models.contributors import Alphabetical
from deliberations.readings.history import ACT_WORDS, Line, entries_of, in_words, joined
from deliberations.readings.lists import Asked, order_of, standings_asked
from deliberations.readings.moments import Moment, acts_at, known_at, told
from deliberations.readings.search import search as found_in
from deliberations.readings.sought import MOST
from deliberations.views.contributors import contributors_of
from deliberations.views.finding import find_group, find_meeting
from deliberations.views.history import asked_of
from deliberations.views.parameters import checked, moment_asked
from deliberations.views.search import sought_in
from deliberations.views.tables import Columns, Table, table_answer

AT_ONCE = 2000
"""So many rows are in memory at a time."""

# ---- elements

ELEMENTS: Columns = {
    "element": lambda s: s.element.reference,
    "text": lambda s: s.wording.text,
    "wording": lambda s: s.wording.number,
    "status": lambda s: s.status,
    "decision": lambda s: s.disposition and s.disposition.decision.reference,
    "question": lambda s: s.element.question.number,
    "heading": lambda s: s.element.heading and s.element.heading.name,
}


def element_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    """All elements of the list, as it is asked for."""
    working_group = find_group(request, group)
    form = checked(FilterForm(request.GET, group=working_group, reader=request.user))
    moment = moment_asked(request, working_group)
    asked = Asked(**form.cleaned_data)
    standings = standings_asked(working_group, asked, moment, request.user)
    rows = standings.order_by(*order_of(asked, moment).by()).iterator(chunk_size=AT_ONCE)

    return table_answer(Table(f"{group}-elements", ELEMENTS, rows), end)


# ---- decisions

DECISIONS: Columns = {
    "decision": lambda d: d.reference,
    "outcome": lambda d: d.outcome,
    "sentence": lambda d: d.sentence,
    "basis": lambda d: d.basis,
    "qualifiers": lambda d: d.phrases,
    "heading": lambda d: d.heading and d.heading.name,
    "elements": lambda d: d.of_elements,
    "in force": lambda d: not d.is_put_right,
    "decided at": lambda d: told(d, d.meeting.group),
    "moment known": lambda d: d.known_to,
    "recorded at": lambda d: d.recorded_at,
    "source": lambda d: d.source and d.source.title,
}


def decision_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    """All decisions of a group, or those of a moment."""
    working_group = find_group(request, group)
    moment = moment_asked(request, working_group)
    rows = decisions_of(Q(meeting__group=working_group), request.user, moment)

    return table_answer(Table(f"{group}-decisions", DECISIONS, rows), end)


def meeting_table(request: HttpRequest, group: str, meeting: int, end: str) -> HttpResponseBase:
    """All decisions of a meeting, or those of a moment."""
    found = find_meeting(request, group, meeting)
    rows = decisions_of(Q(meeting=found), request.user, moment_asked(request, found.group))

    return table_answer(Table(f"{group}-{meeting}-decisions", DECISIONS, rows), end)


def decisions_of(asked: Q, reader: permissions.Person, moment: Moment) -> Iterator[Decision]:
    """In their order, each with its phrases and elements, and whether it was put right by then."""
    this = OuterRef("pk")
    corrections = Correction.objects.visible_to(reader).filter(known_at(moment), decision=this)
    qualifiers = DecisionQualifier.objects.visible_to(reader).filter(decision=this)
    dispositions = Disposition.objects.visible_to(reader).filter(decision=this)
    elements = dispositions.annotate(cited=joined(":E", "element__number"))
    return (
        Decision.objects.visible_to(reader)
        .filter(asked, acts_at(moment))
        .select_related("meeting__group", "heading", "source")
        .annotate(
            phrases=ArraySubquery(
                qualifiers.order_by("position").values_list("qualifier__phrase")
            ),
            of_elements=ArraySubquery(elements.order_by("position").values_list("cited")),
            is_put_right=Exists(corrections.exclude(kind="reconsideration")),
        )
        .order_by("meeting__number", "number")
        .iterator(chunk_size=AT_ONCE)
    )


# ---- contributors

CONTRIBUTORS: Columns = {
    "contributor": lambda c: c.name,
    "short name": lambda c: c.short_name,
    "kind": lambda c: c.kind,
    "stakeholder group": lambda c: c.stakeholder_group,
    "country": lambda c: c.country,
    "of": lambda c: c.affiliation and c.affiliation.name,
    "contributions": lambda c: c.contribution_count,
    "elements proposed": lambda c: c.proposal_count,
}


def contributor_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    working_group = find_group(request, group)
    moment = moment_asked(request, working_group)
    rows = contributors_of(working_group, request.user, moment).iterator(chunk_size=AT_ONCE)

    return table_answer(Table(f"{group}-contributors", CONTRIBUTORS, rows), end)


# ---- documents

DOCUMENTS: Columns = {
    "kind": lambda d: getattr(d, "kind", d._meta.model_name),
    "title": lambda d: d.title,
    "by": lambda d: getattr(d, "author", None) or getattr(d, "names", None),
    "dated": lambda d: d.dated,
    "meeting": lambda d: getattr(d, "meeting", None) and d.meeting.number,
    "question": lambda d: getattr(d, "question", None) and d.question.number,
    "address": lambda d: d.url,
    "SHA-256": lambda d: getattr(d, "sha256", None),
    "note": lambda d: d.note,
}


def document_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    """Documents, contributions and sources, in that order."""
    working_group = find_group(request, group)

    def of_group(rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(group=working_group).order_by("dated", "title")

    reader = request.user
    names = Contribution.objects.visible_to(reader).filter(pk=OuterRef("pk"))
    rows = chain(
        of_group(Document.objects.visible_to(reader).select_related("meeting")),
        of_group(
            Contribution.objects.visible_to(reader)
            .select_related("meeting", "question")
            .annotate(
                names=ArraySubquery(
                    names.order_by(Alphabetical("authors__name")).values("authors__name")
                )
            )
        ),
        of_group(Source.objects.visible_to(reader)),
    )

    return table_answer(Table(f"{group}-documents", DOCUMENTS, rows), end)


# ---- history

HISTORY: Columns = {
    "entry": lambda line: line.entry.pk,
    "recorded at": lambda line: line.entry.recorded_at,
    "who": lambda line: line.who,
    "act": lambda line: line.act,
    "thing": lambda line: line.thing,
    "change": lambda line: line.entry.label,
    "changes": lambda line: [f"{c.name}: {c.old or '–'} → {c.new or '–'}" for c in line.changes],
    "reason": lambda line: line.reason,
}


def history_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    """All entries of the history, as it is asked for, latest first."""
    working_group = find_group(request, group)
    names_shown = permissions.names_shown(request.user, working_group)
    form = checked(HistoryForm(request.GET, act_words=ACT_WORDS))
    entries = asked_of(
        entries_of(working_group, reader=request.user), form.cleaned_data, names_shown
    ).iterator(chunk_size=AT_ONCE)

    def rows() -> Iterator[Line]:
        for some in batched(entries, AT_ONCE, strict=False):
            yield from in_words(some, reader=request.user, names_shown=names_shown)

    return table_answer(Table(f"{group}-history", HISTORY, rows()), end)


# ---- search

SEARCH: Columns = {
    "kind": lambda hit: hit["kind"],
    "found": lambda hit: hit.get("reference") or hit.get("on") or hit.get("title"),
    "text": lambda hit: hit["text"],
    "wording": lambda hit: hit.get("wording"),
    "status": lambda hit: hit.get("status"),
    "contributor": lambda hit: hit.get("contributor"),
    "address": lambda hit: hit["url"],
}


def search_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    """What the words find, best first, as many of each kind as are looked at."""
    working_group = find_group(request, group)
    _form, sought = sought_in(request, working_group)
    hits = found_in(sought, some=MOST).hits if sought.words else []
    rows = (hit_data(hit, group) for hit in hits)

    return table_answer(Table(f"{group}-search", SEARCH, rows), end)
