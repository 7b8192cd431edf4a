"""The admin site: the surroundings of the record, for admins and the secretariats."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import permissions

# Key, name, models in the order in which they are shown.
SECTIONS: list[tuple[str, Promise, list[str]]] = [
    ("group", gettext_lazy("The group"), ["workinggroup", "question", "meeting", "qualifier"]),
    (
        "papers",
        gettext_lazy("Contributors and papers"),
        ["contributor", "contribution", "document", "source"],
    ),
    ("people", gettext_lazy("Users"), ["user"]),
    (
        "acts",
        gettext_lazy("Acts of the record (to read)"),
        [
            "element",
            "wording",
            "proposal",
            "withdrawal",
            "decision",
            "disposition",
            "correction",
            "statement",
            "lift",
        ],
    ),
]


class RecordAdminSite(admin.AdminSite):
    """Django's site with our sign-in, and with the one declaration of rights."""

    site_title = gettext_lazy("The record: surroundings")
    site_header = gettext_lazy("The record: surroundings")
    index_title = gettext_lazy("Surroundings")
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        return permissions.uses_the_admin(request.user)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Without the change of a password, which would be a write past the operations."""
        return [
            url
            for url in super().get_urls()
            if getattr(url, "name", "") not in ("password_change", "password_change_done")
        ]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The record has one page to sign in."""
        wanted = request.GET.get("next") or reverse("admin:index")
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied(_("The admin is for admins and for the secretariats."))
        return redirect_to_login(wanted, reverse("sign_in"))

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """There is one application, and the index shows it."""
        return redirect("admin:index")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        label = "deliberations"
        found = self._build_app_dict(request, label).get(label, {"models": []})
        by_noun = {model["model"]._meta.model_name: model for model in found["models"]}
        sections = [
            {
                "name": name,
                "app_label": key,
                "app_url": reverse("admin:app_list", args=[label]),
                "has_module_perms": True,
                "models": [by_noun[noun] for noun in nouns if noun in by_noun],
            }
            for key, name, nouns in SECTIONS
        ]
        return [section for section in sections if section["models"]]


site = RecordAdminSite()
