"""How one element got where it stands: its acts and edits in one line of time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from deliberations import permissions
from deliberations.models import (
    BEGINNING,
    Act,
    Correction,
    Decision,
    DecisionQualifier,
    Disposition,
    Element,
    Entry,
    Lift,
    Proposal,
    Standing,
    Statement,
    Withdrawal,
    Wording,
)
from deliberations.readings.history import Line
from deliberations.readings.moments import NOW, Moment, counts_from, standings_at


@dataclass
class Event:
    """One act in the line of time of an element.

    kind: the noun of `thing`. entry: the number of its entry in the history, None for one the
    reader does not see. status: the class under which it is shown. before: for a rewording (also
    for one that a decision agreed as amended), the text before it. proposals: for the first
    wording, those that put it forward. reconsidered_by: for a disposition, the later decisions
    that took the element up again.
    """

    kind: str
    thing: Any
    act: Act
    status: str
    place: int
    entry: int | None = None
    before: str = ""
    corrections: list[Correction] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    reconsidered_by: list[Decision] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Its own place on the page of the element, which stays."""
        if self.kind == "disposition":
            decision = self.thing.decision
            return f"decision-{decision.meeting.number}-{decision.number}"
        return f"{self.kind}-{self.thing.number if self.kind == 'wording' else self.thing.pk}"


@dataclass
class Timeline:
    """The events of an element, latest first, with what is counted from them.

    edits: the changes of its own row, its question, its heading and those who speak on its page.
    """

    events: list[Event]
    edits: list[Entry]
    proposals: list[Proposal]
    wordings: list[Wording]

    def decision_of(self, standing: Standing) -> Decision | None:
        """The decision that put the element where it stands, with its qualifications."""
        for event in self.events:
            if event.kind == "disposition" and event.thing.pk == standing.disposition_id:
                decision: Decision = event.thing.decision
                return decision
        return None


def timeline_of(element: Element, *, reader: permissions.Person, moment: Moment = NOW) -> Timeline:
    """All that happened to an element (until a moment), as the reader sees it. A constant number
    of queries.
    """

    def seen(acts: Any) -> Any:
        return acts.objects.visible_to(reader).select_related("meeting", "source", "recorded_by")

    wordings = list(seen(Wording).filter(element=element).order_by("number"))
    proposals = list(
        seen(Proposal)
        .filter(element=element)
        .select_related("meeting", "source", "recorded_by", "contributor", "contribution")
    )
    withdrawals = (
        seen(Withdrawal)
        .filter(element=element)
        .select_related("meeting", "source", "recorded_by", "contributor")
    )
    decided = Disposition.objects.visible_to(reader).filter(element=element)
    statements = (
        seen(Statement)
        .filter(Q(element=element) | Q(decision__in=decided.values("decision")))
        .select_related(
            "meeting",
            "source",
            "recorded_by",
            "contributor",
            "lift__meeting",
            "decision__meeting",
        )
        .annotate(lifted=Exists(Lift.objects.visible_to(reader).filter(statement=OuterRef("pk"))))
    )
    dispositions = dispositions_of(element, reader)
    events = [
        *wording_events(wordings, proposals),
        *(
            Event("proposal", proposal, proposal, "proposed", proposal.place)
            for proposal in proposals
            if not came_with(proposal, wordings)
        ),
        *(Event("withdrawal", w, w, "withdrawn", w.place) for w in withdrawals),
        *(disposition_event(disposition, wordings) for disposition in dispositions),
        *(Event("statement", s, s, "", s.place) for s in with_lifts(statements)),
    ]
    events.sort(key=lambda event: (event.place, event.thing.pk), reverse=True)
    if moment.is_past:
        events = list(until(events, moment))
        held = {event.thing.pk for event in events if event.kind == "wording"}
        held |= {event.thing.wording_id for event in events if event.kind == "disposition"}
        wordings = [wording for wording in wordings if wording.pk in held]
        proposals = [p for p in proposals if moment.known is None or p.recorded_at <= moment.known]
    tell_reconsiderations(events)
    edits = number_entries(element, events, reader)
    if moment.known:
        edits = [edit for edit in edits if edit.recorded_at <= moment.known]
    return Timeline(events, edits, proposals, wordings)


def until(events: list[Event], moment: Moment) -> Iterable[Event]:
    """Of the events, latest first, those of that moment, each with what was known of it then."""
    # A decision that corrects another is known by the correction, written a moment after it.
    corrected = {c.by_decision_id: c.recorded_at for e in events for c in e.corrections}
    latest, held = BEGINNING, []
    for event in reversed(events):
        counts = counts_from(event.act) or latest
        latest = max(latest, counts)
        recorded_at = event.act.recorded_at
        if event.kind == "disposition":
            recorded_at = corrected.get(event.act.pk, recorded_at)
        if moment.holds(counts, recorded_at):
            if moment.known:
                event.corrections = [c for c in event.corrections if c.recorded_at <= moment.known]
            held.append(event)
    return reversed(held)


def with_lifts(statements: Iterable[Any]) -> Iterable[Any]:
    """Each statement with its lift only if the reader sees that (`lifted`)."""
    for statement in statements:
        if not statement.lifted:
            statement._state.fields_cache["lift"] = None
        yield statement


def came_with(proposal: Proposal, wordings: list[Wording]) -> bool:
    """Whether the proposal entered the record with the element itself, not later."""
    return proposal.recorded_in == wordings[0].recorded_in and proposal.withdrawal_id is None


def dispositions_of(element: Element, reader: permissions.Person) -> QuerySet[Disposition]:
    corrections = Correction.objects.visible_to(reader).select_related(
        "by_decision__meeting", "meeting", "source", "recorded_by"
    )
    return (
        Disposition.objects.visible_to(reader)
        .filter(element=element)
        .select_related(
            "wording",
            "reconsiders__decision__meeting",
            "decision__meeting",
            "decision__source",
            "decision__recorded_by",
            "decision__replaces__meeting",
        )
        .prefetch_related(
            DecisionQualifier.with_phrases("decision__qualifications"),
            Prefetch("decision__corrections", corrections),
        )
    )


def disposition_event(disposition: Disposition, wordings: list[Wording]) -> Event:
    decision, wording = disposition.decision, disposition.wording
    amended = wording.decision_id == decision.pk
    return Event(
        "disposition",
        disposition,
        decision,
        disposition.to_status,
        decision.place,
        before=text_of(wording.number - 1, wordings) if amended else "",
        corrections=decision.put_right,
    )


def text_of(number: int, wordings: list[Wording]) -> str:
    return next((wording.text for wording in wordings if wording.number == number), "")


def tell_reconsiderations(events: list[Event]) -> None:
    """Tell with each disposition by which later ones it was taken up again."""
    dispositions = {event.thing.pk: event for event in events if event.kind == "disposition"}
    for event in reversed(dispositions.values()):
        if earlier := dispositions.get(event.thing.reconsiders_id):
            earlier.reconsidered_by.append(event.thing.decision)


def wording_events(wordings: list[Wording], proposals: list[Proposal]) -> Iterable[Event]:
    """The first wording is the proposal itself; each later one shows what it changed."""
    before = ""
    for wording in wordings:
        # An amended wording is shown with the decision that agreed it.
        if wording.decision_id is None:
            event = Event("wording", wording, wording, "proposed", wording.place, before=before)
            if wording is wordings[0]:
                event.proposals = [p for p in proposals if came_with(p, wordings)]
            yield event
        before = wording.text


def number_entries(
    element: Element, events: list[Event], reader: permissions.Person
) -> list[Entry]:
    """Give each event the number of its entry; return the edits of what surrounds them."""
    surroundings = set(surroundings_of(element, events))
    things = surroundings.copy()
    for event in events:
        noun = "decision" if event.kind == "disposition" else event.kind
        things.add((noun, event.act.pk))
    wanted = Q()
    for noun in sorted({noun for noun, _pk in things}):
        wanted |= Q(noun=noun, object_id__in=[pk for n, pk in things if n == noun])
    entries = list(Entry.objects.visible_to(reader).filter(wanted).order_by("id"))
    numbers = {(e.noun, e.object_id): e.pk for e in entries if e.label == "insert"}
    for event in events:
        noun = "decision" if event.kind == "disposition" else event.kind
        event.entry = numbers.get((noun, event.act.pk))
    return [
        entry
        for entry in entries
        if (entry.noun, entry.object_id) in surroundings and entry.label != "insert"
    ]


def surroundings_of(element: Element, events: list[Event]) -> Iterable[tuple[str, int]]:
    """(noun, id) of what can be edited and is told with the element: itself, its question, its
    heading, and who proposed it, withdrew it or said something of it."""
    yield "element", element.pk
    yield "question", element.question_id
    if element.heading_id:
        yield "heading", element.heading_id
    for event in events:
        acts = event.proposals if event.kind == "wording" else [event.thing]
        for act in acts:
            if contributor := getattr(act, "contributor_id", None):
                yield "contributor", contributor


def with_changes_outside(events: list[Event], lines: list[Line]) -> list[Event | Line]:
    """The events, latest first, and among them, by when they were written, the changes that were
    made outside the application. lines: edits, latest last."""
    outside = [line for line in lines if line.entry.is_outside]
    told: list[Event | Line] = []
    for event in events:
        while outside and event.entry and outside[-1].entry.pk > event.entry:
            told.append(outside.pop())
        told.append(event)
    return [*told, *reversed(outside)]


def standing_of(
    group: str, number: int, *, reader: permissions.Person, moment: Moment = NOW
) -> Standing | None:
    """Where an element stands (or stood), with all that its page's head shows. One query.

    text_before, text_after: what the neighbouring elements read, None where there is none.
    """

    def text_of(neighbour: int) -> Subquery:
        return Subquery(
            standings_at(moment, reader)
            .filter(element__group__slug=group, element__number=neighbour)
            .values("wording__text")[:1]
        )

    return (
        standings_at(moment, reader)
        .select_related(
            "element__group",
            "element__question",
            "element__heading",
            "element__source",
            "element__meeting",
            "wording",
            "disposition__decision__meeting",
        )
        .annotate(text_before=text_of(number - 1), text_after=text_of(number + 1))
        .filter(element__group__slug=group, element__number=number)
        .first()
    )
