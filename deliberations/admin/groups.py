"""Working groups and the sources of their facts."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations.admin.forms import ReasonedForm
from deliberations.admin.site import site
from deliberations.admin.surroundings import Surroundings
from deliberations.models import Source, WorkingGroup


def zones() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in sorted(available_timezones())]


class ZoneField(forms.ChoiceField):
    """One of the time zones of the world."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=gettext_lazy("Time zone"), choices=zones, initial="UTC", **kwargs)


class WorkingGroupForm(ReasonedForm):
    time_zone = ZoneField()

    def clean_slug(self) -> str:
        """Refuse an address that another page has, as /admin/."""
        slug: str = self.cleaned_data["slug"]
        try:
            found = resolve(f"/{slug}/").url_name
        except Resolver404:
            found = None
        if found != "record":
            raise ValidationError(_("That address is taken by another page. Choose another."))
        return slug


@admin.register(WorkingGroup, site=site)
class WorkingGroupAdmin(Surroundings):
    """Founded by admins; kept by its secretariat, too. It does not go: its record is here."""

    form = WorkingGroupForm
    adds = "found_group"
    goes_on_in_the_record = True
    fixed = ("slug",)
    deletable = False
    fields = (
        "short_name",
        "name",
        "slug",
        "parent",
        "mandate",
        "time_zone",
        "sentence_agreed",
        "sentence_deferred",
        "sentence_not_discussed",
        "sentence_rejected",
        "source",
    )
    list_display = ("name", "short_name", "in_the_record")
    search_fields = ("name", "short_name")

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        """A new group has no sources yet."""
        return [name for name in self.fields if obj is not None or name != "source"]


@admin.register(Source, site=site)
class SourceAdmin(Surroundings):
    fixed = ("key",)
    fields = ("group", "title", "key", "author", "dated", "url", "note")
    list_display = ("title", "author", "dated", "group_in_short")
    list_filter = ("group",)
    list_select_related = ("group",)
    search_fields = ("title", "author", "key")
