"""Elements: the list, and one with its line of time."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import (
    citation_data,
    element_data,
    group_data,
    moment_data,
    standing_data,
)
from deliberations.forms.elements import FilterForm
from deliberations.models import Standing, Wording, WorkingGroup, allows
from deliberations.readings.citing import as_recorded, element_cited
from deliberations.readings.elements import (
    Timeline,
    standing_of,
    timeline_of,
    with_changes_outside,
)
from deliberations.readings.history import in_words
from deliberations.readings.lists import Asked, facets_asked, order_of, standings_asked
from deliberations.readings.moments import NOW, Moment
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_element, find_group
from deliberations.views.parameters import (
    checked,
    moment_asked,
    number_asked,
    page_number,
    place_of_page,
    step_asked,
    step_data,
)

PAGE = 50


def element_list(request: HttpRequest, group: str) -> HttpResponse:
    """The elements, filtered, sorted and paged by the query string."""
    working_group = find_group(request, group)
    form = checked(FilterForm(request.GET, group=working_group, reader=request.user))
    moment = moment_asked(request, working_group)
    asked, labels = Asked(**form.cleaned_data), form.labels
    standings = standings_asked(working_group, asked, moment, request.user)
    order = order_of(asked, moment)
    if page_number(request) > 1:
        return redirect(place_of_page(request, standings, order, PAGE))
    step = step_asked(request, standings, order, PAGE)
    total, facets = facets_asked(
        working_group, asked, moment, request.user, labels, request.GET.get("more", "")
    )
    chips = asked.chips(labels)

    return answer(
        request,
        "elements/list.html",
        {
            "group": working_group,
            "moment": moment,
            "form": form,
            "step": step,
            "total": total,
            "facets": facets,
            "chips": chips,
            "may_propose": permissions.may(request.user, "propose_element", working_group),
        },
        data=lambda: {
            "group": group_data(working_group),
            **moment_data(moment),
            "total": total,
            **step_data(request, step),
            "by": {facet.name: {c.said: c.number for c in facet.choices} for facet in facets},
            "elements": [standing_data(standing, group) for standing in step.rows],
        },
        fragments=("found",),
    )


def element_detail(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """One element: where it stands, and how it got there."""
    standing, moment = standing_asked(request, group, number)
    element = standing.element
    timeline = timeline_of(element, reader=request.user, moment=moment)
    text, against = wordings_asked(request, standing, timeline)
    edits = in_words(
        timeline.edits,
        reader=request.user,
        names_shown=permissions.names_shown(request.user, element.group),
    )
    decided = timeline.decision_of(standing)
    citation = element_cited(
        standing,
        decided,
        address=request.build_absolute_uri(
            f"{element_address(element.group, number)}?{as_recorded(timeline, moment)}"
        ),
        today=datetime.now(tz=UTC).date(),
    )

    return answer(
        request,
        "elements/detail.html",
        {
            "group": element.group,
            "element": element,
            "standing": standing,
            "timeline": timeline,
            "story": with_changes_outside(timeline.events, edits),
            "edits": [line for line in edits if not line.entry.is_outside],
            "text": text,
            "against": against,
            "citation": citation,
            "before": number - 1,
            "after": number + 1,
            "decided": decided,
            "acts": [] if moment.is_past else acts_offered(request, standing),
            "moment": moment,
        },
        data=lambda: {
            **element_data(standing, timeline, edits),
            **moment_data(moment),
            "cite": citation_data(citation),
        },
        fragments=("now",),
    )


def wordings_asked(
    request: HttpRequest, standing: Standing, timeline: Timeline
) -> tuple[Wording | None, Wording | None]:
    """The wording that the address asks for, and the one to show it against; None: not asked.

    Asked only against which, it is the wording in which the element stands.
    """
    wordings = {wording.number: wording for wording in timeline.wordings}
    found: list[Wording | None] = []
    for number in (number_asked(request, name) for name in ("wording", "against")):
        if number is not None and number not in wordings:
            raise NotThere(
                _("%(element)s has no wording %(number)d.")
                % {"element": standing.element.reference, "number": number}
            )
        found.append(wordings[number] if number else None)
    text, against = found
    return (text or standing.wording if against else text), against


def standing_asked(request: HttpRequest, group: str, number: int) -> tuple[Standing, Moment]:
    """Where an element stands, or stood at the moment asked for."""
    moment = NOW
    if request.GET.get("at") or request.GET.get("known"):
        moment = moment_asked(request, group)
    standing = standing_of(group, number, reader=request.user, moment=moment)
    if standing is None:
        find_element(request, group, number)
        raise NotThere(
            _("The record holds no E%(number)d as of that moment.") % {"number": number}
            if moment.is_past
            else _("The group has no element E%(number)d.") % {"number": number}
        )
    return standing, moment


def acts_offered(request: HttpRequest, standing: Standing) -> list[tuple[str, str]]:
    """The acts that the person may do on the element as it stands: (URL name, words)."""
    offers = [
        ("element_reword", "reword_element", "reword", _("Reword")),
        ("element_withdraw", "withdraw_element", "withdraw", _("Enter a withdrawal")),
        ("element_second", "add_proposal", "", _("Enter a further proposal")),
        ("statement_on_element", "make_statement", "", _("Enter a statement")),
    ]
    return [
        (name, words)
        for name, act, move, words in offers
        if permissions.may(request.user, act, standing.element.group)
        and (not move or allows(move, standing.status))
    ]


def element_address(group: WorkingGroup, number: int) -> str:
    return reverse("element_detail", kwargs={"group": group.slug, "number": number})
