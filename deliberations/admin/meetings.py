"""Meetings with their agenda. Opening, closing and publishing are acts, done on its page."""

from collections.abc import Collection
from typing import Any

from django.contrib import admin
from django.db.models import Model, Q
from django.http import HttpRequest

from deliberations import operations
from deliberations.admin.groups import ZoneField
from deliberations.admin.reach import actor
from deliberations.admin.site import site
from deliberations.admin.surroundings import Part, ReasonedForm, Surroundings
from deliberations.models import AgendaItem, Element, Meeting


class MeetingForm(ReasonedForm):
    time_zone = ZoneField()


class AgendaPart(Part):
    model = AgendaItem
    fields = ("position", "title", "question", "element", "note", "source")
    autocomplete_fields = ("element",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without items on elements that the user does not see: their form could not hold them."""
        seen = Element.objects.visible_to(request.user)
        return super().get_queryset(request).filter(Q(element=None) | Q(element__in=seen))


@admin.register(Meeting, site=site)
class MeetingAdmin(Surroundings):
    form = MeetingForm
    adds = "convene_meeting"
    fixed = ("number", "state", "published_at", "in_the_record")
    fields = (
        "group",
        "number",
        "starts_on",
        "ends_on",
        "place_name",
        "time_zone",
        "chair",
        "note",
        "source",
        "state",
        "published_at",
        "in_the_record",
    )
    parts = {"agendaitem": "meeting_id"}
    list_display = ("__str__", "starts_on", "place_name", "state", "group", "in_the_record")
    list_filter = ("group", "state")
    list_select_related = ("group",)
    search_fields = ("place_name", "chair")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A meeting begins planned; what acts change is shown once there is one."""
        return self.fields if obj is not None else self.fields[:9]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """First the meeting is convened, then it gets its agenda."""
        return [AgendaPart] if obj is not None else []

    def enter(self, request: HttpRequest, form: Any, parts: Collection[Model]) -> None:
        given = {name: form.cleaned_data[name] for name in (*self.fields[:9], "reason")}
        form.instance.pk = operations.convene_meeting(by=actor(request), **given).pk
