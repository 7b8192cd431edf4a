"""The search: everything that the record of a group holds, by its words or its number."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import decision_url, element_url, group_data, hit_data
from deliberations.forms.search import SearchForm
from deliberations.models import WorkingGroup
from deliberations.readings.search import (
    MOST,
    Found,
    decision_numbered,
    element_numbered,
)
from deliberations.readings.search import search as found_in
from deliberations.views.answers import answer, asked_for, wants_data
from deliberations.views.finding import NotThere, find_group
from deliberations.views.parameters import checked, page_number

SOME = 5
PAGE = 20
FRAGMENTS = ("found",)


def search(request: HttpRequest, group: str) -> HttpResponse:
    """What the words find, by kind: some of each, or a page of the kind that is chosen."""
    working_group = find_group(request, group)
    form = checked(SearchForm(request.GET))
    words, kind = form.cleaned_data["q"].strip(), form.cleaned_data["kind"]
    page = page_number(request)
    there = place_of(words, working_group, request.user)
    # Who is still typing is not led away from what they type.
    if there and not asked_for(request, FRAGMENTS) and not wants_data(request):
        return redirect(there)
    found = (
        found_in(
            words,
            working_group,
            reader=request.user,
            some=PAGE if kind else SOME,
            kind=kind,
            page=page,
        )
        if words
        else []
    )
    chosen = next((each for each in found if each.kind == kind), None)
    if page > 1 and not (chosen and chosen.hits):
        raise NotThere(_("There is no page %(page)d of this list.") % {"page": page})

    return answer(
        request,
        "search.html",
        {
            "group": working_group,
            "form": form,
            "words": words,
            "kind": kind,
            "found": found,
            "total": sum(each.total for each in found),
            "there": there,
            "most": MOST,
            **pages_of(chosen, page),
        },
        data=lambda: search_data(working_group, words, found, there, page),
        fragments=("found",),
    )


def place_of(words: str, group: WorkingGroup, reader: permissions.Person) -> str:
    """The address of what is typed as its number, "" where there is none such."""
    if found := re.fullmatch(r"[eE]([1-9][0-9]{0,8})", words):
        element = element_numbered(int(found[1]), group, reader=reader)
        return element_url(element, group.slug) if element else ""
    if found := re.fullmatch(r"([1-9][0-9]{0,8})/[dD]([1-9][0-9]{0,8})", words):
        decision = decision_numbered(int(found[1]), int(found[2]), group, reader=reader)
        return decision_url(decision, group.slug) if decision else ""
    return ""


def pages_of(chosen: Found | None, page: int) -> dict[str, Any]:
    pages = -(-chosen.total // PAGE) if chosen else 1
    return {
        "page": page,
        "pages": pages,
        "before": page - 1,
        "after": page + 1 if page < pages else 0,
    }


def search_data(
    group: WorkingGroup, words: str, found: list[Found], there: str, page: int
) -> dict[str, Any]:
    return {
        "group": group_data(group),
        "q": words,
        "goes_to": there or None,
        "page": page,
        "most_counted": MOST,
        "by_kind": {each.kind: each.total for each in found},
        "found": [hit_data(hit, group.slug) for each in found for hit in each.hits],
    }
