"""Which rows of the record answer what is looked for, as it stood at a moment."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import (
    Exists,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Extract

from deliberations import permissions
from deliberations.models import Contributor, Decision, Issue, Statement, Stay, Wording
from deliberations.models.search import Asked, Matches, Rank, Searched
from deliberations.models.stays import StayQuerySet
from deliberations.readings.moments import (
    acts_at,
    dated_by,
    entered_by,
    known_at,
    standings_at,
)
from deliberations.readings.sought import BEST, BY_NUMBER, KINDS, LATEST, MOST, Kind, Sought


class Candidate(NamedTuple):
    """A row that answers. owner: what is shown once only; of a wording its element.

    key: by which it is sorted.
    """

    kind: str
    pk: int
    owner: int
    key: float
    status: str | None
    meeting: int | None


def candidates(sought: Sought) -> list[Candidate]:
    """The rows that answer, of each kind the latest MOST and one more where there are more, in no
    order; of an element, the latest of its wordings that answers. One query.
    """
    found: dict[tuple[str, int], Candidate] = {}
    for row in sorted(rows_that_answer(sought), key=itemgetter(1)):
        found[row[0], row[2]] = Candidate(*row)
    return list(found.values())


def rows_that_answer(sought: Sought) -> Iterable[tuple[Any, ...]]:
    """As Candidate has them. What is asked of today by words alone is put together only once for
    each way to ask it: that takes longer than the answer.
    """
    depends_on_more = sought.moment.is_past or sought.meeting or sought.contributor
    if depends_on_more or isinstance(sought.reader, permissions.PublicThen):
        return question_of(sought) or []
    served = permissions.groups_served(sought.reader)
    way = (sought.group.pk, sought.kind, sought.status, sought.sort, *served)
    asked = PUT_TOGETHER.get(way)
    if asked is None:
        rows = question_of(replace(sought, words=WORDS))
        asked = rows.query.sql_with_params() if rows is not None else ("", ())
        if len(PUT_TOGETHER) >= WAYS:
            PUT_TOGETHER.clear()
        PUT_TOGETHER[way] = asked
    text, values = asked
    if not text:
        return []
    with connection.cursor() as cursor:
        cursor.execute(text, [sought.words if value == WORDS else value for value in values])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


WORDS = "the words that are looked for"
"""In their place in a question that is put together."""
WAYS = 500
PUT_TOGETHER: dict[tuple[Any, ...], tuple[str, Sequence[Any]]] = {}
"""SQL with its values, by what it depends on: what a reader sees follows from whom they serve."""


def question_of(sought: Sought) -> QuerySet[Any] | None:
    """None where nothing can be what is asked for."""
    each = [rows for kind in KINDS if (rows := candidates_of(kind, sought)) is not None]
    if not each:
        return None
    return each[0].union(*each[1:], all=True).order_by() if len(each) > 1 else each[0]


def people_of(rows: list[Candidate], sought: Sought) -> Counter[tuple[str, str]]:
    """How many of the rows each contributor, as (slug, name), has a part in. One query."""
    each = [
        kind.people(sought, owners)
        for kind in KINDS
        if kind.people and (owners := [row.owner for row in rows if row.kind == kind.name])
    ]
    if not each:
        return Counter()
    found = each[0].union(*each[1:], all=True).order_by() if len(each) > 1 else each[0]
    return Counter((slug, name) for _owner, slug, name in set(found) if slug)


def candidates_of(kind: Kind, sought: Sought) -> QuerySet[Any] | None:
    """None where nothing of this kind can be what is asked for."""
    rows: Any = kind.model._default_manager
    by = kind.by(sought) if sought.contributor else Q()
    if by is None or (sought.status and not kind.status) or (sought.meeting and not kind.meeting):
        return None
    question = Asked(Value(sought.words))
    keys: dict[str, Any] = {
        BEST: Value(0.0) - Rank(Searched(), question, Value(1)),
        LATEST: Value(0.0) - Cast(last_act_of(kind, sought), FloatField()),
        BY_NUMBER: kind.numbered or F("pk"),
    }
    meeting = f"{kind.meeting}__number" if kind.meeting else ""
    latest = (
        rows.visible_to(sought.reader)
        .filter(
            Matches(Searched(), question),
            by,
            those_of_then(kind, sought),
            that_stand(kind, sought),
            **{kind.group: sought.group},
        )
        .order_by("pk" if sought.sort == BY_NUMBER else "-pk")
        .values("pk")[: MOST + 1]
    )
    # What is told of a row, its rank above all, is made of these, not of all that answer.
    those: QuerySet[Any] = rows.filter(pk__in=latest).order_by()
    return those.values_list(
        Value(kind.name, TextField()),
        F("pk"),
        F(kind.owner),
        Cast(keys[sought.sort], FloatField()),
        Cast(told_of(kind, kind.status, sought), TextField()),
        Cast(told_of(kind, meeting, sought), IntegerField()),
    )


def told_of(kind: Kind, path: str, sought: Sought) -> Any:
    """What is at the end of the path from a row; of an element, from where it stands.

    That is asked for each row that is told, not joined to all rows that answer.
    """
    if not path or kind.model is not Wording:
        return F(path) if path else Value(None)
    standings = standings_at(sought.moment, sought.reader).filter(element=OuterRef("element"))
    # In no order: theirs would be looked up for each, by joins.
    return Subquery(standings.order_by().values(path)[:1])


def last_act_of(kind: Kind, sought: Sought) -> Any:
    """A number that grows with the moment of its last act."""
    if kind.model is not Wording:
        return kind.lasted or F("pk")
    place = told_of(kind, "place", sought)
    return Extract(place, "epoch") if sought.moment.is_past else place


def that_stand(kind: Kind, sought: Sought) -> Q:
    """That a row has the status and the meeting that are asked for."""
    asked = Q()
    if sought.status:
        asked &= Q(**{kind.status: sought.status})
    if sought.meeting:
        asked &= Q(**{kind.meeting: sought.meeting})
    if kind.model is not Wording or not asked:
        return asked
    return Q(
        element__in=standings_at(sought.moment, sought.reader).filter(asked).values("element")
    )


def those_of_then(kind: Kind, sought: Sought) -> Q:
    """That a row was there at the moment.

    What counts from no known moment was there when what it is about was.
    """
    moment, reader = sought.moment, sought.reader
    there = Q()
    if not moment.is_past:
        return there
    if kind.model is Wording:
        stays = Stay.objects.visible_to(reader).filter(
            StayQuerySet.believed(moment.known),
            wording=OuterRef("pk"),
            element=OuterRef("element"),
        )
        since = stays.filter(at_from__lte=moment.at) if moment.at else stays
        return there & acts_at(moment, unknown=Q(number=1) | Q(Exists(since)))
    if kind.model is Statement:
        elements = standings_at(moment, reader).values("element")
        return acts_at(moment) & (Q(element__isnull=True) | Q(element__in=elements))
    if kind.model is Decision:
        return acts_at(moment)
    if kind.model is Issue:
        there &= known_at(moment)
    else:
        there &= entered_by(moment, kind.model, reader)
    if kind.model is not Contributor:
        there &= dated_by(moment, sought.group.time_zone)
    return there
