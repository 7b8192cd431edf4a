"""Contributors: who proposed what, and what became of it."""

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse

from deliberations import permissions
from deliberations.data import (
    contribution_data,
    contributor_data,
    group_data,
    moment_data,
    standing_data,
)
from deliberations.models import (
    BEGINNING,
    Authorship,
    Contribution,
    Contributor,
    Lift,
    Proposal,
    Statement,
    WorkingGroup,
)
from deliberations.readings.moments import (
    NOW,
    Moment,
    acts_at,
    counts_from,
    dated_by,
    entered_by,
    standings_at,
)
from deliberations.views.answers import answer
from deliberations.views.finding import find_contributor, find_group
from deliberations.views.parameters import moment_asked, page_of

PAGE = 100


def contributors_of(
    group: WorkingGroup, reader: permissions.Person, moment: Moment = NOW
) -> QuerySet[Contributor, Contributor]:
    """Those of then, with how much each had contributed and proposed."""
    proposals = Q(proposals__in=proposals_at(moment, reader))
    papers = Q(authorships__contribution__in=contributions_at(group, moment, reader))
    return (
        Contributor.objects.visible_to(reader)
        .filter(entered_by(moment, Contributor, reader), group=group)
        .select_related("affiliation")
        .annotate(
            proposal_count=Count("proposals__element", filter=proposals, distinct=True),
            contribution_count=Count("authorships", filter=papers, distinct=True),
        )
        .by_name()
    )


def proposals_at(moment: Moment, reader: permissions.Person) -> QuerySet[Proposal]:
    """Those that had been made, of elements that were there."""
    proposals = Proposal.objects.visible_to(reader)
    if not moment.is_past:
        return proposals
    there = standings_at(moment, reader).order_by().values("element")
    return proposals.filter(acts_at(moment), element__in=there)


def contributions_at(
    group: WorkingGroup, moment: Moment, reader: permissions.Person
) -> QuerySet[Contribution]:
    return Contribution.objects.visible_to(reader).filter(
        entered_by(moment, Contribution, reader), dated_by(moment, group.time_zone), group=group
    )


def contributor_list(request: HttpRequest, group: str) -> HttpResponse:
    working_group = find_group(request, group)
    moment = moment_asked(request, working_group)
    contributors = contributors_of(working_group, request.user, moment)
    page = page_of(request, contributors, PAGE)

    return answer(
        request,
        "contributors/list.html",
        {"group": working_group, "moment": moment, "page": page},
        data=lambda: {
            "group": group_data(working_group),
            **moment_data(moment),
            "total": page.paginator.count,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "contributors": [
                {**contributor_data(c, group), "proposals": vars(c)["proposal_count"]}
                for c in page
            ],
        },
    )


def contributor_detail(request: HttpRequest, group: str, slug: str) -> HttpResponse:
    """What a contributor proposed and said, and where each element stands."""
    contributor = find_contributor(request, group, slug)
    reader = request.user
    moment = moment_asked(request, contributor.group)
    proposed = proposals_at(moment, reader).filter(contributor=contributor)
    standings = (
        standings_at(moment, reader)
        .filter(element__in=proposed.values("element"))
        .select_related("element", "wording", "disposition__decision__meeting")
        .order_by("element__number")
    )
    contributions = (
        contributions_at(contributor.group, moment, reader)
        .filter(authors=contributor)
        .select_related("question", "meeting", "source")
        .prefetch_related(
            Prefetch("authorships", Authorship.objects.select_related("contributor"))
        )
        .order_by("dated", "title")
    )
    statements = (
        Statement.objects.visible_to(reader)
        .filter(contributor=contributor)
        .select_related("element", "decision__meeting", "meeting", "source")
        .prefetch_related(
            Prefetch("lift", Lift.objects.visible_to(reader).filter(acts_at(moment)))
        )
        .order_by("place")
    )
    said = [
        s
        for s in statements
        if not moment.is_past or moment.holds(counts_from(s) or BEGINNING, s.recorded_at)
    ]
    people = Contributor.objects.visible_to(reader).filter(affiliation=contributor)

    return answer(
        request,
        "contributors/detail.html",
        {
            "group": contributor.group,
            "contributor": contributor,
            "moment": moment,
            "standings": standings,
            "contributions": contributions,
            "statements": said,
            "people": people.by_name(),
        },
        data=lambda: {
            "group": group_data(contributor.group),
            **moment_data(moment),
            **contributor_data(contributor, group),
            "proposed": [standing_data(standing, group) for standing in standings],
            "contributions": [contribution_data(c) for c in contributions],
            "statements": [
                {
                    "kind": s.kind,
                    "text": s.text,
                    "element": s.element.reference if s.element else None,
                    "decision": s.decision.reference if s.decision else None,
                }
                for s in said
            ],
        },
    )
