"""What an address asks for, checked: anything else is a bad request with a sentence."""

import re
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from deliberations.models import Meeting, WorkingGroup
from deliberations.readings.moments import Moment, NotAMoment, moment_said
from deliberations.readings.steps import NoPlace, Order, Step, step_of
from deliberations.views.finding import NotThere, find_group

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


def number_asked(request: HttpRequest, name: str) -> int | None:
    """The number that the address gives in a parameter; None where it gives none."""
    raw = request.GET.get(name, "").strip()
    if not raw:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,8}", raw, re.ASCII):
        raise BadRequest(_("%(name)s: a number from 1 on, please.") % {"name": name})
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


def step_asked[Thing: Model](
    request: HttpRequest, things: "QuerySet[Thing]", order: Order, size: int
) -> "Step[Thing]":
    """The page of a long list that the address asks for, by the place it goes on from."""
    before, after = (request.GET.get(name, "").strip() for name in ("before", "after"))
    try:
        return step_of(things, order, size, before=before, after=after)
    except NoPlace:
        raise BadRequest(
            _("%(name)s: that is no place in this list. Begin at its first page.")
            % {"name": "before" if before else "after"}
        ) from None


def place_of_page[Thing: Model](
    request: HttpRequest, things: "QuerySet[Thing]", order: Order, size: int
) -> str:
    """Of a page asked for by its number, as addresses once said it: the address it begins at."""
    number = page_number(request)
    last = things.order_by(*order.by())[(number - 1) * size - 1 : (number - 1) * size + 1]
    ends = list(last)
    if len(ends) < 2:
        raise NotThere(_("There is no page %(page)d of this list.") % {"page": number})
    return further(request, page=None, after=order.place_of(ends[0]))


def step_data(request: HttpRequest, step: "Step[Any]") -> dict[str, Any]:
    """The addresses of the pages beside this one, None where there is none."""
    return {
        "previous": further(request, before=step.before, after=None) if step.before else None,
        "next": further(request, after=step.after, before=None) if step.after else None,
    }


def further(request: HttpRequest, **changed: str | None) -> str:
    """The address of the request with other parameters; None: without."""
    query = request.GET.copy()
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"{request.path}?{query.urlencode(safe=',:')}" if query else request.path


OF_MOMENTS = frozenset(
    [
        *("record", "group_pictures", "search", "search_table", "decision_table"),
        *("element_list", "element_table", "element_detail"),
        *("contributor_list", "contributor_table", "contributor_detail", "statement_list"),
        *("meeting_detail", "meeting_table", "decision_detail", "decision_docx", "decision_pdf"),
        *(
            f"{text}{end}"
            for text in ("group_report", "meeting_synthesis")
            for end in ("", "_text", "_docx", "_pdf")
        ),
    ]
)
"""What shows any moment (views); all else is of today."""


def refuse_the_past_unless_shown(request: HttpRequest, view: str) -> None:
    """BadRequest where a page of today is asked for the past: it would show what it is not."""
    for name in ("at", "known"):
        if name in request.GET and view not in OF_MOMENTS and request.method in ("GET", "HEAD"):
            raise BadRequest(
                _("%(name)s: this is a page of today alone. Ask for it without that.")
                % {"name": name}
            )


def moment_asked(
    request: HttpRequest, group: WorkingGroup | str, *, at: str = "at", known: str = "known"
) -> Moment:
    """The moment that the address asks for in its parameters of these names (see `moment_said`).

    group: or its slug, then looked up only if need be.
    """
    slug = group if isinstance(group, str) else group.slug

    def zone() -> str:
        found = find_group(request, group) if isinstance(group, str) else group
        return found.time_zone

    said_at, said_known = (request.GET.get(name, "").strip() for name in (at, known))
    meetings = Meeting.objects.visible_to(request.user).filter(group__slug=slug)
    try:
        return moment_said(said_at, said_known, meetings, request.user, zone, at=at, known=known)
    except NotAMoment as trouble:
        find_group(request, slug)
        raise BadRequest(str(trouble)) from None
