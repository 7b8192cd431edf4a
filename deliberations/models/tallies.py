"""How many elements stand, or stood, where."""

from datetime import datetime
from typing import Self

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.elements import STATUS_CHOICES
from deliberations.models.groups import WorkingGroup
from deliberations.models.questions import Heading, Question
from deliberations.models.rules import Refuse, never_emptied
from deliberations.models.stays import END


class TallyQuerySet(RecordQuerySet["Tally"]):
    def as_of(self, at: datetime | None) -> Self:
        """Those that count what held then; None: at the latest. As is known today."""
        return self.filter(at_from__lte=at, at_to__gt=at) if at else self.filter(at_to=END)


class Tally(models.Model):
    """How many stays, as is known today, are of one question, heading and status, by one decision,
    from one moment until another; so that a board counts decisions and not elements.

    A run: what stands one after the other on the board. block: which part of the decision's list,
    or, where no decision put the elements there, of the numbers of elements; BLOCK of them each.
    place: that of the decision. heading, decision, place: 0 where there is none.

    Not managed by migrations and without a history: kept by the triggers of the stays. The SQL is
    in migration 0016.
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
