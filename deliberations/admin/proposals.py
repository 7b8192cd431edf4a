"""Proposals and withdrawals, to read."""

from django.contrib import admin

from deliberations.admin.acts import CLOCKS, Acts
from deliberations.admin.site import site
from deliberations.models import Proposal, Withdrawal


@admin.register(Proposal, site=site)
class ProposalAdmin(Acts):
    fields = (
        "element",
        "contributor",
        "contribution",
        "withdrawal",
        "note",
        *CLOCKS,
        "in_the_record",
    )
    list_display = ("element", "contributor", "contribution", "recorded_at", "in_the_record")
    list_select_related = ("element__group", "contributor", "contribution")
    search_fields = ("contributor__name", "contribution__title")


@admin.register(Withdrawal, site=site)
class WithdrawalAdmin(Acts):
    fields = ("element", "contributor", "reason", *CLOCKS, "in_the_record")
    list_display = ("element", "contributor", "recorded_at", "in_the_record")
    list_select_related = ("element__group", "contributor")
    search_fields = ("contributor__name", "reason")
