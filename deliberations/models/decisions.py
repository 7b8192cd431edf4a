"""The acts of the group: what it decided, and what that did to each element."""

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Act, Enters, RecordQuerySet
from deliberations.models.elements import STATUS_CHOICES, Element, Wording
from deliberations.models.groups import WorkingGroup
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.meetings import Meeting
from deliberations.models.questions import Heading
from deliberations.models.rules import (
    OfOneGroup,
    Rule,
    insert_only,
    never_emptied,
    raises,
    stays_in_its_group,
)
from deliberations.models.statuses import Outcome, pairs_as_sql

if TYPE_CHECKING:
    from deliberations.models.corrections import Correction


class Basis(models.TextChoices):
    """On what strength the group decided. "Not stated" where nobody said: never inferred."""

    NOT_STATED = "not-stated", _("not stated")
    CONSENSUS = "consensus", _("consensus")
    NON_OBJECTION = "non-objection", _("non-objection")
    ROUGH_CONSENSUS = "rough-consensus", _("rough consensus")
    VOTE = "vote", _("vote")
    CHAIRS_RULING = "chairs-ruling", _("chair’s ruling")
    SILENCE = "silence", _("silence procedure")


@tracked(group="group")
class Qualifier(models.Model):
    """A phrase with which the group qualifies decisions: "in principle"."""

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="qualifiers", verbose_name=_("group")
    )
    phrase = models.CharField(_("phrase"), max_length=120)
    position = models.PositiveIntegerField(_("position"), default=1)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("qualifier")
        verbose_name_plural = _("qualifiers")
        ordering = ["group", "position", "phrase"]
        triggers = [stays_in_its_group(), never_emptied()]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "phrase"], name="a_qualifier_has_a_phrase_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return self.phrase


@tracked(group="meeting__group", meeting="meeting")
class Decision(Act):
    """The act of the group at a meeting: 2/D5.

    intention: made with the form, so that one intention is one decision however often it is sent.
    replaces: for the correction of a clerical error, the decision that was recorded wrongly; this
    one takes its place in the record.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="decisions", verbose_name=_("meeting")
    )
    number = models.PositiveIntegerField(_("number"), db_default=0, editable=False)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    sentence = models.TextField(_("sentence"))
    basis = models.CharField(_("basis"), max_length=20, choices=Basis, default=Basis.NOT_STATED)
    heading = models.ForeignKey(
        Heading, models.PROTECT, null=True, blank=True, verbose_name=_("heading")
    )
    qualifiers = models.ManyToManyField(
        Qualifier, through="DecisionQualifier", verbose_name=_("qualifiers")
    )
    elements = models.ManyToManyField(
        Element, through="Disposition", related_name="decisions", verbose_name=_("elements")
    )
    intention = models.UUIDField(_("intention"), unique=True, editable=False)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("corrects"),
    )

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["meeting", "number"]
        triggers = [
            Tells("meeting__group", "meeting"),
            OfOneGroup("meeting__group", "heading__question__group", "source__group"),
            OfOneGroup("meeting", "replaces__meeting", name="replaces_in_its_meeting"),
            *insert_only(),
            Enters(
                declare=[("next_number", "integer"), ("meeting_state", "text")],
                lock="""
                    SELECT state INTO meeting_state FROM deliberations_meeting
                        WHERE id = NEW.meeting_id FOR NO KEY UPDATE;
                    SELECT COALESCE(max(number), 0) + 1 INTO next_number
                        FROM deliberations_decision WHERE meeting_id = NEW.meeting_id;
                """,
                place="""
                    COALESCE((SELECT place FROM deliberations_decision WHERE id = NEW.replaces_id),
                             nextval('deliberations_place'))
                """,
                checks=f"""
                    IF meeting_state <> 'in-session' AND NEW.replaces_id IS NULL THEN
                        {raises("a_meeting_decides_only_in_session")}
                    END IF;
                    IF NEW.number NOT IN (0, next_number) THEN
                        {raises("numbers_run_without_gap")}
                    END IF;
                    NEW.number := next_number;
                """,
            ),
            # At the end of the transaction: recorded whole.
            Rule(
                name="disposes",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=f"""
                    IF NOT EXISTS (SELECT 1 FROM deliberations_disposition
                                   WHERE decision_id = NEW.id) THEN
                        {raises("a_decision_disposes_of_at_least_one_element")}
                    END IF;
                    IF NEW.replaces_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM deliberations_correction WHERE kind = 'clerical'
                            AND decision_id = NEW.replaces_id AND by_decision_id = NEW.id) THEN
                        {raises("a_replacement_has_its_correction")}
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "number"], name="a_decision_has_a_number_of_its_own"
            ),
            models.CheckConstraint(condition=~Q(sentence=""), name="a_decision_has_a_sentence"),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="an_outcome_is_known"
            ),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="a_basis_is_known"),
        ]
        indexes = [
            models.Index(fields=["meeting", "place"]),
            models.Index(fields=["meeting", "happened_at"]),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def put_right(self) -> "list[Correction]":
        """The correction that took it out of force, if one did. Reads the corrections."""
        return [c for c in self.corrections.all() if c.kind != "reconsideration"]

    @property
    def reference(self) -> str:
        """How the decision is cited: 2/D5. Reads the meeting."""
        return f"{self.meeting.number}/D{self.number}"


@tracked(group="decision__meeting__group", meeting="decision__meeting")
class DecisionQualifier(models.Model):
    """That a decision is qualified by a phrase; in the order of the sentence."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="qualifications")
    qualifier = models.ForeignKey(Qualifier, models.PROTECT)
    position = models.PositiveIntegerField(_("position"), default=1)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("qualification")
        verbose_name_plural = _("qualifications")
        ordering = ["decision", "position"]
        triggers = [
            OfOneGroup("decision__meeting__group", "qualifier__group"),
            *insert_only(),
            Rule(
                name="recorded_whole",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM deliberations_decision d WHERE d.id = NEW.decision_id
                            AND d.recorded_in = pg_current_xact_id()::text::bigint) THEN
                        {raises("a_decision_is_recorded_whole")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "qualifier"], name="a_decision_is_qualified_once_by_a_phrase"
            )
        ]

    def __str__(self) -> str:
        return str(self.qualifier)

    @classmethod
    def with_phrases(cls, path: str = "qualifications") -> "models.Prefetch[str]":
        """To prefetch a decision's qualifications and their phrases in one query."""
        return models.Prefetch(path, cls.objects.select_related("qualifier").order_by("position"))


@tracked(group="decision__meeting__group", meeting="decision__meeting")
class Disposition(models.Model):
    """What one decision does to one element in one wording: from status, to status.

    reconsiders: the disposition in force before, when the element was already decided.
    """

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="dispositions", verbose_name=_("decision")
    )
    element = models.ForeignKey(
        Element, models.PROTECT, related_name="dispositions", verbose_name=_("element")
    )
    wording = models.ForeignKey(
        Wording, models.PROTECT, related_name="dispositions", verbose_name=_("wording")
    )
    position = models.PositiveIntegerField(_("position"))
    from_status = models.CharField(_("from"), max_length=20, choices=STATUS_CHOICES)
    to_status = models.CharField(_("to"), max_length=20, choices=STATUS_CHOICES)
    reconsiders = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reconsidered_by",
        verbose_name=_("reconsiders"),
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("disposition")
        verbose_name_plural = _("dispositions")
        ordering = ["decision", "position"]
        triggers = [
            OfOneGroup("decision__meeting__group", "element__group"),
            *insert_only(),
            # Before its place: where it has amended the element, or replaces another.
            Rule(
                name="disposes_by_the_rules",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[
                    ("decision", "deliberations_decision%ROWTYPE"),
                    ("stands", "record"),
                    ("is_late", "boolean"),
                    ("current_wording", "bigint"),
                    ("published", "timestamptz"),
                ],
                func=f"""
                    SELECT * INTO decision FROM deliberations_decision WHERE id = NEW.decision_id;
                    PERFORM 1 FROM deliberations_element
                        WHERE id = NEW.element_id FOR NO KEY UPDATE;
                    IF decision.recorded_in <> pg_current_xact_id()::text::bigint THEN
                        {raises("a_decision_is_recorded_whole")}
                    END IF;
                    IF NEW.to_status <> decision.outcome THEN
                        {raises("a_disposition_gives_the_outcome_of_its_decision")}
                    END IF;
                    IF NOT EXISTS (SELECT 1 FROM deliberations_wording
                            WHERE id = NEW.wording_id AND element_id = NEW.element_id) THEN
                        {raises("a_disposition_names_a_wording_of_its_own_element")}
                    END IF;
                    SELECT * INTO stands FROM deliberations_stands(NEW.element_id, false, NULL);
                    is_late := decision.replaces_id IS NULL AND decision.place < stands.place;
                    IF decision.place <= stands.place THEN
                        SELECT * INTO stands
                            FROM deliberations_stands(NEW.element_id, false, decision.place);
                    END IF;
                    IF is_late OR NEW.from_status IS DISTINCT FROM stands.status THEN
                        {raises("a_disposition_starts_where_the_element_stands")}
                    END IF;
                    IF (NEW.from_status, NEW.to_status) NOT IN ({pairs_as_sql("decide")}) THEN
                        {raises("only_allowed_transitions")}
                    END IF;
                    IF NEW.reconsiders_id IS DISTINCT FROM stands.disposition_id THEN
                        {raises("a_change_of_a_decided_element_says_what_it_reconsiders")}
                    END IF;
                    SELECT published_at INTO published FROM deliberations_meeting
                        WHERE id = decision.meeting_id;
                    IF published IS NOT NULL AND deliberations_hides(
                        NEW.element_id, decision.place, decision.meeting_id) THEN
                        {raises("what_is_public_builds_on_what_is_public")}
                    END IF;
                    IF decision.replaces_id IS NULL THEN
                        SELECT w.id INTO current_wording FROM deliberations_wording w
                            WHERE w.element_id = NEW.element_id
                            AND deliberations_counts(w.id, w.decision_id)
                            ORDER BY w.number DESC LIMIT 1;
                        IF NEW.wording_id <> current_wording THEN
                            {raises("a_disposition_names_the_current_wording")}
                        END IF;
                        IF EXISTS (
                            SELECT 1 FROM deliberations_disposition p
                            JOIN deliberations_decision d ON d.id = p.decision_id
                            JOIN deliberations_meeting later ON later.id = d.meeting_id
                            JOIN deliberations_meeting mine ON mine.id = decision.meeting_id
                            WHERE p.id = NEW.reconsiders_id AND later.number > mine.number) THEN
                            {raises("an_element_is_not_decided_before_its_last_decision")}
                        END IF;
                    END IF;
                    RETURN NEW;
                """,
            ),
            Rule(
                name="moves_the_element",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="PERFORM deliberations_disposed(NEW); RETURN NULL;",
            ),
            Rule(
                name="reconsideration_is_stated",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Condition("NEW.reconsiders_id IS NOT NULL"),
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM deliberations_correction c
                        JOIN deliberations_disposition p ON p.decision_id = c.decision_id
                        WHERE c.kind = 'reconsideration' AND p.id = NEW.reconsiders_id
                            AND c.by_decision_id = NEW.decision_id)
                        AND NOT EXISTS (SELECT 1 FROM deliberations_decision d
                            WHERE d.id = NEW.decision_id AND d.replaces_id IS NOT NULL) THEN
                        {raises("a_reconsideration_has_its_correction")}
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "element"], name="a_decision_disposes_once_of_an_element"
            ),
            models.UniqueConstraint(
                fields=["decision", "position"], name="a_disposition_has_a_position_of_its_own"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision}: {self.element}"
