"""The papers that contributors file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.contributors import Contributor
from deliberations.models.groups import WorkingGroup, sourced
from deliberations.models.history import tracked
from deliberations.models.meetings import Meeting
from deliberations.models.questions import Question
from deliberations.models.rules import OfOneGroup, never_emptied, stays_in_its_group


@tracked(group="group")
class Contribution(models.Model):
    """A paper by contributors, in answer to a question or for a meeting."""

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="contributions", verbose_name=_("group")
    )
    title = models.CharField(_("title"), max_length=300)
    authors = models.ManyToManyField(
        Contributor, through="Authorship", related_name="contributions", verbose_name=_("by")
    )
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, verbose_name=_("in answer to")
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("for the meeting"),
    )
    dated = models.DateField(_("dated"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)
    source = sourced()

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["group", "dated", "title"]
        triggers = [
            OfOneGroup("group", "question__group", "meeting__group", "source__group"),
            stays_in_its_group(),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "title"], name="a_contribution_has_a_title_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked(group="contribution__group")
class Authorship(models.Model):
    """That a contributor is an author of a contribution."""

    contribution = models.ForeignKey(
        Contribution, models.PROTECT, related_name="authorships", verbose_name=_("contribution")
    )
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, related_name="authorships", verbose_name=_("contributor")
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("authorship")
        verbose_name_plural = _("authorships")
        ordering = ["contribution", "id"]
        triggers = [OfOneGroup("contribution__group", "contributor__group"), never_emptied()]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "contributor"], name="an_author_is_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contributor}: {self.contribution}"
