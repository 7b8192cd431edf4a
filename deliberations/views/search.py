"""The search: everything that the record of a group holds, by its words or its number."""

import re
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import decision_url, element_url, group_data, hit_data, moment_data
from deliberations.forms.search import SearchForm
from deliberations.models import StatementKind, Status, WorkingGroup
from deliberations.readings.facets import Chip, Facet, facet_of
from deliberations.readings.groups import ORDER
from deliberations.readings.search import Answer, Found, decision_numbered, element_numbered
from deliberations.readings.search import search as found_in
from deliberations.readings.sought import MOST, Sought
from deliberations.readings.steps import Step
from deliberations.views.answers import answer, asked_for, wants_data
from deliberations.views.finding import find_group
from deliberations.views.parameters import checked, moment_asked, step_data

SOME = 5
PAGE = 20
FRAGMENTS = ("found",)
PLACE = r"-?[0-9]{1,25}\.[0-9]{1,25}(?:e[-+]?[0-9]{1,3})?_[0-9]{1,18}"


def search(request: HttpRequest, group: str) -> HttpResponse:
    """What the words find, by kind: some of each, or a page of the kind that is chosen."""
    working_group = find_group(request, group)
    form, sought = sought_in(request, working_group)
    words = sought.words
    there = place_of(sought, request.user)
    # Who is still typing is not led away from what they type.
    if there and not asked_for(request, FRAGMENTS) and not wants_data(request):
        return redirect(there)
    before, after = (place_asked(request, name) for name in ("before", "after"))
    found = (
        found_in(sought, some=PAGE if sought.kind else SOME, before=before, after=after)
        if words
        else Answer([])
    )
    step = next((each for each in found.kinds if each.kind == sought.kind), Found())

    return answer(
        request,
        "search.html",
        {
            "group": working_group,
            "form": form,
            "moment": sought.moment,
            "words": words,
            "kind": sought.kind,
            "found": found,
            "step": step,
            "chips": chips_of(sought),
            "facets": facets_of(sought, found, request.GET.get("more", "")),
            "there": there,
            "said": kind_named(words),
            "most": MOST,
            **({"feed_query": f"?{urlencode({'q': words})}"} if words else {"feed_url": ""}),
        },
        data=lambda: {
            **search_data(sought, found, there),
            **step_data(request, Step([], step.before, step.after)),
        },
        fragments=("found",),
    )


def sought_in(request: HttpRequest, group: WorkingGroup) -> tuple[SearchForm, Sought]:
    """What the address asks the search for."""
    form = checked(SearchForm(request.GET, group=group, reader=request.user))
    asked = {**form.cleaned_data, "moment": moment_asked(request, group)}
    words = asked.pop("q").strip()
    return form, Sought(words, group, request.user, **asked)


def place_asked(request: HttpRequest, name: str) -> str:
    place = request.GET.get(name, "").strip()
    if place and not re.fullmatch(PLACE, place, re.ASCII):
        raise BadRequest(
            _("%(name)s: that is no place in this list. Begin at its first page.") % {"name": name}
        )
    return place


def place_of(sought: Sought, reader: permissions.Person) -> str:
    """The address of what is typed as its number, "" where there is none such."""
    group, words = sought.group, sought.words
    if found := re.fullmatch(r"[eE]([1-9][0-9]{0,8})", words):
        element = element_numbered(int(found[1]), group, reader=reader)
        return element_url(element, group.slug) + sought.moment.query if element else ""
    if found := re.fullmatch(r"([1-9][0-9]{0,8})/[dD]([1-9][0-9]{0,8})", words):
        decision = decision_numbered(int(found[1]), int(found[2]), group, reader=reader)
        return decision_url(decision, group.slug) if decision else ""
    return ""


def kind_named(words: str) -> str:
    """The kind of statements that is typed by its name, of one or of many; "" for none."""
    typed = words.casefold()
    names = {str(kind.label).casefold(): kind.value for kind in StatementKind}
    return names.get(typed) or names.get(typed.removesuffix("s"), "")


def chips_of(sought: Sought) -> list[Chip]:
    asked = [
        ("status", _("Status"), str(Status(sought.status).label) if sought.status else ""),
        ("meeting", _("Meeting"), str(sought.meeting.number) if sought.meeting else ""),
        ("contributor", _("Contributor"), sought.contributor and sought.contributor.name),
    ]
    return [Chip(name, label, words) for name, label, words in asked if words]


def facets_of(sought: Sought, found: Answer, more: str) -> list[Facet]:
    """How what was found divides, as far as it is not asked for already."""
    statuses = [(s.value, str(s.label), found.of_status[s.value]) for s in ORDER]
    meetings = [
        (str(n), _("Meeting %d") % n, number) for n, number in sorted(found.of_meeting.items())
    ]
    people = sorted(found.of_contributor.items(), key=lambda item: item[0][1].casefold())
    those = [
        ("status", _("Status"), statuses),
        ("contributor", _("Contributor"), [(slug, name, n) for (slug, name), n in people]),
        ("meeting", _("Meeting"), meetings),
    ]
    return [
        facet_of(name, label, numbers, "", more)
        for name, label, numbers in those
        if not getattr(sought, name)
    ]


def search_data(sought: Sought, found: Answer, there: str) -> dict[str, Any]:
    group = sought.group
    return {
        "group": group_data(group),
        **moment_data(sought.moment),
        "q": sought.words,
        "goes_to": there or None,
        "most_counted": MOST,
        "is_cut": found.is_cut,
        "by_kind": {each.kind: each.total for each in found.kinds},
        "by_status": found.of_status,
        "by_meeting": found.of_meeting,
        "by_contributor": {slug: n for (slug, _name), n in found.of_contributor.items()},
        "found": [hit_data(hit, group.slug) for hit in found.hits],
    }
