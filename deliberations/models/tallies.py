"""How many elements stand, or stood, where."""

from datetime import datetime, timedelta
from typing import Self

import pgtrigger
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.elements import STATUS_CHOICES
from deliberations.models.groups import WorkingGroup
from deliberations.models.questions import Heading, Question
from deliberations.models.rules import Refuse, never_emptied
from deliberations.models.stays import END

LATEST = END - timedelta(microseconds=1)


class Holds(models.Func):
    """Whether an instant is of the time between two columns: `Holds("at_from", "at_to", at)`."""

    template = "%(expressions)s"
    arg_joiner = " @> "
    output_field = models.BooleanField()

    def __init__(self, first: str, last: str, instant: datetime) -> None:
        between = models.Func(first, last, function="tstzrange", output_field=DateTimeRangeField())
        super().__init__(between, models.Value(instant, models.DateTimeField()))


class TallyQuerySet(RecordQuerySet["Tally"]):
    def as_of(self, at: datetime | None, known: datetime | None) -> Self:
        """Those that count what held `at`, as the record knew it when `known`.

        None: at the latest; as is known today.
        """
        if not at and not known:
            return self.filter(known_to=END, at_to=END)
        return self.filter(
            Holds("at_from", "at_to", at or LATEST),
            Holds("known_from", "known_to", known or LATEST),
        )


class Tally(models.Model):
    """How many stays are of one question, heading and status, by one decision, from one moment
    until another, on both clocks; so that a board counts decisions and not elements.

    A run: what stands one after the other on the board. block: which part of the decision's list,
    or, where no decision put the elements there, of the numbers of elements; BLOCK of them each.
    place: that of the decision. heading, decision, place: 0 where there is none.

    Not managed by migrations and without a history: kept by the triggers of the stays. The SQL is
    in migrations/_tallies.py.
    """

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="+")
    public = models.BooleanField(_("public"))
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    # Not null but 0; that they may be null makes their joins outer ones.
    heading = models.ForeignKey(Heading, models.PROTECT, null=True, related_name="+")
    status = models.CharField(_("status"), max_length=20, choices=STATUS_CHOICES)
    decision = models.ForeignKey("Decision", models.PROTECT, null=True, related_name="+")
    place = models.BigIntegerField(_("place of the decision"))
    block = models.IntegerField(_("part of its list"))
    at_from = models.DateTimeField(_("decided from"))
    at_to = models.DateTimeField(_("decided until"))
    known_from = models.DateTimeField(_("known from"))
    known_to = models.DateTimeField(_("known until"))
    number = models.IntegerField(_("how many"))

    objects = TallyQuerySet.as_manager()

    BLOCK = 128

    class Meta:
        managed = False
        db_table = "deliberations_tally"
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        ordering = ["group", "question", "status", "place", "block"]
        triggers = [
            never_emptied(),
            Refuse(
                name="follows_from_the_acts",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                # The triggers of the stays are two levels up.
                condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
                rule="an_element_stands_where_its_acts_put_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_status_display()}"
