"""What happened last, for those who follow: public acts, each once, a while after its recording.

A feed is fetched by programs that sign in nowhere and keep what they fetched: it tells what the
public may see, and a slip of the gavel only together with what put it right.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _

from deliberations.models import (
    Act,
    Contributor,
    Correction,
    CorrectionKind,
    Decision,
    Disposition,
    Element,
    Lift,
    Meeting,
    Proposal,
    Statement,
    Withdrawal,
    Wording,
    WorkingGroup,
)
from deliberations.models.acts import Clock
from deliberations.models.search import Asked, Matches, Searched
from deliberations.operations.corrections import ON_ITS_WAY, SLIP
from deliberations.readings.sought import MOST as MOST_SOUGHT

PUBLIC = AnonymousUser()
WAIT = SLIP + ON_ITS_WAY
"""After that, nobody puts a slip right any more."""
MOST = 50
NAMES = UUID("6f1c9a0e-52f5-4b5e-9d3c-0c2f7a7b41d6")
"""Of the ids of what feeds tell."""

type Scope = dict[type[Act], Q]

BESIDE: dict[type[Act], tuple[str, ...]] = {
    Wording: ("element", "meeting"),
    Proposal: ("element", "contributor", "meeting"),
    Withdrawal: ("element", "contributor", "meeting"),
    Decision: ("meeting",),
    Correction: ("decision__meeting", "meeting"),
    Statement: ("contributor", "element", "decision__meeting", "meeting"),
    Lift: ("statement__contributor", "statement__element", "statement__decision__meeting"),
}
"""The kinds of acts that feeds tell, with what is told of each."""
MEETINGS: dict[type[Act], tuple[str, ...]] = {
    Wording: ("meeting", "element__meeting"),
    Proposal: ("meeting", "element__meeting"),
    Withdrawal: ("meeting", "element__meeting"),
    Decision: ("meeting",),
    Correction: ("meeting",),
    Statement: ("meeting", "element__meeting", "decision__meeting"),
    Lift: ("meeting", "statement__meeting", "statement__element__meeting"),
}
"""With whose publication each became public."""


@dataclass
class News:
    """One act of a feed. noun: of `act`. public_at: when everybody could first read it."""

    noun: str
    act: Any
    public_at: datetime

    @property
    def id(self) -> UUID:
        """The same for good, whatever the address of the record is."""
        recorded_at = self.act.recorded_at.isoformat()
        return uuid5(NAMES, f"{self.noun} {self.act.pk} {recorded_at}")

    @property
    def about(self) -> Element | Decision:
        """On whose page it is told."""
        if self.noun == "decision":
            decision: Decision = self.act
            return decision
        said = self.act.statement if self.noun == "lift" else self.act
        about: Element | Decision = getattr(said, "element", None) or said.decision
        return about

    @property
    def title(self) -> str:
        named = {"about": self.about.reference, "who": who(self.act)}
        match self.noun:
            case "wording" if self.act.number == 1:
                return _("%(about)s is proposed") % named
            case "wording":
                return _("%(about)s is reworded") % named
            case "proposal":
                return _("%(about)s is also proposed by %(who)s") % named
            case "withdrawal":
                return _("%(about)s is withdrawn") % named
            case "correction":
                return _("%(about)s is annulled") % named
            case "lift":
                return _("%(about)s: what %(who)s said is lifted") % named
            case "statement":
                said = {**named, "kind": self.act.get_kind_display()}
                return _("%(about)s: %(kind)s of %(who)s") % said
        if self.act.slips:
            return _("%(about)s was recorded by a slip and annulled at once") % named
        return f"{self.about.reference}: {self.act.get_outcome_display()}"

    @property
    def text(self) -> str:
        """What it says, as plain text."""
        act = self.act
        if self.noun == "wording":
            return f"{act.text}\n\n{act.reason}".strip()
        if self.noun == "statement":
            return str(act.text)
        if self.noun == "proposal":
            return str(act.note)
        if self.noun != "decision":
            return str(act.reason)
        lines = [act.sentence] if not act.slips else [c.reason for c in act.slips]
        if not act.slips:
            lines += [f"• {d.element.reference} {d.wording.text}" for d in act.dispositions.all()]
        lines += [
            f"{c.get_kind_display()}, {c.decision.reference}: {c.reason}" for c in act.put_aside
        ]
        return "\n".join(lines)


def who(act: Any) -> str:
    """The contributor of an act; of a lift, the one whose statement it lifts."""
    contributor = getattr(getattr(act, "statement", act), "contributor", None)
    return contributor.name if contributor else _("one contributor, not named")


def of_group(group: WorkingGroup) -> Scope:
    return {
        Wording: Q(element__group=group),
        Proposal: Q(element__group=group),
        Withdrawal: Q(element__group=group),
        Decision: Q(meeting__group=group),
        Correction: Q(meeting__group=group),
        Statement: Q(contributor__group=group),
        Lift: Q(statement__contributor__group=group),
    }


def of_meeting(meeting: Meeting) -> Scope:
    """What happened there, and what is said of its decisions later."""
    return {
        **{model: Q(meeting=meeting) for model in BESIDE},
        Correction: Q(meeting=meeting) | Q(decision__meeting=meeting),
        Statement: Q(meeting=meeting) | Q(decision__meeting=meeting),
        Lift: Q(meeting=meeting) | Q(statement__decision__meeting=meeting),
    }


def of_elements(elements: Any) -> Scope:
    """elements: one, or their ids. With the decisions on them, and what is said of those."""
    disposed = Disposition.objects.visible_to(PUBLIC).filter(element__in=elements)
    decisions = disposed.values("decision")
    return {
        Wording: Q(element__in=elements),
        Proposal: Q(element__in=elements),
        Withdrawal: Q(element__in=elements),
        Decision: Q(pk__in=decisions),
        Correction: Q(decision__in=decisions) | Q(by_decision__in=decisions),
        Statement: Q(element__in=elements) | Q(decision__in=decisions),
        Lift: Q(statement__element__in=elements) | Q(statement__decision__in=decisions),
    }


def of_words(words: str, group: WorkingGroup) -> Scope:
    """What has the words, and all that becomes of the elements that have or had them.

    Of many such elements, those whose texts were entered last, as in a search. No words: nothing.
    """
    has = Q(Matches(Searched(), Asked(Value(words)))) if words else Q(pk__in=[])
    wordings = Wording.objects.visible_to(PUBLIC).filter(has, element__group=group)
    scope = of_elements(wordings.order_by("-pk").values("element")[:MOST_SOUGHT])
    return {
        **scope,
        Decision: scope[Decision] | Q(meeting__group=group) & has,
        Statement: scope[Statement] | Q(contributor__group=group) & has,
    }


def of_contributor(contributor: Contributor) -> Scope:
    """What it proposed and said, and all that becomes of what it proposed."""
    proposed = Proposal.objects.visible_to(PUBLIC).filter(contributor=contributor)
    scope = of_elements(proposed.values("element"))
    return {
        **scope,
        Withdrawal: scope[Withdrawal] | Q(contributor=contributor),
        Statement: scope[Statement] | Q(contributor=contributor),
        Lift: scope[Lift] | Q(statement__contributor=contributor),
    }


def news_of(scope: Scope) -> list[News]:
    """The latest public acts, latest first. A query for each kind of act, and three more."""
    found = []
    for model, beside in BESIDE.items():
        acts: Any = model._default_manager
        published = [Coalesce(f"{path}__published_at", "recorded_at") for path in MEETINGS[model]]
        rows = (
            acts.visible_to(PUBLIC)
            .filter(scope[model], recorded_at__lte=Clock() - WAIT)
            .annotate(public_at=Greatest("recorded_at", *published))
            .select_related(*beside)
            .order_by("-public_at", "-place", "-pk")
        )
        noun = str(model._meta.model_name)
        found += [News(noun, act, vars(act)["public_at"]) for act in told_once(rows, model)[:MOST]]
    found.sort(key=lambda news: (news.public_at, news.act.place, news.act.pk), reverse=True)
    return found[:MOST]


def told_once(rows: Any, model: type[Act]) -> Any:
    """Without what another entry tells, and with what its own tells beside."""
    corrections = Correction.objects.visible_to(PUBLIC).select_related("decision__meeting")
    at_once = corrections.filter(recorded_at__lte=F("decision__recorded_at") + WAIT)
    if model is Wording:
        # An amended text is told with the decision that agreed it.
        return rows.filter(decision=None)
    if model is Proposal:
        first = Wording.objects.visible_to(PUBLIC).filter(
            element=OuterRef("element"), number=1, recorded_in=OuterRef("recorded_in")
        )
        return rows.exclude(Exists(first), withdrawal=None)
    if model is Correction:
        # By another decision: told with that.
        return rows.filter(by_decision=None).exclude(pk__in=at_once.values("pk"))
    if model is Decision:
        dispositions = Disposition.objects.visible_to(PUBLIC).select_related("element", "wording")
        mistaken = at_once.filter(kind=CorrectionKind.CLERICAL)
        return rows.exclude(pk__in=mistaken.values("decision")).prefetch_related(
            Prefetch("dispositions", dispositions.order_by("position")),
            Prefetch("corrections", at_once.filter(by_decision=None), to_attr="slips"),
            Prefetch("corrects", corrections, to_attr="put_aside"),
        )
    return rows
