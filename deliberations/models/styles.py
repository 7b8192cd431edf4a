"""The house styles of a group: Word files in which what it issues is laid out."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import Clock, RecordQuerySet
from deliberations.models.groups import WorkingGroup
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.rules import Rule, insert_only, raises


@tracked(
    group="group",
    # The file itself is kept once; its checksum says in the history which it was.
    exclude=("content",),
)
class Style(models.Model):
    """A style that a group adopted, numbered in its group; the last one is in force.

    content: a Word file with the marks of papers.styling; empty for going back to the built-in
    style. sha256: of it, hex, reckoned by the database. name: of the file as it was brought.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="styles", verbose_name=_("group")
    )
    number = models.PositiveIntegerField(_("number"), db_default=0, editable=False)
    name = models.CharField(_("file"), max_length=200, blank=True)
    content = models.BinaryField(_("content"))
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, db_default="")
    adopted_at = models.DateTimeField(_("adopted at"), db_default=Clock(), editable=False)
    adopted_by = models.ForeignKey(
        "deliberations.User",
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("adopted by"),
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("house style")
        verbose_name_plural = _("house styles")
        ordering = ["group", "number"]
        triggers = [
            Tells("group", never_public=True),
            *insert_only(),
            Rule(
                name="is_adopted",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("next_number", "integer")],
                func=f"""
                    PERFORM 1 FROM deliberations_workinggroup
                        WHERE id = NEW.group_id FOR NO KEY UPDATE;
                    SELECT COALESCE(max(number), 0) + 1 INTO next_number
                        FROM deliberations_style WHERE group_id = NEW.group_id;
                    IF NEW.number NOT IN (0, next_number) THEN
                        {raises("numbers_run_without_gap")}
                    END IF;
                    NEW.number := next_number;
                    NEW.adopted_at := clock_timestamp();
                    NEW.sha256 := encode(sha256(NEW.content), 'hex');
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"], name="a_house_style_has_a_number_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}" if self.name else str(self.number)

    @property
    def is_built_in(self) -> bool:
        """Whether the group went back to the style that it had before it had one of its own."""
        return self.name == ""
