"""The things proposed, each version of their text, and where they stand."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import (
    HOLD_THE_MEETING,
    Act,
    Enters,
    MovesTheElement,
    RecordQuerySet,
)
from deliberations.models.counts import CountsAnew
from deliberations.models.groups import WorkingGroup, sourced
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.questions import Heading, Question
from deliberations.models.rules import (
    OfOneGroup,
    Refuse,
    Rule,
    insert_only,
    never_emptied,
    raises,
)
from deliberations.models.statuses import Status, pairs_as_sql

STATUS_CHOICES = Status.choices


@tracked(group="group", meeting="meeting")
class Element(models.Model):
    """A thing proposed; numbered for good in its group: E41. Its text is its current wording's.

    meeting: where it was first put forward, if it was from the floor; then it is public with that
    meeting.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="elements", verbose_name=_("group")
    )
    number = models.PositiveIntegerField(_("number"), db_default=0, editable=False)
    question = models.ForeignKey(
        Question, models.PROTECT, related_name="elements", verbose_name=_("question")
    )
    heading = models.ForeignKey(
        Heading, models.PROTECT, null=True, blank=True, verbose_name=_("heading")
    )
    meeting = models.ForeignKey(
        "Meeting", models.PROTECT, null=True, blank=True, verbose_name=_("from the floor of")
    )
    source = sourced()

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("element")
        verbose_name_plural = _("elements")
        ordering = ["group", "number"]
        triggers = [
            Tells("group", "meeting"),
            OfOneGroup("group", "question__group", "meeting__group", "source__group"),
            OfOneGroup(
                "question", "heading__question", name="of_one_question", rule="all_of_one_group"
            ),
            never_emptied(),
            Refuse(
                name="never_deleted",
                operation=pgtrigger.Delete,
                rule="the_record_is_insert_only",
            ),
            Rule(
                name="gets_its_number",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("next_number", "integer")],
                func=f"""
                    PERFORM 1 FROM deliberations_workinggroup
                        WHERE id = NEW.group_id FOR NO KEY UPDATE;
                    {HOLD_THE_MEETING}
                    SELECT COALESCE(max(number), 0) + 1 INTO next_number
                        FROM deliberations_element WHERE group_id = NEW.group_id;
                    IF NEW.number NOT IN (0, next_number) THEN
                        {raises("numbers_run_without_gap")}
                    END IF;
                    NEW.number := next_number;
                    RETURN NEW;
                """,
            ),
            Rule(
                name="number_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("number", "group", "meeting"),
                func=raises("numbers_are_for_good"),
            ),
            CountsAnew("leaves_its_tallies", when=pgtrigger.Before),
            CountsAnew("enters_its_tallies", when=pgtrigger.After),
            Rule(
                name="has_a_wording",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM deliberations_wording WHERE element_id = NEW.id) THEN
                        {raises("an_element_has_a_wording")}
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"], name="an_element_has_a_number_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """How the element is cited: E41."""
        return f"E{self.number}"


@tracked(group="element__group", meeting=("meeting", "element__meeting"))
class Wording(Act):
    """One version of an element's text, numbered within the element.

    The first is the proposal's own; a later one is a rewording, after which the element is
    proposed again, or the amended text that the decision `decision` agreed.
    """

    element = models.ForeignKey(
        Element, models.PROTECT, related_name="wordings", verbose_name=_("element")
    )
    number = models.PositiveIntegerField(_("number"), db_default=0, editable=False)
    text = models.TextField(_("text"))
    reason = models.TextField(_("reason"), blank=True)
    decision = models.ForeignKey(
        "Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amended_wordings",
        verbose_name=_("agreed as amended by"),
    )

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        ordering = ["element", "number"]
        triggers = [
            Tells("element__group", "meeting", "element__meeting"),
            OfOneGroup(
                "element__group", "meeting__group", "decision__meeting__group", "source__group"
            ),
            *insert_only(),
            Enters(
                declare=[("next_number", "integer"), ("stands", "text")],
                lock=f"""
                    {HOLD_THE_MEETING}
                    PERFORM 1 FROM deliberations_element
                        WHERE id = NEW.element_id FOR NO KEY UPDATE;
                    SELECT COALESCE(max(number), 0) + 1 INTO next_number
                        FROM deliberations_wording WHERE element_id = NEW.element_id;
                """,
                place="""
                    COALESCE((SELECT place FROM deliberations_decision WHERE id = NEW.decision_id),
                             nextval('deliberations_place'))
                """,
                checks=f"""
                    IF NEW.number NOT IN (0, next_number) THEN
                        {raises("numbers_run_without_gap")}
                    END IF;
                    NEW.number := next_number;
                    SELECT status INTO stands
                        FROM deliberations_stands(NEW.element_id, false, NEW.place);
                    IF NEW.decision_id IS NULL AND next_number > 1
                        AND (stands, 'proposed') NOT IN ({pairs_as_sql("reword")}) THEN
                        {raises("only_allowed_transitions")}
                    END IF;
                    IF NEW.decision_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM deliberations_decision d WHERE d.id = NEW.decision_id
                            AND d.recorded_in = NEW.recorded_in AND d.outcome = 'agreed'
                            AND d.meeting_id = NEW.meeting_id) THEN
                        {raises("a_decision_is_recorded_whole")}
                    END IF;
                """,
            ),
            MovesTheElement(),
            Rule(
                name="amendment_is_agreed",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Condition("NEW.decision_id IS NOT NULL"),
                func=f"""
                    IF NOT EXISTS (SELECT 1 FROM deliberations_disposition
                            WHERE decision_id = NEW.decision_id AND wording_id = NEW.id) THEN
                        {raises("an_amended_wording_is_agreed_by_its_decision")}
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            *Act.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(number__gt=1) | models.Q(decision__isnull=True),
                name="a_first_wording_is_the_proposers_own",
            ),
            models.UniqueConstraint(
                fields=["element", "number"], name="a_wording_has_a_number_of_its_own"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_wording_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.text


@tracked(group="element__group")
class Standing(models.Model):
    """Where an element stands, kept by the triggers of the acts; nothing else can write it.

    Two rows for each element: the public one counts only what is published, the other all that is
    recorded. While everything is published they are the same. An element of an unpublished meeting
    has no public row.
    """

    element = models.ForeignKey(
        Element, models.PROTECT, related_name="standings", verbose_name=_("element")
    )
    public = models.BooleanField(_("public"))
    status = models.CharField(_("status"), max_length=20, choices=STATUS_CHOICES)
    wording = models.ForeignKey(
        Wording, models.PROTECT, related_name="+", verbose_name=_("wording")
    )
    disposition = models.ForeignKey(
        "Disposition", models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    place = models.BigIntegerField(_("place of its last act"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        ordering = ["element__group", "element__number"]
        triggers = [
            never_emptied(),
            Refuse(
                name="never_deleted",
                operation=pgtrigger.Delete,
                rule="an_element_stands_where_its_acts_put_it",
            ),
            Rule(
                name="follows_from_the_acts",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM deliberations_stands(NEW.element_id, NEW.public, NULL) s
                        WHERE (s.status, s.wording_id, s.place) =
                            (NEW.status, NEW.wording_id, NEW.place)
                            AND s.disposition_id IS NOT DISTINCT FROM NEW.disposition_id) THEN
                        {raises("an_element_stands_where_its_acts_put_it")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        indexes = [models.Index(fields=["public", "status"]), models.Index(fields=["place"])]
        constraints = [
            models.UniqueConstraint(
                fields=["element", "public"], name="an_element_has_one_standing_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.element}: {self.get_status_display()}"
