"""Users with their roles; for admins only. A user who left may no longer sign in, and stays."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import SetPasswordMixin, UsernameField
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import operations
from deliberations.admin.forms import ReasonedForm
from deliberations.admin.reach import actor
from deliberations.admin.site import site
from deliberations.admin.surroundings import Part, Surroundings
from deliberations.models import Membership, User

if TYPE_CHECKING:
    PasswordForm = SetPasswordMixin[User]
else:
    PasswordForm = SetPasswordMixin


class UserForm(PasswordForm, ReasonedForm):
    """A user; the password is given anew or stays as it is, and is kept as Django hashes it."""

    password1, password2 = PasswordForm.create_password_fields(
        gettext_lazy("New password"), gettext_lazy("New password, again")
    )

    class Meta:
        field_classes = {"username": UsernameField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("password1", "password2"):
            self.fields[name].required = False
        self.fields["password2"].help_text = (
            _("Without a password, nobody can sign in as this user.")
            if self.instance._state.adding
            else _("Leave both empty to keep the password.")
        )

    def clean(self) -> dict[str, Any] | None:
        first, again = (self.cleaned_data.get(name) for name in ("password1", "password2"))
        if bool(first) != bool(again):
            raise forms.ValidationError(self.error_messages["password_mismatch"])
        self.validate_passwords()
        return super().clean()

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django's own way to check a password
        self.validate_password_for_user(self.instance)

    def save(self, commit: bool = True) -> Any:
        """Not written here: the password goes into the user whom the operation writes."""
        user = super().save(commit=False)
        if password := self.cleaned_data["password1"]:
            user.set_password(password)
        elif user._state.adding:
            user.set_unusable_password()
        return user

    @property
    def changed_fields(self) -> list[str]:
        changed = super().changed_fields
        return [*changed, "password"] if self.cleaned_data["password1"] else changed


class RolePart(Part):
    model = Membership
    fields = ("group", "role")
    changes = "manage_people"


@admin.register(User, site=site)
class UserAdmin(Surroundings):
    form = UserForm
    adds = changes = "manage_people"
    deletable = False
    fields = ("username", "name", "password1", "password2", "is_active", "is_admin")
    inlines = (RolePart,)
    parts = {"membership": "user_id"}
    list_display = ("username", "name", "roles_held", "is_admin", "is_active", "last_login")
    list_filter = ("is_active", "is_admin")
    search_fields = ("username", "name")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("memberships__group")

    @admin.display(description=gettext_lazy("roles"))
    def roles_held(self, user: User) -> str:
        return ", ".join(
            f"{held.group.short_name}: {held.get_role_display()}"
            for held in user.memberships.all()
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        user: User = form.instance
        if user.is_active and not user.is_admin and not user.memberships.exists():
            self.message_user(
                request,
                _("%(user)s has no role in any group, so they see only what everybody sees.")
                % {"user": user},
                messages.WARNING,
            )

    def enter(self, request: HttpRequest, form: Any, parts: Collection[Model]) -> None:
        operations.edit_people(
            thing=form.instance,
            by=actor(request),
            reason=form.cleaned_data["reason"],
            parts=parts,
        )

    def edit(
        self,
        request: HttpRequest,
        form: Any,
        parts: Collection[Model],
        removed: Collection[Model],
    ) -> None:
        operations.edit_people(
            thing=form.instance,
            by=actor(request),
            reason=form.cleaned_data["reason"],
            fields=form.changed_fields,
            parts=parts,
            removed=removed,
        )
        if form.instance == request.user and "password" in form.changed_fields:
            # Who changes their own password stays signed in, here only.
            update_session_auth_hash(request, form.instance)
