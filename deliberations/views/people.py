"""Signing in and out, and one's own password."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations.models import User
from deliberations.operations import change_password
from deliberations.views.acts import act_page, sent_with


class SignIn(LoginView):
    template_name = "people/sign_in.html"
    redirect_authenticated_user = True

    def get_form_kwargs(self) -> dict[str, Any]:
        """With labels as all our forms have them."""
        return {**super().get_form_kwargs(), "label_suffix": ""}

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """Where to go on. Not here again: Django answers that with an error."""
        address = super().get_redirect_url(request)
        return "" if urlsplit(address).path == reverse("sign_in") else address


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()


def person_password(request: HttpRequest) -> HttpResponse:
    """One's own password: the old one, and twice the new one. Elsewhere one is signed out."""
    by = request.user
    if not isinstance(by, User) or not by.is_active:
        raise PermissionDenied(_("Sign in, then change your password."))
    form = PasswordChangeForm(by, sent_with(request), label_suffix="")

    def change() -> str:
        user = change_password(user=by, password=form.cleaned_data["new_password1"], by=by)
        update_session_auth_hash(request, user)
        return reverse("home")

    return act_page(
        request,
        form,
        change,
        {
            "title": _("Change your password"),
            "explanation": _("Wherever else you are signed in, you sign in anew after that."),
            "button": _("Change it"),
            "back": reverse("home"),
            "done": _("Your password is changed."),
        },
    )
