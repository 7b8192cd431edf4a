"""What the secretariat looked at of all that the record finds in itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Clock, RecordQuerySet
from deliberations.models.groups import WorkingGroup
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.rules import never_emptied, stays_in_its_group


@tracked(group="group")
class Look(models.Model):
    """That a finding was looked at and is as it should be, and why. Taken back, it is gone.

    finding: its key, as readings.findings gives it.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="looks", verbose_name=_("group")
    )
    finding = models.CharField(_("finding"), max_length=60)
    reason = models.TextField(_("reason"))
    looked_by = models.ForeignKey(
        "deliberations.User", models.PROTECT, related_name="+", verbose_name=_("looked at by")
    )
    looked_at = models.DateTimeField(_("looked at"), db_default=Clock(), editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")
        ordering = ["group", "pk"]
        triggers = [
            Tells("group", never_public=True),
            stays_in_its_group(),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(fields=["group", "finding"], name="a_finding_is_marked_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_look_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.finding
