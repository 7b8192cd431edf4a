"""Meetings with their agenda. Opening, closing and publishing are acts, done on its page."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Max, Model, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from deliberations import operations
from deliberations.admin.forms import PartForm, ReasonedForm
from deliberations.admin.groups import ZoneField
from deliberations.admin.reach import actor
from deliberations.admin.site import site
from deliberations.admin.surroundings import Part, Surroundings
from deliberations.forms.fields import ElementByNumber
from deliberations.models import AgendaItem, Element, Meeting, WorkingGroup


class MeetingForm(ReasonedForm):
    time_zone = ZoneField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].required = False
        self.fields["ends_on"].help_text = _("Left empty: the first day.")

    def clean_ends_on(self) -> date | None:
        return self.cleaned_data["ends_on"] or self.cleaned_data.get("starts_on")


class AgendaForm(PartForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["element"] = self.instance.element


class AgendaPart(Part):
    model = AgendaItem
    fk_name = "meeting"
    fields = ("position", "title", "question", "element", "note", "source")
    form = AgendaForm

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without items on elements that the user does not see: their form could not hold them."""
        seen = Element.objects.visible_to(request.user)
        items = super().get_queryset(request).select_related("element", "question")
        return items.filter(Q(element=None) | Q(element__in=seen))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name != "element":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return ElementByNumber(
            Element.objects.all(),
            to_field_name="number",
            required=False,
            label=db_field.verbose_name,
            error_messages={"invalid_choice": _("The group has no element of that number.")},
        )


@admin.register(Meeting, site=site)
class MeetingAdmin(Surroundings):
    form = MeetingForm
    adds = "convene_meeting"
    goes_on_in_the_record = True
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
    list_display = (
        "__str__",
        "starts_on",
        "place_name",
        "state",
        "group_in_short",
        "in_the_record",
    )
    list_filter = ("group", "state")
    list_select_related = ("group",)
    search_fields = ("place_name", "chair")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A meeting begins planned; what acts change is shown once there is one."""
        return self.fields if obj is not None else self.fields[:9]

    def begins_with(self, group: WorkingGroup) -> dict[str, Any]:
        last = group.meetings.aggregate(number=Max("number"))["number"] or 0
        return {"number": last + 1, "time_zone": group.time_zone}

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """First the meeting is convened, then it gets its agenda."""
        return [AgendaPart] if obj is not None else []

    def enter(self, request: HttpRequest, form: Any, parts: Collection[Model]) -> None:
        given = {name: form.cleaned_data[name] for name in (*self.fields[:9], "reason")}
        form.instance.pk = operations.convene_meeting(by=actor(request), **given).pk
