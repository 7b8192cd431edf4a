"""One reading of all event tables: the entries of the history, in the order of their writing."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.groups import WorkingGroup
from deliberations.models.meetings import Meeting


class Entry(models.Model):
    """An entry of the history: what happened to one row of one table. A view; nothing writes it.

    noun: the model's name ("decision"). label: insert, update or delete. old, new: the row before
    and after, by column; old is empty for an insert. context: act, by, name, role, reason; empty
    for a change made outside the application, of which only session_user is known. act_id: shared
    by all entries of one act.
    """

    id = models.BigIntegerField(_("number"), primary_key=True)
    noun = models.TextField(_("thing"))
    object_id = models.BigIntegerField()
    label = models.TextField(_("change"))
    recorded_at = models.DateTimeField(_("recorded at"))
    group = models.ForeignKey(
        WorkingGroup, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    meeting = models.ForeignKey(
        Meeting, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    context = models.JSONField(null=True)
    act_id = models.UUIDField(null=True)
    session_user = models.TextField()
    old = models.JSONField(null=True)
    new = models.JSONField()

    objects = RecordQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "deliberations_entry"
        ordering = ["-id"]

    def __str__(self) -> str:
        return _("entry %(number)d") % {"number": self.pk}

    @property
    def is_outside(self) -> bool:
        """Whether the change was made outside the application."""
        return self.context is None


HISTORY_COLUMNS = (
    "pgh_id",
    "pgh_obj_id",
    "pgh_label",
    "pgh_created_at",
    "pgh_group_id",
    "pgh_meeting_id",
    "pgh_context",
    "pgh_context_id",
    "pgh_session_user",
    "pgh_old",
)


def view_as_sql(event_models: Iterable[type[Any]]) -> str:
    """The SQL of the view, for the migration that makes it over these event tables."""
    left_out = ", ".join(f"'{column}'" for column in HISTORY_COLUMNS)
    selects = "\nUNION ALL\n".join(
        f"SELECT pgh_id AS id, '{event.pgh_tracked_model._meta.model_name}'::text AS noun, "
        "pgh_obj_id AS object_id, pgh_label AS label, pgh_created_at AS recorded_at, "
        "pgh_group_id AS group_id, pgh_meeting_id AS meeting_id, pgh_context AS context, "
        "pgh_context_id AS act_id, pgh_session_user AS session_user, pgh_old AS old, "
        f"to_jsonb(e) - ARRAY[{left_out}] AS new FROM {event._meta.db_table} e"
        for event in event_models
    )
    return f"CREATE OR REPLACE VIEW deliberations_entry AS\n{selects};"
