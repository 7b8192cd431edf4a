"""The bodies whose records these are, and the sources their facts come from."""

from string import Formatter
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.history import tracked
from deliberations.models.rules import OfOneGroup, never_emptied, stays_in_its_group

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


def known_time_zone(name: str) -> None:
    """Refuse the name of a time zone that there is not."""
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not the name of a time zone, as Europe/Zurich is."),
            params={"name": name},
        )


PLACES_IN_A_SENTENCE = ("qualifiers", "heading", "basis")


def pattern_that_fits(pattern: str) -> None:
    """Refuse a pattern with a place that nothing fills, or with a brace left open."""
    try:
        fields = [field[1:] for field in Formatter().parse(pattern) if field[1] is not None]
    except ValueError:
        raise ValidationError(_("A brace is open or closed without its other half.")) from None
    for name, how, converted in fields:
        if name not in PLACES_IN_A_SENTENCE or how or converted:
            raise ValidationError(
                _(
                    "“{%(name)s}” is no place of a sentence. The places are {qualifiers}, "
                    "{heading} and {basis}."
                ),
                params={"name": name},
            )


def sentence_pattern(label: "StrPromise") -> "models.CharField[str, str]":
    """How the group's sentence of one outcome begins to be written; empty: the usual one."""
    return models.CharField(
        label,
        max_length=500,
        blank=True,
        validators=[pattern_that_fits],
        help_text=_(
            "As in “The Group agreed{qualifiers} on the following {heading}{basis}”. "
            "Empty: the usual sentence."
        ),
    )


# Addresses of the site itself, which a group of that name would never be reached at.
TAKEN = ("admin", "groups", "healthz", "sign-in", "sign-out", "static")


@tracked(group="id")
class WorkingGroup(models.Model):
    """The body whose record this is. One installation holds many."""

    slug = models.SlugField(_("address"), unique=True, help_text=_("As in /wgec/."))
    short_name = models.CharField(_("short name"), max_length=40)
    name = models.CharField(_("name"), max_length=300)
    parent = models.CharField(_("set up by"), max_length=300, blank=True)
    mandate = models.TextField(_("mandate"), blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[known_time_zone]
    )
    source = models.ForeignKey(
        "Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
    )
    sentence_agreed = sentence_pattern(_("sentence: agreed"))
    sentence_deferred = sentence_pattern(_("sentence: deferred to report"))
    sentence_not_discussed = sentence_pattern(_("sentence: not discussed"))
    sentence_rejected = sentence_pattern(_("sentence: rejected"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        ordering = ["name"]
        triggers = [OfOneGroup("id", "source__group"), never_emptied()]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=TAKEN),
                name="a_group_has_an_address_that_is_not_the_sites",
                violation_error_message=_("That address is the site’s own. Choose another."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked(group="group")
class Source(models.Model):
    """Where a fact of the record comes from: a paper, a page, a mail, with its address."""

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="sources", verbose_name=_("group")
    )
    key = models.SlugField(_("key"), help_text=_("By which the record's file refers to it."))
    title = models.CharField(_("title"), max_length=300)
    author = models.CharField(_("by"), max_length=300, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["group", "dated", "title"]
        triggers = [stays_in_its_group(), never_emptied()]
        constraints = [
            models.UniqueConstraint(fields=["group", "key"], name="a_source_has_a_key_of_its_own")
        ]

    def __str__(self) -> str:
        return self.title


def sourced() -> "models.ForeignKey[Source | None, Source | None]":
    """The source of a fact of the surroundings; empty where none is stated."""
    return models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
