"""What the group asks, and under which headings answers may stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.groups import WorkingGroup, sourced
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.rules import OfOneGroup, never_emptied, stays_in_its_group


@tracked(group="group")
class Question(models.Model):
    """A guiding question of the group; elements answer it."""

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="questions", verbose_name=_("group")
    )
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"))
    source = sourced()

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["group", "number"]
        triggers = [
            Tells("group"),
            OfOneGroup("group", "source__group"),
            stays_in_its_group(),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"], name="a_question_has_a_number_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return _("Question %(number)d") % {"number": self.number}


@tracked(group="question__group")
class Heading(models.Model):
    """What elements may stand under within a question."""

    question = models.ForeignKey(
        Question, models.PROTECT, related_name="headings", verbose_name=_("question")
    )
    name = models.CharField(_("name"), max_length=200)
    position = models.PositiveIntegerField(_("position"), default=1)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("heading")
        verbose_name_plural = _("headings")
        ordering = ["question", "position", "name"]
        triggers = [Tells("question__group"), stays_in_its_group("question"), never_emptied()]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "name"], name="a_heading_has_a_name_of_its_own"
            )
        ]

    def __str__(self) -> str:
        return self.name
