"""Where each element stood at any moment, on both clocks."""

from datetime import UTC, datetime
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.counts import Counts
from deliberations.models.elements import STATUS_CHOICES, Element, Wording
from deliberations.models.rules import Refuse, never_emptied

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
END = datetime(9999, 12, 31, tzinfo=UTC)
"""Before and after all moments: infinity, which Python's datetime does not have."""


class StayQuerySet(RecordQuerySet["Stay"]):
    def as_of(self, at: datetime | None, known: datetime | None) -> Self:
        """Of each element the stay that held `at`, as the record knew it when `known`.

        None: at the latest; as is known today.
        """
        return self.filter(self.held(at, known))

    @staticmethod
    def held(at: datetime | None, known: datetime | None) -> Q:
        """The same as a condition."""
        held = Q(at_from__lte=at, at_to__gt=at) if at else Q(at_to=END)
        return held & StayQuerySet.believed(known)

    @staticmethod
    def believed(known: datetime | None) -> Q:
        """That the record knew it so when `known`. None: at the latest."""
        return Q(known_from__lte=known, known_to__gt=known) if known else Q(known_to=END)


class Stay(models.Model):
    """That an element stood somewhere from one moment until before another (at_from, at_to: when
    decided), as the record knew it from one moment until before another (known_from, known_to:
    when recorded).

    Of one element, the stays of one reader never overlap, and those that hold at the latest, as is
    known today, are its Standing. An act counts on the first clock from its moment on; one known
    only to its meeting, from the last day of the meeting; one whose moment is not known at all,
    from that of the act before it in the record, the first of them from the BEGINNING.

    Not managed by migrations and without a history: kept by the triggers of the acts as an index
    is, it holds nothing that does not follow from them. The SQL is in
    migrations/_stays.py.
    """

    element = models.ForeignKey(Element, models.PROTECT, related_name="stays")
    public = models.BooleanField(_("public"))
    status = models.CharField(_("status"), max_length=20, choices=STATUS_CHOICES)
    wording = models.ForeignKey(Wording, models.PROTECT, related_name="+")
    disposition = models.ForeignKey("Disposition", models.PROTECT, null=True, related_name="+")
    at_from = models.DateTimeField(_("decided from"))
    at_to = models.DateTimeField(_("decided until"))
    known_from = models.DateTimeField(_("known from"))
    known_to = models.DateTimeField(_("known until"))

    objects = StayQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "deliberations_stay"
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        ordering = ["element__group", "element__number"]
        triggers = [
            never_emptied(),
            Refuse(
                name="follows_from_the_acts",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                # The triggers of the acts are one level up.
                condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
                rule="an_element_stands_where_its_acts_put_it",
            ),
            Counts("is_counted", pgtrigger.Insert),
            Counts("is_counted_no_longer", pgtrigger.Delete),
            Counts("is_counted_anew", pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"{self.element}: {self.get_status_display()}"
