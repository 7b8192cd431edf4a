"""The acts of those who put an element forward, or take it back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import (
    HOLD_THE_MEETING,
    Act,
    Enters,
    MovesTheElement,
    RecordQuerySet,
)
from deliberations.models.contributions import Contribution
from deliberations.models.contributors import Contributor
from deliberations.models.elements import Element
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.rules import OfOneGroup, insert_only, raises
from deliberations.models.statuses import pairs_as_sql

LOCK_THE_ELEMENT = f"""
    {HOLD_THE_MEETING}
    PERFORM 1 FROM deliberations_element WHERE id = NEW.element_id FOR NO KEY UPDATE;
    SELECT status INTO stands FROM deliberations_stands(NEW.element_id, false, NULL);
"""


@tracked(group="element__group", meeting=("meeting", "element__meeting"))
class Withdrawal(Act):
    """The proposer's act of taking an element back before the group decided on it."""

    element = models.ForeignKey(
        Element, models.PROTECT, related_name="withdrawals", verbose_name=_("element")
    )
    contributor = models.ForeignKey(
        Contributor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawals",
        verbose_name=_("by"),
    )
    reason = models.TextField(_("reason"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["place"]
        triggers = [
            Tells("element__group", "meeting", "element__meeting"),
            OfOneGroup("element__group", "contributor__group", "meeting__group", "source__group"),
            *insert_only(),
            Enters(
                declare=[("stands", "text")],
                lock=LOCK_THE_ELEMENT,
                checks=f"""
                    IF (COALESCE(stands, ''), 'withdrawn')
                        NOT IN ({pairs_as_sql("withdraw")}) THEN
                        {raises("only_allowed_transitions")}
                    END IF;
                """,
            ),
            MovesTheElement(),
        ]

    def __str__(self) -> str:
        return _("Withdrawal of %(element)s") % {"element": self.element}


@tracked(group="element__group", meeting=("meeting", "element__meeting"))
class Proposal(Act):
    """The act by which a contributor puts an element forward, with its source.

    contributor: empty for "one contributor, whom the source does not name". withdrawal: for a
    proposal that takes up a withdrawn element again, the withdrawal it answers.
    """

    element = models.ForeignKey(
        Element, models.PROTECT, related_name="proposals", verbose_name=_("element")
    )
    contributor = models.ForeignKey(
        Contributor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("by"),
    )
    contribution = models.ForeignKey(
        Contribution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("in the contribution"),
    )
    withdrawal = models.OneToOneField(
        Withdrawal,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answer",
        verbose_name=_("again, after the withdrawal"),
    )
    note = models.TextField(_("note"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["place"]
        triggers = [
            Tells("element__group", "meeting", "element__meeting"),
            OfOneGroup(
                "element__group",
                "contributor__group",
                "contribution__group",
                "meeting__group",
                "source__group",
            ),
            *insert_only(),
            Enters(
                declare=[("stands", "text")],
                lock=LOCK_THE_ELEMENT,
                checks=f"""
                    IF (stands = 'withdrawn') <> (NEW.withdrawal_id IS NOT NULL)
                        OR NEW.withdrawal_id IS DISTINCT FROM COALESCE((
                            SELECT max(id) FROM deliberations_withdrawal
                            WHERE element_id = NEW.element_id AND stands = 'withdrawn'), NULL)
                        OR stands = 'withdrawn'
                            AND (stands, 'proposed') NOT IN ({pairs_as_sql("propose again")}) THEN
                        {raises("a_proposal_again_follows_a_withdrawal")}
                    END IF;
                """,
            ),
            MovesTheElement(),
        ]
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["element", "contributor"],
                condition=Q(withdrawal__isnull=True),
                name="a_contributor_proposes_an_element_once",
            ),
        ]

    def __str__(self) -> str:
        return _("Proposal of %(element)s") % {"element": self.element}
