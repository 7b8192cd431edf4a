"""Further acts about earlier decisions. Both stay citable."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Act, Enters, RecordQuerySet
from deliberations.models.decisions import Decision
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.meetings import Meeting
from deliberations.models.rules import OfOneGroup, Rule, insert_only, raises


class CorrectionKind(models.TextChoices):
    CLERICAL = "clerical", _("clerical error")
    RECONSIDERATION = "reconsideration", _("reconsideration")
    ANNULMENT = "annulment", _("annulment")


@tracked(group="meeting__group", meeting="meeting")
class Correction(Act):
    """A further act about an earlier decision, with its kind and reason.

    clerical: the record was wrong; by_decision, of the same meeting, stands in its place.
    reconsideration: the group changed its mind; by_decision disposes of elements anew, the earlier
    decision was right for its time.
    annulment: what was recorded was no decision; nothing stands in its place.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="corrections", verbose_name=_("meeting")
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="corrections", verbose_name=_("corrects")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=CorrectionKind)
    by_decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrects",
        verbose_name=_("by the decision"),
    )
    reason = models.TextField(_("reason"))
    intention = models.UUIDField(_("intention"), unique=True, null=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["place"]
        triggers = [
            Tells("meeting__group", "meeting"),
            OfOneGroup("meeting__group", "decision__meeting__group", "source__group"),
            *insert_only(),
            Enters(
                declare=[
                    ("corrected", "deliberations_decision%ROWTYPE"),
                    ("correcting", "deliberations_decision%ROWTYPE"),
                ],
                lock="""
                    PERFORM 1 FROM deliberations_meeting m JOIN deliberations_decision d
                        ON d.meeting_id = m.id WHERE d.id = NEW.decision_id FOR NO KEY UPDATE OF m;
                    PERFORM 1 FROM deliberations_element WHERE id IN (
                        SELECT element_id FROM deliberations_disposition
                        WHERE decision_id = NEW.decision_id) ORDER BY id FOR NO KEY UPDATE;
                    SELECT * INTO corrected FROM deliberations_decision WHERE id = NEW.decision_id;
                    SELECT * INTO correcting FROM deliberations_decision
                        WHERE id = NEW.by_decision_id;
                """,
                checks=f"""
                    IF NOT (
                        NEW.kind = 'clerical' AND correcting.replaces_id = NEW.decision_id
                            AND NEW.meeting_id = corrected.meeting_id
                        OR NEW.kind = 'annulment' AND NEW.meeting_id = corrected.meeting_id
                        OR NEW.kind = 'reconsideration' AND correcting.replaces_id IS NULL
                            AND NEW.meeting_id = correcting.meeting_id AND EXISTS (
                                SELECT 1 FROM deliberations_disposition p
                                JOIN deliberations_disposition was ON was.id = p.reconsiders_id
                                WHERE p.decision_id = NEW.by_decision_id
                                    AND was.decision_id = NEW.decision_id)) IS TRUE THEN
                        {raises("a_correction_names_what_it_corrects")}
                    END IF;
                    IF NEW.kind <> 'annulment' AND
                        correcting.recorded_in IS DISTINCT FROM NEW.recorded_in THEN
                        {raises("a_decision_is_recorded_whole")}
                    END IF;
                    IF NOT deliberations_in_force(NEW.decision_id) THEN
                        {raises("a_correction_is_of_a_decision_in_force")}
                    END IF;
                """,
            ),
            Rule(
                name="moves_the_elements",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                # A reconsidered decision stays in force; where its elements stand now, the
                # dispositions of the other one say.
                condition=pgtrigger.Condition("NEW.kind <> 'reconsideration'"),
                func="""
                    PERFORM deliberations_restand(e.element_id) FROM (
                        SELECT DISTINCT element_id FROM deliberations_disposition
                        WHERE decision_id IN (NEW.decision_id, NEW.by_decision_id)
                        ORDER BY element_id
                    ) e;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["decision"],
                condition=Q(kind__in=["clerical", "annulment"]),
                name="a_decision_is_put_right_once",
            ),
            models.UniqueConstraint(
                fields=["decision", "by_decision"],
                name="a_decision_is_corrected_once_by_another",
            ),
            models.CheckConstraint(
                condition=Q(kind="annulment", by_decision__isnull=True)
                | Q(kind__in=["clerical", "reconsideration"], by_decision__isnull=False),
                name="a_correction_has_what_its_kind_needs",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_correction_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.decision}"
