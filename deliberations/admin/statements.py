"""Statements and their lifting, to read."""

from django.contrib import admin

from deliberations.admin.acts import CLOCKS, Acts
from deliberations.admin.site import site
from deliberations.models import Lift, Statement


@admin.register(Statement, site=site)
class StatementAdmin(Acts):
    fields = ("contributor", "kind", "text", "element", "decision", *CLOCKS, "in_the_record")
    list_display = ("contributor", "kind", "text", "element", "decision", "in_the_record")
    list_filter = ("kind", "meeting")
    list_select_related = ("contributor__group", "element__group", "decision__meeting__group")
    search_fields = ("text", "contributor__name")


@admin.register(Lift, site=site)
class LiftAdmin(Acts):
    fields = ("statement", "reason", *CLOCKS, "in_the_record")
    list_display = ("statement", "reason", "recorded_at", "in_the_record")
    list_select_related = (
        "statement__contributor__group",
        "statement__element__group",
        "statement__decision__meeting__group",
    )
    search_fields = ("reason", "statement__text")
