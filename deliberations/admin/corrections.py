"""Corrections, to read."""

from django.contrib import admin

from deliberations.admin.acts import CLOCKS, Acts
from deliberations.admin.site import site
from deliberations.models import Correction


@admin.register(Correction, site=site)
class CorrectionAdmin(Acts):
    fields = ("kind", "decision", "by_decision", "reason", *CLOCKS, "in_the_record")
    list_display = ("decision", "kind", "by_decision", "reason", "meeting", "in_the_record")
    list_filter = ("meeting", "kind")
    list_select_related = ("decision__meeting__group", "by_decision__meeting", "meeting")
    search_fields = ("reason",)
