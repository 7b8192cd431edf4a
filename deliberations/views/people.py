"""Signing in and out."""

from urllib.parse import urlsplit

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest
from django.urls import reverse


class SignIn(LoginView):
    template_name = "people/sign_in.html"
    redirect_authenticated_user = True

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """Where to go on. Not here again: Django answers that with an error."""
        address = super().get_redirect_url(request)
        return "" if urlsplit(address).path == reverse("sign_in") else address


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()
