"""Documents that somebody brought in to be read: kept as they came, never public."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Clock, RecordQuerySet
from deliberations.models.groups import Source, WorkingGroup
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.meetings import Meeting
from deliberations.models.rules import OfOneGroup, never_emptied, stays_in_its_group


@tracked(
    group="group",
    meeting="meeting",
    # The file itself is kept once; its checksum says in the history which it was.
    exclude=("content", "text", "passages"),
    unnoticed=("content", "text", "passages"),
)
class Import(models.Model):
    """A file about what a meeting decided, and its text as it was read.

    kind: text, markdown, docx or pdf. sha256: of the file, hex. remarks: how it was read, as keys.
    passages: the keys of what was read from it, which are the intentions of the decisions made of
    them; set_aside: the keys of the passages that the secretariat refused. source: by which the
    decisions made from it cite it, where everybody may know of it.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="imports", verbose_name=_("group")
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="imports", verbose_name=_("meeting")
    )
    name = models.CharField(_("file"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64)
    content = models.BinaryField(_("content"))
    text = models.TextField(_("text"))
    remarks = models.JSONField(_("remarks"), default=list)
    passages = models.JSONField(_("passages"), default=list)
    set_aside = models.JSONField(_("set aside"), default=list)
    source = models.OneToOneField(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="imported",
        verbose_name=_("source"),
    )
    brought_by = models.ForeignKey(
        "deliberations.User", models.PROTECT, related_name="+", verbose_name=_("brought by")
    )
    brought_at = models.DateTimeField(_("brought at"), db_default=Clock())

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["group", "-pk"]
        triggers = [
            Tells("group", never_public=True),
            OfOneGroup("group", "meeting__group", "source__group"),
            stays_in_its_group(),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "sha256"], name="a_file_is_imported_once_for_a_meeting"
            )
        ]

    def __str__(self) -> str:
        return self.name
