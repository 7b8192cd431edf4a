"""Contributions with their authors."""

from collections.abc import Collection
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from deliberations import operations
from deliberations.admin.reach import actor
from deliberations.admin.site import site
from deliberations.admin.surroundings import Part, Surroundings
from deliberations.models import Authorship, Contribution


class AuthorPart(Part):
    model = Authorship
    fields = ("contributor",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("contribution", "contributor")


@admin.register(Contribution, site=site)
class ContributionAdmin(Surroundings):
    adds = "file_contribution"
    fields = ("group", "title", "question", "meeting", "dated", "url", "note", "source")
    inlines = (AuthorPart,)
    parts = {"authorship": "contribution_id"}
    list_display = ("title", "dated", "question", "meeting", "group_in_short", "in_the_record")
    list_filter = ("group", "question", "meeting")
    list_select_related = ("group", "question", "meeting")
    search_fields = ("title", "authors__name")

    def enter(self, request: HttpRequest, form: Any, parts: Collection[Model]) -> None:
        given = {name: form.cleaned_data[name] for name in (*self.fields, "reason")}
        authors = [part.contributor for part in parts if isinstance(part, Authorship)]
        form.instance.pk = operations.file_contribution(
            by=actor(request), authors=authors, **given
        ).pk
