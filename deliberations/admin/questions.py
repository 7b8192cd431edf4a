"""Questions with their headings."""

from django.contrib import admin

from deliberations.admin.site import site
from deliberations.admin.surroundings import Part, Surroundings
from deliberations.models import Heading, Question


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
