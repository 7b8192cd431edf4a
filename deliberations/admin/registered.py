"""What everything in the admin has in common: who sees which rows, its history, its page."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path, unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.admin.addresses import address_in_record
from deliberations.admin.reach import Rows, within_reach
from deliberations.models import Entry
from deliberations.readings.history import in_words

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin

ENTRIES_A_PAGE = 100


class WithinReach(admin.RelatedFieldListFilter):
    """Offers the things that the user reaches."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> list[tuple[str, Any]]:
        things = within_reach(field.related_model._default_manager.all(), request.user)
        return [(thing.pk, str(thing)) for thing in things]


class Registered(ModelAdmin):
    """Rows within the user's reach, to read; nothing of it writes.

    parts: the rows that belong to a thing and whose entries stand in its history, as the headings
    of a question: {noun: foreign key column}.
    """

    # To delete many at once asks for no reason.
    actions = None
    list_per_page = 50
    show_full_result_count = False
    object_history_template = "admin/history.html"
    parts: dict[str, str] = {}

    def get_queryset(self, request: HttpRequest) -> Rows:
        return within_reach(super().get_queryset(request), request.user)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model:
        """Raises Http404 for what is not there and for what is out of reach, all the same."""
        thing = super().get_object(request, object_id, from_field)
        if not isinstance(thing, Model):
            raise Http404(_("There is nothing at that address."))
        return thing

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.uses_the_admin(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_list_filter(self, request: HttpRequest) -> Any:
        """A filter by another thing offers what is within reach."""
        return [
            (name, WithinReach)
            if isinstance(name, str) and get_fields_from_path(self.model, name)[-1].is_relation
            else name
            for name in self.list_filter
        ]

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        """Only what a filter of the list asks; a lookup into other fields would be an oracle."""
        return any(
            lookup in (name, f"{name}__exact", f"{name}__id__exact", f"{name}__isnull")
            for name in (getattr(one, "parameter_name", one) for one in self.list_filter)
        )

    def view_on_site(self, obj: Model) -> str | None:
        return address_in_record(obj)

    @admin.display(description=gettext_lazy("in the record"))
    def in_the_record(self, obj: Model) -> str:
        address = address_in_record(obj)
        return format_html('<a href="{}">{}</a>', address, _("open")) if address else "–"

    @admin.display(description=gettext_lazy("group"), ordering="group__short_name")
    def group_in_short(self, obj: Any) -> str:
        return str(obj.group.short_name)

    # One truth: the history. Django's own log of the admin is not written beside it.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        return None

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:  # type: ignore[override]
        return None

    def construct_change_message(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        return []

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        page = Paginator(self.entries_of(thing, request), ENTRIES_A_PAGE).get_page(
            request.GET.get(PAGE_VAR)
        )
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request,
            self.object_history_template,
            {
                **self.admin_site.each_context(request),
                "title": _("History of %(thing)s") % {"thing": thing},
                "object": thing,
                "opts": self.opts,
                "page": page,
                "lines": in_words(page.object_list, reader=request.user, names_shown=True),
                **(extra_context or {}),
            },
        )

    def entries_of(self, thing: Model, request: HttpRequest) -> Rows:
        """The entries about a thing and its parts, those since deleted among them."""
        about = Q(noun=self.opts.model_name, object_id=thing.pk)
        for noun, column in self.parts.items():
            about |= Q(noun=noun, **{f"new__{column}": thing.pk})
        return Entry.objects.visible_to(request.user).filter(about).order_by("-id")
