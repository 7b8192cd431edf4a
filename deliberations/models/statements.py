"""What contributors said of an element or a decision. Each is its author's; none is a status."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Act, Enters, RecordQuerySet
from deliberations.models.contributors import Contributor
from deliberations.models.decisions import Decision
from deliberations.models.elements import Element
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.rules import OfOneGroup, insert_only, raises


class StatementKind(models.TextChoices):
    SUPPORT = "support", _("support")
    OBJECTION = "objection", _("objection")
    RESERVATION = "reservation", _("reservation")
    DISSOCIATION = "dissociation", _("dissociation")
    COMMENT = "comment", _("comment")


@tracked(group="contributor__group", meeting=("meeting", "element__meeting", "decision__meeting"))
class Statement(Act):
    """What a contributor said of an element or a decision, with source and date."""

    contributor = models.ForeignKey(
        Contributor, models.PROTECT, related_name="statements", verbose_name=_("by")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=StatementKind)
    text = models.TextField(_("text"))
    element = models.ForeignKey(
        Element,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("on the element"),
    )
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("on the decision"),
    )

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["place"]
        triggers = [
            Tells("contributor__group", "meeting", "element__meeting", "decision__meeting"),
            OfOneGroup(
                "contributor__group",
                "element__group",
                "decision__meeting__group",
                "meeting__group",
                "source__group",
            ),
            *insert_only(),
            Enters(),
        ]
        constraints = [
            *Act.Meta.constraints,
            models.CheckConstraint(
                condition=Q(element__isnull=True, decision__isnull=False)
                | Q(element__isnull=False, decision__isnull=True),
                name="a_statement_is_about_one_thing",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_statement_says_something"),
            models.CheckConstraint(
                condition=Q(kind__in=StatementKind.values), name="a_kind_of_statement_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.contributor}"

    @property
    def can_be_lifted(self) -> bool:
        return self.kind in LIFTABLE


LIFTABLE = frozenset({StatementKind.RESERVATION.value, StatementKind.OBJECTION.value})


@tracked(
    group="statement__contributor__group",
    meeting=(
        "meeting",
        "statement__meeting",
        "statement__element__meeting",
        "statement__decision__meeting",
    ),
)
class Lift(Act):
    """The later act by which a reservation or an objection is lifted."""

    statement = models.OneToOneField(
        Statement, models.PROTECT, related_name="lift", verbose_name=_("statement")
    )
    reason = models.TextField(_("reason"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Act.Meta):
        verbose_name = _("lifting")
        verbose_name_plural = _("liftings")
        ordering = ["place"]
        triggers = [
            Tells(
                "statement__contributor__group",
                "meeting",
                "statement__meeting",
                "statement__element__meeting",
                "statement__decision__meeting",
            ),
            OfOneGroup("statement__contributor__group", "meeting__group", "source__group"),
            *insert_only(),
            Enters(
                checks=f"""
                    IF NOT EXISTS (SELECT 1 FROM deliberations_statement
                            WHERE id = NEW.statement_id
                            AND kind IN ('reservation', 'objection')) THEN
                        {raises("only_a_reservation_or_an_objection_is_lifted")}
                    END IF;
                """
            ),
        ]

    def __str__(self) -> str:
        return _("Lifted: %(statement)s") % {"statement": self.statement}
