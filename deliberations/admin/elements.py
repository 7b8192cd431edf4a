"""Elements and their wordings, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from deliberations.admin.acts import CLOCKS, ActPart, Acts
from deliberations.admin.site import site
from deliberations.models import Element, Standing, Status, Wording


class WordingPart(ActPart):
    model = Wording
    fields = readonly_fields = ("number", "text", "reason", "meeting", "recorded_at")
    related = ("meeting",)


class StatusFilter(admin.SimpleListFilter):
    """By where an element stands, as the user sees it."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return Status.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(status=self.value()) if self.value() else queryset


@admin.register(Element, site=site)
class ElementAdmin(Acts):
    fields = (
        "group",
        "number",
        "status",
        "question",
        "heading",
        "meeting",
        "source",
        "in_the_record",
    )
    inlines = (WordingPart,)
    parts = {"wording": "element_id"}
    list_display = (
        "__str__",
        "text",
        "status",
        "question",
        "heading",
        "group_in_short",
        "in_the_record",
    )
    list_filter = ("group", StatusFilter, "question", "heading")
    list_select_related = ("group", "question", "heading")
    search_fields = ("number",)

    def get_queryset(self, request: HttpRequest) -> Any:
        standing = Standing.objects.visible_to(request.user).filter(element=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                status=Subquery(standing.values("status")[:1]),
                text=Subquery(standing.values("wording__text")[:1]),
            )
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """In the wordings that the user sees, and by number: E41 or 41."""
        term = search_term.strip()
        number = term.removeprefix("E")
        if number.isdecimal() and len(number) < 10:
            return queryset.filter(number=int(number)), False
        if not term:
            return queryset, False
        said = Wording.objects.visible_to(request.user).filter(text__icontains=term)
        return queryset.filter(pk__in=said.values("element")), False

    @admin.display(description=_("status"), ordering="status")
    def status(self, element: Any) -> str:
        return str(Status(element.status).label) if element.status else "–"

    @admin.display(description=_("text"))
    def text(self, element: Any) -> str:
        return element.text or "–"


@admin.register(Wording, site=site)
class WordingAdmin(Acts):
    fields = ("element", "number", "text", "reason", "decision", *CLOCKS, "in_the_record")
    list_display = ("element", "number", "text", "meeting", "recorded_at", "in_the_record")
    list_select_related = ("element__group", "meeting")
    search_fields = ("text",)
