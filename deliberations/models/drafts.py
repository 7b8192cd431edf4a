"""Decisions being composed. A draft is no decision, and appears in no public place."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Clock, RecordQuerySet
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.meetings import Meeting
from deliberations.models.rules import never_emptied, stays_in_its_group


@tracked(
    group="meeting__group",
    meeting="meeting",
    # What a draft said from second to second is nobody's record.
    exclude=("content", "version", "saved_at"),
    unnoticed=("content", "version", "saved_at"),
)
class Draft(models.Model):
    """A decision as it is being composed, by one person at a time.

    intention: that of the form; the decision gavelled from it has the same, and the draft goes.
    content: {name of a field of the form: what was sent for it, always a list of texts}.
    version: one more with each change, so that who saves says what they changed.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="drafts", verbose_name=_("meeting")
    )
    intention = models.UUIDField(_("intention"), unique=True, editable=False)
    keeper = models.ForeignKey(
        "deliberations.User", models.PROTECT, related_name="+", verbose_name=_("kept by")
    )
    kept_since = models.DateTimeField(_("kept since"), db_default=Clock())
    on_screen = models.BooleanField(_("on the screen"), default=False)
    content = models.JSONField(_("content"))
    version = models.PositiveIntegerField(_("version"), default=1)
    saved_at = models.DateTimeField(_("saved at"), db_default=Clock())

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["meeting", "pk"]
        triggers = [
            Tells("meeting__group", never_public=True),
            stays_in_its_group("meeting"),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(on_screen=True),
                name="the_screen_shows_one_draft",
            )
        ]

    def __str__(self) -> str:
        return self.sentence or str(_("without a sentence yet"))

    @property
    def sentence(self) -> str:
        """What it says so far, "" for nothing."""
        content = self.content if isinstance(self.content, dict) else {}
        return str((content.get("sentence") or [""])[0])
