"""Decisions and what they do to elements, to read; and the phrases that qualify them, to edit."""

from django.contrib import admin

from deliberations.admin.acts import CLOCKS, ActPart, Acts
from deliberations.admin.site import site
from deliberations.admin.surroundings import Surroundings
from deliberations.models import Decision, DecisionQualifier, Disposition, Qualifier


class QualificationPart(ActPart):
    model = DecisionQualifier
    fields = readonly_fields = ("qualifier",)
    related = ("qualifier",)


class DispositionPart(ActPart):
    model = Disposition
    fields = readonly_fields = ("element", "wording", "from_status", "to_status", "reconsiders")
    related = (
        "element",
        "wording",
        "decision__meeting",
        "reconsiders__element",
        "reconsiders__decision__meeting",
    )


@admin.register(Decision, site=site)
class DecisionAdmin(Acts):
    fields = (
        "number",
        "outcome",
        "sentence",
        "basis",
        "heading",
        "replaces",
        *CLOCKS,
        "in_the_record",
    )
    inlines = (QualificationPart, DispositionPart)
    parts = {"decisionqualifier": "decision_id", "disposition": "decision_id"}
    list_display = ("__str__", "outcome", "sentence", "basis", "meeting", "in_the_record")
    list_filter = ("meeting", "outcome", "basis")
    list_select_related = ("meeting__group",)
    search_fields = ("sentence",)


@admin.register(Disposition, site=site)
class DispositionAdmin(Acts):
    fields = (
        "decision",
        "element",
        "wording",
        "from_status",
        "to_status",
        "reconsiders",
        "in_the_record",
    )
    list_display = ("decision", "element", "from_status", "to_status", "in_the_record")
    list_filter = ("decision__meeting", "to_status")
    list_select_related = ("decision__meeting__group", "element")
    search_fields = ("decision__sentence",)


@admin.register(Qualifier, site=site)
class QualifierAdmin(Surroundings):
    fields = ("group", "phrase", "position")
    list_display = ("phrase", "position", "group_in_short")
    list_filter = ("group",)
    list_select_related = ("group",)
    search_fields = ("phrase",)
