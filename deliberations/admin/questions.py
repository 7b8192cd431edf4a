"""Questions with their headings."""

from typing import Any

from django.contrib import admin
from django.db.models import Max

from deliberations.admin.site import site
from deliberations.admin.surroundings import Part, Surroundings
from deliberations.models import Heading, Question, WorkingGroup


class HeadingPart(Part):
    model = Heading
    fields = ("position", "name")


@admin.register(Question, site=site)
class QuestionAdmin(Surroundings):
    fixed = ("number",)
    fields = ("group", "number", "text", "source")
    inlines = (HeadingPart,)
    parts = {"heading": "question_id"}
    list_display = ("__str__", "text", "group_in_short", "in_the_record")
    list_filter = ("group",)
    list_select_related = ("group",)
    search_fields = ("text", "headings__name")

    def begins_with(self, group: WorkingGroup) -> dict[str, Any]:
        last = group.questions.aggregate(number=Max("number"))["number"] or 0
        return {"number": last + 1}
