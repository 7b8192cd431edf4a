"""Writing past the application, as an attacker or a careless admin would."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, models, transaction

from deliberations.models import (
    Correction,
    Decision,
    Disposition,
    Element,
    Meeting,
    Standing,
    broken_rule,
)
from tests.factories import UserFactory


def sql(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Run it; the rows, if it gives any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall() if cursor.description else []


def last_entry() -> int:
    """How many changes of the record and its surroundings were ever written, those undone too."""
    [(number,)] = sql("SELECT last_value FROM deliberations_entry_number")
    return int(number)


def insert(model: type[models.Model], **values: Any) -> int:
    """INSERT these columns and nothing else; the new id."""
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join(["%s"] * len(values))
    pk: int
    [(pk,)] = sql(
        f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks}) RETURNING id",
        *values.values(),
    )
    return pk


@contextmanager
def refused(rule: str) -> Iterator[None]:
    """The database refuses what is done here, at once or as at commit, because of that rule."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():  # noqa: PT012 it waits
        yield
        as_at_commit()
    assert broken_rule(refusal.value) == rule


def as_at_commit() -> None:
    """Let the rules that wait for the end of the transaction speak now."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("SET CONSTRAINTS ALL DEFERRED")


def forged_decision(meeting: Meeting, **values: Any) -> int:
    """A decision of this transaction: what it disposes of, a test forges itself."""
    return insert(
        Decision,
        **{
            "meeting_id": meeting.pk,
            "outcome": "agreed",
            "sentence": "Forged.",
            "basis": "not-stated",
            "known_to": "meeting",
            "intention": uuid4(),
            "recorded_by_id": UserFactory().pk,
            **values,
        },
    )


def forged_disposition(decision: int, element: Element, **values: Any) -> int:
    """As the rules want it, but for the `values`."""
    standing = Standing.objects.get(element=element, public=False)
    [(outcome, places)] = sql(
        "SELECT outcome, (SELECT count(*) FROM deliberations_disposition WHERE decision_id = d.id)"
        " FROM deliberations_decision d WHERE id = %s",
        decision,
    )
    return insert(
        Disposition,
        **{
            "decision_id": decision,
            "element_id": element.pk,
            "wording_id": standing.wording_id,
            "position": places + 1,
            "from_status": standing.status,
            "to_status": outcome,
            "reconsiders_id": standing.disposition_id,
            **values,
        },
    )


def forged_correction(decision: Decision, **values: Any) -> int:
    """Says that `by_decision_id` reconsiders the decision."""
    return insert(
        Correction,
        **{
            "meeting_id": decision.meeting_id,
            "decision_id": decision.pk,
            "kind": "reconsideration",
            "reason": "Forged.",
            "known_to": "meeting",
            "recorded_by_id": decision.recorded_by_id,
            **values,
        },
    )
