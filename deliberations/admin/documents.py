"""The texts the group issued."""

from django.contrib import admin

from deliberations.admin.site import site
from deliberations.admin.surroundings import Surroundings
from deliberations.models import Document


@admin.register(Document, site=site)
class DocumentAdmin(Surroundings):
    fields = (
        "group",
        "title",
        "kind",
        "author",
        "dated",
        "meeting",
        "letterhead",
        "introduction",
        "closing",
        "url",
        "sha256",
        "note",
        "source",
    )
    list_display = ("title", "kind", "dated", "meeting", "group_in_short", "in_the_record")
    list_filter = ("group", "kind", "meeting")
    list_select_related = ("group", "meeting")
    search_fields = ("title", "author")
