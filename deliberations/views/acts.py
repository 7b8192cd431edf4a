"""The page of one act: a form, the operation, and back to what it was done to."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from deliberations.forms.fields import sent
from deliberations.operations import (
    AgendaChanged,
    ElementsChanged,
    NotAllowed,
    ReconsidersUnsaid,
    Refused,
)
from deliberations.views.answers import answer, gone_to


def act_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], str],
    context: dict[str, Any],
    template: str = "acts/form.html",
    fragments: tuple[str, ...] = (),
) -> HttpResponse:
    """Show the form; sent and valid, do the act and go where it says.

    A refusal answers with the form as it was filled in, and says why. Its `initial` holds what the
    person sees now: a form refused because that changed is sent again as seen anew.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                address = act()
            except Refused as refusal:
                status = refuse(form, refusal)
                if isinstance(refusal, ElementsChanged):
                    see_anew(form, form.initial)
            else:
                messages.success(request, context.get("done") or _("Entered in the record."))
                return gone_to(request, address)
    return answer(
        request,
        template,
        {"has_data": False, "form": form, **context},
        fragments=fragments,
        status=status,
    )


def sent_with(request: HttpRequest) -> QueryDict | None:
    """What the form is bound to: even an empty one was sent, and is told what it lacks."""
    return request.POST if request.method == "POST" else None


def see_anew(form: forms.Form, seen: Mapping[str, Any]) -> None:
    """Let the refused form say, when it is sent again, that its sender saw what it shows now."""
    data = sent(form).copy()
    for name in [name for name in form.fields if name.startswith("seen")]:
        data[name] = str(seen[name])
    form.data = data


def refuse(form: forms.Form, refusal: Refused) -> int:
    """Put the refusal on the form, at the field that mends it; the status of the answer."""
    unsaid = isinstance(refusal, ReconsidersUnsaid) and "reconsiders" in form.fields
    form.add_error("reconsiders" if unsaid else None, str(refusal))
    if isinstance(refusal, NotAllowed):
        return 403
    return 409 if isinstance(refusal, AgendaChanged | ElementsChanged) else 422
