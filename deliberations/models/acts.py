"""What all acts of the record have in common: two clocks, a place in the record, a source."""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.models.rules import ModelClass, Unignorable


class RecordQuerySet[Model: models.Model](models.QuerySet[Model]):
    """A queryset that knows its readers."""

    def visible_to(self, user: permissions.Person) -> Self:
        """The rows this user sees. Pages, data and the admin start here."""
        return permissions.visible(self, user)


class KnownTo(models.TextChoices):
    """How exactly the moment of an act is known. Nothing more exact is ever made up."""

    MINUTE = "minute", _("to the minute")
    DAY = "day", _("to the day")
    MEETING = "meeting", _("only to the meeting")
    UNKNOWN = "unknown", _("not known")


class Clock(Func):
    """The database's clock at this instant (not the start of the transaction)."""

    function = "clock_timestamp"
    output_field = models.DateTimeField()


class Act(models.Model):
    """An act: something done once, at a moment, recorded at another, never changed.

    happened_at: UTC. With known_to "day" it is the first instant of that day in the meeting's
    (else the group's) time zone; with "meeting" or "unknown" it is empty.
    place: where the act stands in the order of the record; the decision that corrects a clerical
    error takes the place of the one it corrects.
    recorded_in: the transaction that recorded it, so that a decision is recorded whole.
    """

    meeting = models.ForeignKey(
        "deliberations.Meeting", models.PROTECT, null=True, blank=True, verbose_name=_("meeting")
    )
    happened_at = models.DateTimeField(_("moment"), null=True, blank=True)
    known_to = models.CharField(
        _("moment known"), max_length=10, choices=KnownTo, default=KnownTo.UNKNOWN
    )
    source = models.ForeignKey(
        "deliberations.Source", models.PROTECT, null=True, blank=True, verbose_name=_("source")
    )
    place = models.BigIntegerField(_("place in the record"), db_default=0, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Clock(), editable=False)
    recorded_in = models.BigIntegerField(_("transaction"), db_default=0, editable=False)
    recorded_by = models.ForeignKey(
        "deliberations.User",
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(known_to__in=["minute", "day"], happened_at__isnull=False)
                | Q(known_to__in=["meeting", "unknown"], happened_at__isnull=True),
                name="%(class)s_moment_is_as_exact_as_known",
            ),
            models.CheckConstraint(
                condition=~Q(known_to="meeting") | Q(meeting__isnull=False),
                name="%(class)s_known_to_a_meeting_has_one",
            ),
            models.CheckConstraint(
                # A day of grace: a day begins earlier in other time zones, and clocks differ.
                condition=Q(happened_at__isnull=True)
                | Q(
                    happened_at__lte=F("recorded_at")
                    + models.Value("1 day", models.DurationField())
                ),
                name="%(class)s_is_not_of_the_future",
            ),
        ]


HOLD_THE_MEETING = """
    PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE;
"""
"""Waits for a publication of the meeting under way, and keeps a later one waiting: else an act
entered at that moment would miss it."""


class Enters(Unignorable):
    """An act enters the record: its clock, its place, its checks, in one trigger.

    place: SQL for its place (default: the next one). checks: SQL run after the place is known.
    lock: SQL run first; it serialises acts that number or judge by what is already there.
    """

    when = pgtrigger.Before
    operation = pgtrigger.Insert

    def __init__(
        self,
        *,
        lock: str = "",
        checks: str = "",
        place: str = "nextval('deliberations_place')",
        declare: list[tuple[str, str]] | None = None,
    ) -> None:
        self.lock, self.checks, self.place = lock, checks, place
        super().__init__(name="enters_the_record", declare=declare)

    def get_func(self, model: ModelClass) -> str:
        return f"""
            {self.lock}
            NEW.place := {self.place};
            NEW.recorded_at := clock_timestamp();
            NEW.recorded_in := pg_current_xact_id()::text::bigint;
            {self.checks}
            RETURN NEW;
        """


class MovesTheElement(Unignorable):
    """After an act on an element, the element stands where its acts put it."""

    when = pgtrigger.After
    operation = pgtrigger.Insert

    def __init__(self, element: str = "NEW.element_id") -> None:
        self.element = element
        super().__init__(name="moves_the_element")

    def get_func(self, model: ModelClass) -> str:
        return f"PERFORM deliberations_restand({self.element}); RETURN NULL;"
