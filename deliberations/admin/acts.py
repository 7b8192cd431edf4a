"""Acts of the record in the admin: to read. Each leads to the page where one acts."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.admin.reach import within_reach
from deliberations.admin.registered import Registered

if TYPE_CHECKING:
    TabularInline = admin.TabularInline[Any, Any]
else:
    TabularInline = admin.TabularInline

# What every act says of itself.
CLOCKS = ("meeting", "happened_at", "known_to", "source", "recorded_at", "recorder")


class Acts(Registered):
    """Acts, to read. All their fields are shown; none is a field of a form."""

    list_filter: ClassVar[Any] = ("meeting",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.get_fields(request, obj)

    @admin.display(description=_("recorded by"))
    def recorder(self, obj: Any) -> str:
        """By name, without a link: to users, only admins get."""
        return str(obj.recorded_by)


class ActPart(TabularInline):
    """What belongs to an act, to read. related: what its rows are named by."""

    extra = 0
    template = "admin/part.html"
    can_delete = False
    related: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request).select_related(*self.related)
        return within_reach(rows, request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.uses_the_admin(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
