"""What a reader may look for in the record of a group: the kinds of things, and what they have."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Expression,
    F,
    FloatField,
    Model,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Coalesce, Extract
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.models import (
    Authorship,
    Contribution,
    Contributor,
    Decision,
    Document,
    Issue,
    Meeting,
    Proposal,
    Statement,
    Wording,
    WorkingGroup,
)
from deliberations.models.search import IsOneOf
from deliberations.readings.moments import NOW, Moment, acts_at

MOST = 1000
"""So many of a kind are looked at, the latest: a word in every text is found as fast as a rare
one."""

BEST, LATEST, BY_NUMBER = "", "latest", "number"


@dataclass(frozen=True)
class Sought:
    """words: as search engines read them. kind, status: "" for any. sort: BEST and its like."""

    words: str
    group: WorkingGroup
    reader: permissions.Person
    kind: str = ""
    status: str = ""
    meeting: Meeting | None = None
    contributor: Contributor | None = None
    sort: str = BEST
    moment: Moment = NOW


@dataclass(frozen=True)
class Kind:
    """A kind of thing that is searched. shown: its text in the answer.

    group, status, meeting: the paths there; "" for what it has not. by: that a contributor is
    one of its own, None where it can't be. people: who its own are, each with the row, as
    (owner, slug, name). numbered, lasted: its number, and a number that grows with its moment;
    None: its pk.
    """

    name: str
    label: Any
    model: type[Model]
    group: str
    shown: Callable[[Any], str]
    beside: tuple[str, ...]
    meeting: str = ""
    status: str = ""
    owner: str = "pk"
    people: Callable[[Sought, list[int]], QuerySet[Any]] | None = None
    by: Callable[[Sought], Q | None] = lambda _sought: None
    numbered: Expression | F | None = None
    lasted: Expression | F | None = None


def named(rows: QuerySet[Any], owner: str, contributor: str) -> QuerySet[Any]:
    """contributor: the path to it, "" for the row itself."""
    path = f"{contributor}__" if contributor else ""
    return rows.order_by().values_list(F(owner), F(f"{path}slug"), F(f"{path}name"))


def proposals_of(sought: Sought) -> QuerySet[Proposal]:
    return Proposal.objects.visible_to(sought.reader).filter(acts_at(sought.moment))


def text_of(document: Document) -> str:
    return "\n".join(
        filter(None, [document.title, document.introduction, document.closing, document.note])
    )


DATED = Coalesce(Extract("dated", "epoch"), Value(0.0), output_field=FloatField())

KINDS = [
    Kind(
        "elements",
        gettext_lazy("Elements"),
        Wording,
        "element__group",
        lambda wording: wording.text,
        ("element",),
        meeting="disposition__decision__meeting",
        status="status",
        owner="element",
        people=lambda sought, owners: named(
            proposals_of(sought).filter(IsOneOf("element", owners)), "element", "contributor"
        ),
        by=lambda sought: Q(
            element__in=proposals_of(sought)
            .filter(contributor=sought.contributor)
            .values("element")
        ),
        numbered=F("element__number"),
    ),
    Kind(
        "decisions",
        gettext_lazy("Decisions"),
        Decision,
        "meeting__group",
        lambda decision: decision.sentence,
        ("meeting",),
        meeting="meeting",
        status="outcome",
        numbered=F("meeting__number") * Value(1e9, FloatField()) + F("number"),
        lasted=F("place"),
    ),
    Kind(
        "statements",
        gettext_lazy("Statements"),
        Statement,
        "contributor__group",
        lambda statement: statement.text,
        ("contributor", "element", "decision__meeting"),
        meeting="meeting",
        people=lambda sought, owners: named(
            Statement.objects.visible_to(sought.reader).filter(IsOneOf("pk", owners)),
            "pk",
            "contributor",
        ),
        by=lambda sought: Q(contributor=sought.contributor),
        lasted=F("place"),
    ),
    Kind(
        "contributors",
        gettext_lazy("Contributors"),
        Contributor,
        "group",
        lambda contributor: contributor.name,
        ("affiliation",),
        people=lambda sought, owners: named(
            Contributor.objects.visible_to(sought.reader).filter(IsOneOf("pk", owners)), "pk", ""
        ),
        by=lambda sought: Q(pk=sought.contributor.pk if sought.contributor else None),
    ),
    Kind(
        "contributions",
        gettext_lazy("Contributions"),
        Contribution,
        "group",
        lambda paper: f"{paper.title}\n{paper.note}".strip(),
        ("question",),
        meeting="meeting",
        people=lambda sought, owners: named(
            Authorship.objects.visible_to(sought.reader).filter(IsOneOf("contribution", owners)),
            "contribution",
            "contributor",
        ),
        by=lambda sought: Q(authors=sought.contributor),
        lasted=DATED,
    ),
    Kind(
        "documents",
        gettext_lazy("Documents"),
        Document,
        "group",
        text_of,
        ("meeting",),
        meeting="meeting",
        lasted=DATED,
    ),
    Kind(
        "issued",
        gettext_lazy("Issued documents"),
        Issue,
        "group",
        lambda issue: issue.text,
        ("meeting",),
        meeting="meeting",
        numbered=F("number"),
    ),
]
