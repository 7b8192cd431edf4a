"""What each check finds in the record, as its reader sees it.

Nothing here is wrong by itself; each finding says what a secretary would want to look at, and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    DateField,
    DateTimeField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Concat, JSONArray
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from deliberations import permissions
from deliberations.models import (
    DECIDED,
    AgendaItem,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Element,
    Issue,
    Lift,
    Look,
    Meeting,
    MeetingState,
    Outcome,
    Standing,
    Statement,
    Wording,
    WorkingGroup,
)
from deliberations.models.statements import LIFTABLE
from deliberations.readings.agenda import name_of
from deliberations.readings.meetings import days_of

MOST = 100
"""So many findings of a kind are listed."""
COMPARED = 1000
"""So many decided elements, the last ones, are compared with one another."""
ALIKE = 90
"""From this on (of 100), two texts are all but the same."""
OPEN_PHRASES = ("ad referendum", "pending")
"""How a phrase begins that leaves a decision to be completed."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at. key: the same as long as it is the same finding.

    elements, decisions, meeting: where to look. look: by which the secretariat put it aside.
    """

    key: str
    sentence: str
    elements: list[Element] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    meeting: Meeting | None = None
    look: Look | None = None


def in_force(reader: permissions.Person, decision: str = "pk") -> Q:
    """That the decision at this path was neither annulled nor replaced."""
    put_right = Correction.objects.visible_to(reader).filter(
        decision=OuterRef(decision),
        kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT],
    )
    return ~Q(Exists(put_right))


def dispositions(group: WorkingGroup, reader: permissions.Person) -> QuerySet[Disposition]:
    return (
        Disposition.objects.visible_to(reader)
        .filter(in_force(reader, "decision"), element__group=group)
        .select_related("element", "decision__meeting")
        .order_by("element__number", "decision__place")
    )


def decided_otherwise(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    said = Correction.objects.visible_to(reader).filter(
        by_decision=OuterRef("decision"), kind=CorrectionKind.RECONSIDERATION
    )
    agreed = (
        Disposition.objects.visible_to(reader)
        .filter(in_force(reader, "decision"), element=OuterRef("element"), to_status="agreed")
        .filter(decision__place__lt=OuterRef("decision__place"))
    )
    unsaid = dispositions(group, reader).exclude(to_status=Outcome.AGREED)
    for found in unsaid.filter(Exists(agreed), ~Q(Exists(said)))[:MOST]:
        yield Finding(
            f"otherwise-{found.pk}",
            _("%(element)s was agreed; %(decision)s has it “%(status)s” and reconsiders nothing.")
            % {
                "element": found.element.reference,
                "decision": found.decision.reference,
                "status": found.get_to_status_display(),
            },
            [found.element],
            [found.decision],
        )


def reworded(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    agreed = Disposition.objects.visible_to(reader).filter(
        in_force(reader, "decision"),
        element=OuterRef("element"),
        to_status=Outcome.AGREED,
        wording__number__lt=OuterRef("number"),
    )
    wordings = (
        Wording.objects.visible_to(reader)
        .filter(Exists(agreed), element__group=group)
        .select_related("element")
        .order_by("element__number", "number")
    )
    for wording in wordings[:MOST]:
        yield Finding(
            f"reworded-{wording.pk}",
            _("%(element)s was agreed in an earlier wording than wording %(number)d.")
            % {"element": wording.element.reference, "number": wording.number},
            [wording.element],
        )


def still_open(group: WorkingGroup, reader: permissions.Person) -> QuerySet[Decision]:
    """The decisions by which some element still stands where it does."""
    standings = Standing.objects.visible_to(reader).filter(disposition__decision=OuterRef("pk"))
    return (
        Decision.objects.visible_to(reader)
        .filter(Exists(standings), meeting__group=group)
        .select_related("meeting")
        .order_by("meeting__number", "number")
    )


def in_no_report(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    reference = Concat(
        Cast(OuterRef("meeting__number"), TextField()),
        Value("/D"),
        Cast(OuterRef("number"), TextField()),
        output_field=TextField(),
    )
    reports = Issue.objects.visible_to(reader).filter(
        group=group, meeting=None, parts__contains=JSONArray(JSONArray(reference))
    )
    deferred = still_open(group, reader).filter(outcome=Outcome.DEFERRED)
    for decision in deferred.filter(~Q(Exists(reports)))[:MOST]:
        yield Finding(
            f"unreported-{decision.pk}",
            _("What %(decision)s deferred to the report is in no report that was issued.")
            % {"decision": decision.reference},
            decisions=[decision],
        )


def to_be_discharged(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    begins = Q()
    for phrase in OPEN_PHRASES:
        begins |= Q(qualifier__phrase__istartswith=phrase)
    phrases = DecisionQualifier.objects.visible_to(reader).filter(begins, decision=OuterRef("pk"))
    found = still_open(group, reader).annotate(
        phrases=ArraySubquery(phrases.order_by("position").values("qualifier__phrase"))
    )
    for decision in found.exclude(phrases=[])[:MOST]:
        yield Finding(
            f"open-{decision.pk}",
            _("%(decision)s was decided “%(phrases)s”, and nothing since says otherwise.")
            % {"decision": decision.reference, "phrases": "; ".join(vars(decision)["phrases"])},
            decisions=[decision],
        )


def not_lifted(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    lifts = Lift.objects.visible_to(reader).filter(statement=OuterRef("pk"))
    statements = (
        Statement.objects.visible_to(reader)
        .filter(~Q(Exists(lifts)), kind__in=LIFTABLE, contributor__group=group)
        .select_related("contributor", "element", "decision__meeting")
        .order_by("place")
    )
    for said in statements[:MOST]:
        about = said.element or said.decision
        yield Finding(
            f"unlifted-{said.pk}",
            _("%(kind)s of %(who)s on %(about)s: “%(text)s”")
            % {
                "kind": said.get_kind_display().capitalize(),
                "who": said.contributor.name,
                "about": about.reference if about else "",
                "text": said.text,
            },
            [said.element] if said.element else [],
            [said.decision] if said.decision else [],
        )


def nearly_the_same(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    """Of the elements decided last: each pair of texts is compared."""
    decided = list(
        Standing.objects.visible_to(reader)
        .filter(element__group=group, status__in=DECIDED)
        .select_related("element", "wording")
        .order_by("-place", "element__number")[:COMPARED]
    )
    decided.sort(key=lambda standing: standing.element.number)
    texts = [" ".join(standing.wording.text.casefold().split()) for standing in decided]
    for at, one in enumerate(decided):
        for other_at in range(at + 1, len(decided)):
            other = decided[other_at]
            if one.status == other.status:
                continue
            alike = fuzz.ratio(texts[at], texts[other_at], score_cutoff=ALIKE)
            if alike:
                yield Finding(
                    f"alike-{one.wording_id}-{other.wording_id}",
                    _(
                        "%(one)s is “%(one_status)s”, %(other)s is “%(other_status)s”; their "
                        "texts are alike to %(percent)d %%."
                    )
                    % {
                        "one": one.element.reference,
                        "one_status": one.get_status_display(),
                        "other": other.element.reference,
                        "other_status": other.get_status_display(),
                        "percent": int(alike),
                    },
                    [one.element, other.element],
                )


def without_outcome(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    decided = Disposition.objects.visible_to(reader).filter(
        in_force(reader, "decision"), decision__meeting=OuterRef("meeting")
    )
    items = (
        AgendaItem.objects.visible_to(reader)
        .filter(meeting__group=group, meeting__state=MeetingState.CLOSED, ending="")
        .exclude(Exists(decided.filter(element=OuterRef("element"))))
        .exclude(Q(Exists(decided.filter(element__question=OuterRef("question"))), element=None))
        .select_related("meeting", "question", "element")
        .order_by("meeting__number", "position")
    )
    public = Q(meeting__published_at__isnull=False)
    # What an unpublished meeting decided is not seen, and then this would say that it did not.
    for item in items.filter(public | served(group, reader))[:MOST]:
        yield Finding(
            f"unended-{item.pk}",
            _("Item %(position)d of the agenda, %(name)s, has no outcome.")
            % {"position": item.position, "name": name_of(item)},
            [item.element] if item.element else [],
            meeting=item.meeting,
        )


def served(group: WorkingGroup, reader: permissions.Person) -> Q:
    return Q() if permissions.serves(reader, group) else Q(pk__in=[])


def dated_elsewhen(group: WorkingGroup, reader: permissions.Person) -> Iterator[Finding]:
    there = Func(
        F("meeting__time_zone"),
        F("happened_at"),
        function="timezone",
        output_field=DateTimeField(),
    )
    decisions = (
        Decision.objects.visible_to(reader)
        .filter(in_force(reader), meeting__group=group, happened_at__isnull=False)
        .annotate(day=Cast(there, DateField()))
        .exclude(day__gte=F("meeting__starts_on"), day__lte=F("meeting__ends_on"))
        .select_related("meeting")
        .order_by("meeting__number", "number")
    )
    for decision in decisions[:MOST]:
        yield Finding(
            f"elsewhen-{decision.pk}",
            _("%(decision)s is dated %(day)s; its meeting was held %(days)s.")
            % {
                "decision": decision.reference,
                "day": date_format(vars(decision)["day"], "j M Y"),
                "days": days_of(decision.meeting, "M"),
            },
            decisions=[decision],
            meeting=decision.meeting,
        )
