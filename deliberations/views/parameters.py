"""What an address asks for, checked: anything else is a bad request with a sentence."""

from django import forms
from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from deliberations.views.finding import NotThere

MOST_PAGES = 100_000


def checked[AnyForm: forms.Form](form: AnyForm) -> AnyForm:
    """The form of an address, valid; BadRequest with the first thing that is wrong."""
    if not form.is_valid():
        name, errors = next(iter(form.errors.items()))
        label = form.fields[name].label if name in form.fields else ""
        raise BadRequest(f"{label or name}: {errors[0]}")
    return form


def page_number(request: HttpRequest) -> int:
    raw = request.GET.get("page", "1")
    if not (raw.isascii() and raw.isdigit() and len(raw) <= 6 and 1 <= int(raw) <= MOST_PAGES):
        raise BadRequest(_("page: a number from 1 to %(most)d, please.") % {"most": MOST_PAGES})
    return int(raw)


def page_of[Thing: Model](
    request: HttpRequest, things: "QuerySet[Thing]", size: int
) -> "Page[Thing]":
    """The page that the address asks for."""
    number = page_number(request)
    try:
        return Paginator(things, size).page(number)
    except EmptyPage:
        raise NotThere(_("There is no page %(page)d of this list.") % {"page": number}) from None
