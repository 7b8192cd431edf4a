"""Who puts things forward."""

from django.db import models
from django.db.models import Func
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import RecordQuerySet
from deliberations.models.groups import WorkingGroup, sourced
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.rules import OfOneGroup, never_emptied, stays_in_its_group


class Kind(models.TextChoices):
    PERSON = "person", _("person")
    DELEGATION = "delegation", _("delegation")
    ORGANISATION = "organisation", _("organisation")


class StakeholderGroup(models.TextChoices):
    GOVERNMENT = "government", _("government")
    PRIVATE_SECTOR = "private-sector", _("private sector")
    CIVIL_SOCIETY = "civil-society", _("civil society")
    TECHNICAL = "technical-academic", _("technical and academic")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental")
    NOT_STATED = "not-stated", _("not stated")


class Alphabetical(Func):
    """A name to sort by: without case and without the marks on letters, É beside e, not after z.

    Not by a collation of the language: PostgreSQL is built without them where it comes as a wheel.
    Of letters that are no letter with a mark to Unicode, those in names of people: Ł beside l.
    """

    template = (
        "lower(translate(regexp_replace(normalize(%(expressions)s, NFKD), '[\\u0300-\\u036F]', '',"
        " 'g'), 'ÆæĐđÐðĦħıŁłØøŒœẞßŦŧÞþ', 'AaDdDdHhiLlOoOoSsTtTt'))"
        ' COLLATE "C"'
    )
    output_field = models.TextField()


class ContributorQuerySet(RecordQuerySet["Contributor"]):
    def by_name(self) -> "ContributorQuerySet":
        return self.order_by(Alphabetical("name"), "pk")


@tracked(group="group")
class Contributor(models.Model):
    """A person, delegation or organisation that puts things forward or speaks to them."""

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="contributors", verbose_name=_("group")
    )
    slug = models.SlugField(_("address"), help_text=_("As in /wgec/contributors/apc/."))
    name = models.CharField(_("name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    stakeholder_group = models.CharField(
        _("stakeholder group"),
        max_length=20,
        choices=StakeholderGroup,
        default=StakeholderGroup.NOT_STATED,
    )
    country = models.CharField(_("country"), max_length=100, blank=True)
    affiliation = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("of"),
    )
    note = models.TextField(_("note"), blank=True)
    source = sourced()

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["group", "name"]
        triggers = [
            Tells("group"),
            OfOneGroup("group", "affiliation__group", "source__group"),
            stays_in_its_group(),
            never_emptied(),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "slug"], name="a_contributor_has_an_address_of_its_own"
            ),
            models.UniqueConstraint(
                fields=["group", "name"], name="a_contributor_has_a_name_of_its_own"
            ),
        ]

    def __str__(self) -> str:
        return self.name
