"""The page of one act: a form, the operation, and back to what it was done to."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from deliberations.operations import ElementsChanged, NotAllowed, Refused
from deliberations.views.answers import answer, gone_to


def act_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], str],
    context: dict[str, Any],
    template: str = "acts/form.html",
) -> HttpResponse:
    """Show the form; sent and valid, do the act and go where it says.

    A refusal answers with the form as it was filled in, and says why.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                address = act()
            except Refused as refusal:
                status = refuse(form, refusal)
            else:
                messages.success(request, context.get("done") or _("Entered in the record."))
                return gone_to(request, address)
    return answer(request, template, {"has_data": False, "form": form, **context}, status=status)


def refuse(form: forms.Form, refusal: Refused) -> int:
    """Put the refusal on the form; the status of the answer."""
    form.add_error(None, str(refusal))
    if isinstance(refusal, NotAllowed):
        return 403
    return 409 if isinstance(refusal, ElementsChanged) else 422
