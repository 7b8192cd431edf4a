"""Where and when the group meets, and what it takes up there."""

from zoneinfo import ZoneInfo

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.groups import WorkingGroup, known_time_zone, sourced
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.questions import Question
from deliberations.models.rules import OfOneGroup, Rule, never_emptied, raises


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("planned")
    IN_SESSION = "in-session", _("in session")
    ADJOURNED = "adjourned", _("adjourned")
    CLOSED = "closed", _("closed")


TOUCHED = """
    SELECT id AS element_id FROM deliberations_element WHERE meeting_id = NEW.id
    UNION SELECT element_id FROM deliberations_wording WHERE meeting_id = NEW.id
    UNION SELECT element_id FROM deliberations_withdrawal WHERE meeting_id = NEW.id
    UNION SELECT element_id FROM deliberations_proposal WHERE meeting_id = NEW.id
    UNION SELECT p.element_id FROM deliberations_disposition p
        JOIN deliberations_decision d ON d.id = p.decision_id WHERE d.meeting_id = NEW.id
    ORDER BY element_id
"""
"""The elements on which something happened at the meeting of the trigger."""


@tracked(group="group")
class Meeting(models.Model):
    """A meeting: numbered, dated, in a place, with a chair; planned, in session, closed.

    In session it may be adjourned and opened again. published_at: since when its acts are public;
    empty while only the secretariat sees them. takes_up: what of its agenda is discussed now.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="meetings", verbose_name=_("group")
    )
    number = models.PositiveIntegerField(_("number"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    place_name = models.CharField(_("place"), max_length=200, blank=True)
    chair = models.CharField(_("chair"), max_length=200, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[known_time_zone]
    )
    state = models.CharField(
        _("state"), max_length=12, choices=MeetingState, default=MeetingState.PLANNED
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    takes_up = models.ForeignKey(
        "AgendaItem",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("taken up"),
    )
    note = models.TextField(_("note"), blank=True)
    source = sourced()

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["group", "number"]
        triggers = [
            Tells("group"),
            OfOneGroup("group", "source__group"),
            OfOneGroup("id", "takes_up__meeting", name="takes_up_its_own"),
            never_emptied(),
            Rule(
                name="number_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("number", "group"),
                func=raises("numbers_are_for_good"),
            ),
            Rule(
                name="moves_forward",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("state"),
                func=f"""
                    IF (OLD.state, NEW.state) NOT IN
                        (('planned', 'in-session'), ('in-session', 'adjourned'),
                         ('adjourned', 'in-session'), ('in-session', 'closed'),
                         ('adjourned', 'closed')) THEN
                        {raises("a_meeting_moves_from_planned_to_in_session_to_closed")}
                    END IF;
                    RETURN NEW;
                """,
            ),
            Rule(
                name="begins_planned",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NEW.state <> 'planned' THEN
                        {raises("a_meeting_moves_from_planned_to_in_session_to_closed")}
                    END IF;
                    RETURN NEW;
                """,
            ),
            Rule(
                name="stays_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.published_at IS NOT NULL"),
                func=f"""
                    IF NEW.published_at IS DISTINCT FROM OLD.published_at THEN
                        {raises("what_is_published_stays_published")}
                    END IF;
                    RETURN NEW;
                """,
            ),
            Rule(
                name="published_in_order",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("published_at"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM deliberations_disposition p
                        JOIN deliberations_decision d ON d.id = p.decision_id
                        WHERE d.meeting_id = NEW.id
                            AND deliberations_hides(p.element_id, d.place, NEW.id)) THEN
                        {raises("what_is_public_builds_on_what_is_public")}
                    END IF;
                    RETURN NEW;
                """,
            ),
            # Publication changes what the public sees of every element the meeting touched.
            Rule(
                name="publication_moves_elements",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("published_at"),
                func=f"""
                    PERFORM deliberations_restand(e.element_id) FROM ({TOUCHED}) e;
                    RETURN NULL;
                """,
            ),
            # So does another date of the meeting, for what is known only to it.
            Rule(
                name="reaches_into_the_past",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("published_at", "ends_on", "time_zone"),
                func=f"""
                    PERFORM deliberations_restay_anew(e.element_id) FROM ({TOUCHED}) e;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"], name="a_meeting_has_a_number_of_its_own"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="a_meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values), name="a_meeting_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return _("Meeting %(number)d") % {"number": self.number}

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_in_session(self) -> bool:
        return self.state == MeetingState.IN_SESSION

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class Ending(models.TextChoices):
    """How an agenda item ended where no decision of the meeting says it."""

    DISCUSSED = "discussed", _("discussed")
    NOT_REACHED = "not-reached", _("not reached")
    CARRIED_OVER = "carried-over", _("carried over")


@tracked(group="meeting__group", meeting="element__meeting")
class AgendaItem(models.Model):
    """One thing that a meeting takes up, in its order.

    ending: empty while it is open, and where a decision of the meeting is its outcome. carried_to:
    the later meeting that takes up what was carried over.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="agenda", verbose_name=_("meeting")
    )
    position = models.PositiveIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=300, blank=True)
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, verbose_name=_("question")
    )
    element = models.ForeignKey(
        "Element", models.PROTECT, null=True, blank=True, verbose_name=_("element")
    )
    ending = models.CharField(
        _("ending"), max_length=12, choices=Ending, blank=True, editable=False
    )
    carried_to = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("carried over to"),
    )
    note = models.TextField(_("note"), blank=True)
    source = sourced()

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["meeting", "position"]
        triggers = [
            Tells("meeting__group", "element__meeting"),
            OfOneGroup(
                "meeting__group",
                "question__group",
                "element__group",
                "carried_to__group",
                "source__group",
            ),
            never_emptied(),
            Rule(
                name="carried_forward",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Condition("NEW.carried_to_id IS NOT NULL"),
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM deliberations_meeting later, deliberations_meeting mine
                        WHERE later.id = NEW.carried_to_id AND mine.id = NEW.meeting_id
                            AND later.number > mine.number) THEN
                        {raises("an_item_is_carried_over_to_a_later_meeting")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            # Checked after each statement, so that one statement can exchange positions.
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="an_agenda_item_has_a_position_of_its_own",
                deferrable=models.Deferrable.IMMEDIATE,
            ),
            models.CheckConstraint(
                condition=~Q(title="") | Q(question__isnull=False) | Q(element__isnull=False),
                name="an_agenda_item_is_about_something",
            ),
            models.CheckConstraint(
                condition=Q(ending__in=["", *Ending.values]), name="an_ending_is_known"
            ),
            models.CheckConstraint(
                condition=Q(ending="carried-over", carried_to__isnull=False)
                | ~Q(ending="carried-over") & Q(carried_to__isnull=True),
                name="what_is_carried_over_says_where_to",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.question or self.element)


@tracked(group="meeting__group", meeting="meeting")
class Attendance(models.Model):
    """That a contributor was present at a meeting."""

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="attendances", verbose_name=_("meeting")
    )
    contributor = models.ForeignKey(
        "Contributor", models.PROTECT, related_name="attendances", verbose_name=_("contributor")
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["meeting", "contributor__name"]
        triggers = [
            Tells("meeting__group", "meeting"),
            OfOneGroup("meeting__group", "contributor__group"),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "contributor"], name="a_contributor_is_present_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.contributor)
