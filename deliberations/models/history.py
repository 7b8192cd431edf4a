"""The history: every insert, update and delete of every table, with its context inside the row.

`tracked` gives a model its event table (django-pghistory). Beside what pghistory writes, an entry
carries:

- a number from one sequence for all event tables, so that "entry 112" is one entry and the order
  of numbers is the order of writing;
- the group it is about and the meeting whose publication reveals it, so that the history can be
  read by group and under the reader's rights without joining the tracked tables;
- the row as it was (updates and deletes), so that an entry shows old → new by itself;
- the database user. A change made outside the application has no context, but it has that.
"""

from collections.abc import Callable
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Func, Value
from pghistory import trigger
from pghistory.models import Event

from deliberations.models.rules import (
    ModelClass,
    Refuse,
    Unignorable,
    insert_only,
    path_as_sql,
)


class NextNumber(Func):
    """The next value of a sequence."""

    function = "nextval"

    def __init__(self, sequence: str) -> None:
        super().__init__(Value(sequence), output_field=models.BigIntegerField())


class SessionUser(Func):
    """The role that opened the database session."""

    template = "SESSION_USER"
    output_field = models.TextField()


class HistoryEvent(Event):
    """What all event tables have in common."""

    pgh_id = models.BigIntegerField(
        primary_key=True, db_default=NextNumber("deliberations_entry_number")
    )
    pgh_group_id = models.BigIntegerField(null=True)
    pgh_meeting_id = models.BigIntegerField(null=True)
    pgh_session_user = models.TextField(db_default=SessionUser())
    pgh_old = models.JSONField(null=True)

    class Meta:
        abstract = True


class WriteEvent(Unignorable, trigger.Event):
    """The trigger that writes an entry; as impossible to switch off as a rule."""

    event_model: Any

    def get_func(self, model: ModelClass) -> str:
        event, row = self.event_model, self.row
        tracked = {field.name for field in model._meta.fields}
        columns = {
            field.column: f'{row}."{field.column}"'
            for field in event._meta.fields
            if field.name in tracked
        }
        columns |= {
            "pgh_created_at": "clock_timestamp()",
            "pgh_label": f"'{self.label}'",
            "pgh_obj_id": f'{row}."{model._meta.pk.column}"',
            "pgh_context": f"{setting('pghistory.context_metadata')}::jsonb",
            "pgh_context_id": f"{setting('pghistory.context_id')}::uuid",
            "pgh_group_id": self.path(model, event.group_path),
            "pgh_meeting_id": self.revealing_meeting(model, event.meeting_paths),
            "pgh_old": "NULL" if self.label == "insert" else self.old_row(model, columns),
        }
        names = ", ".join(f'"{name}"' for name in sorted(columns))
        values = ", ".join(columns[name] for name in sorted(columns))
        return f'INSERT INTO "{event._meta.db_table}" ({names}) VALUES ({values}); RETURN NULL;'

    def path(self, model: ModelClass, path: str) -> str:
        return path_as_sql(model, path, row=self.row) if path else "NULL"

    def revealing_meeting(self, model: ModelClass, paths: tuple[str, ...]) -> str:
        """The meeting whose publication reveals the row: of several, one not yet published."""
        if len(paths) < 2:
            return self.path(model, "".join(paths))
        meetings = ", ".join(path_as_sql(model, path, row=self.row) for path in paths)
        return (
            f"(SELECT m.id FROM deliberations_meeting m WHERE m.id IN ({meetings}) "
            "ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1)"
        )

    def old_row(self, model: ModelClass, columns: dict[str, str]) -> str:
        """The old row as JSON, less what the event table itself leaves out (a password)."""
        left_out = [f.column for f in model._meta.fields if f.column not in columns]
        return "to_jsonb(OLD)" + "".join(f" - '{column}'" for column in left_out)


def setting(name: str) -> str:
    """A setting of the session, NULL where it is not set."""
    return f"NULLIF(CURRENT_SETTING('{name}', TRUE), '')"


class _Writes(pghistory.RowEvent):
    """Makes a pghistory tracker write through WriteEvent."""

    def add_event_trigger(self, event_model: ModelClass) -> None:
        condition = None
        if self.operation == pgtrigger.Update:
            # Not pghistory's own: it looks only at the fields whose values the history holds.
            condition = pgtrigger.AnyChange(exclude=list(event_model.unnoticed))
        pgtrigger.register(
            WriteEvent(  # type: ignore[no-untyped-call]  # as pghistory's own, which has no types
                event_model=event_model,
                label=self.label,
                name=f"history_{self.label}",
                row=self.row,
                operation=self.operation,
                condition=condition,
                level=pgtrigger.Row,
            )
        )(event_model.pgh_tracked_model)


class Inserted(_Writes, pghistory.InsertEvent):
    """An entry for every row inserted."""


class Updated(_Writes, pghistory.UpdateEvent):
    """An entry for every row changed."""


class Deleted(_Writes, pghistory.DeleteEvent):
    """An entry for every row deleted."""


def tracked(
    *,
    group: str,
    meeting: str | tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    unnoticed: tuple[str, ...] = (),
) -> Callable[[type[Any]], type[Any]]:
    """Give a model its history.

    group: the path from a row to its working group ("" for what belongs to none).
    meeting: the paths from a row to the meetings whose publication reveals it.
    exclude: fields whose values the history must not hold; that they changed leaves an entry.
    unnoticed: of these, fields whose change leaves none.
    """
    track: Callable[[type[Any]], type[Any]] = pghistory.track(
        Inserted(),
        Updated(),
        Deleted(),
        exclude=list(exclude) or None,
        base_model=HistoryEvent,
        append_only=False,
        obj_field=pghistory.ObjForeignKey(related_name="events"),
        context_field=pghistory.ContextJSONField(),
        attrs={
            "group_path": group,
            "meeting_paths": (meeting,) if isinstance(meeting, str) else meeting,
            "unnoticed": unnoticed,
        },
        meta={
            "triggers": [
                *insert_only("the_history_is_append_only"),
                # The trigger that writes an entry is one level up.
                Refuse(
                    name="written_by_its_change",
                    operation=pgtrigger.Insert,
                    condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
                    rule="an_entry_is_written_by_its_change",
                ),
            ],
            "indexes": [
                models.Index(fields=["pgh_group_id", "pgh_id"]),
                models.Index(fields=["pgh_obj", "pgh_id"]),
            ],
        },
    )
    return track
