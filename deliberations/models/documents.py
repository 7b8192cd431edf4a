"""The texts the group issued."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.groups import WorkingGroup, sourced
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.meetings import Meeting
from deliberations.models.rules import OfOneGroup, never_emptied, stays_in_its_group


class DocumentKind(models.TextChoices):
    SYNTHESIS = "synthesis", _("synthesis")
    REPORT = "report", _("report")
    SUMMARY = "summary", _("summary")
    OTHER = "other", _("other")


@tracked(group="group", meeting="meeting")
class Document(models.Model):
    """A text of the group, with its date, its author and where it lies.

    sha256: the checksum of the text, hex; empty while unknown. letterhead, introduction, closing:
    the words of the text that are its own; the rest of it follows from the acts of its meeting.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="documents", verbose_name=_("group")
    )
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    author = models.CharField(_("by"), max_length=300, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("on the meeting"),
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, blank=True)
    letterhead = models.CharField(
        _("line above the title"),
        max_length=300,
        blank=True,
        help_text=_("Empty: the name of the group."),
    )
    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("Stands before the decisions. An empty line begins a paragraph."),
    )
    closing = models.TextField(
        _("closing"), blank=True, help_text=_("Stands after the decisions, as a signature does.")
    )
    note = models.TextField(_("note"), blank=True)
    source = sourced()

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["group", "dated", "title"]
        triggers = [
            Tells("group", "meeting"),
            OfOneGroup("group", "meeting__group", "source__group"),
            stays_in_its_group(),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "title", "dated"],
                name="a_document_has_a_title_and_date_of_its_own",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return self.title
