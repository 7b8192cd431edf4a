"""Find and authorise in one call: what the reader may not see is not there.

A thing is always looked for through its parent (a decision in its meeting in its group), so an
address with a wrong parent finds nothing.
"""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import Contributor, Decision, Element, Issue, Meeting, WorkingGroup

if TYPE_CHECKING:
    from deliberations.models import User


class NotThere(Http404):
    """Nothing at that address; `str()` is a sentence for the reader."""


def the_one[Row: Model](rows: QuerySet[Row]) -> Row | None:
    """The one row there is, or none; without the order, for which other tables are read."""
    return rows.order_by().first()


def find_group(request: HttpRequest, slug: str) -> WorkingGroup:
    group = the_one(WorkingGroup.objects.visible_to(request.user).filter(slug=slug))
    if group is None:
        raise NotThere(_("There is no working group “%(slug)s” here.") % {"slug": slug})
    return group


def find_meeting(request: HttpRequest, group: str, number: int) -> Meeting:
    meeting = the_one(
        Meeting.objects.visible_to(request.user)
        .select_related("group", "source")
        .filter(group__slug=group, number=number)
    )
    if meeting is None:
        find_group(request, group)
        raise NotThere(_("The group has no meeting %(number)d.") % {"number": number})
    return meeting


def find_decision(request: HttpRequest, group: str, meeting: int, number: int) -> Decision:
    decision = the_one(
        Decision.objects.visible_to(request.user)
        .select_related("meeting__group", "heading", "source", "recorded_by")
        .filter(meeting__group__slug=group, meeting__number=meeting, number=number)
    )
    if decision is None:
        find_meeting(request, group, meeting)
        raise NotThere(
            _("Meeting %(meeting)d has no decision %(number)d.")
            % {"meeting": meeting, "number": number}
        )
    return decision


def find_issue(request: HttpRequest, group: str, number: int) -> Issue:
    issue = the_one(
        Issue.objects.visible_to(request.user)
        .among_others()
        .select_related("group", "meeting__group", "recorded_by", "style")
        .defer("style__content")
        .filter(group__slug=group, number=number)
    )
    if issue is None:
        find_group(request, group)
        raise NotThere(_("The group has issued no document %(number)d.") % {"number": number})
    return issue


def find_element(request: HttpRequest, group: str, number: int) -> Element:
    element = the_one(
        Element.objects.visible_to(request.user)
        .select_related("group", "question", "heading", "source")
        .filter(group__slug=group, number=number)
    )
    if element is None:
        find_group(request, group)
        raise NotThere(_("The group has no element E%(number)d.") % {"number": number})
    return element


def find_contributor(request: HttpRequest, group: str, slug: str) -> Contributor:
    contributor = the_one(
        Contributor.objects.visible_to(request.user)
        .select_related("group", "affiliation", "source")
        .filter(group__slug=group, slug=slug)
    )
    if contributor is None:
        find_group(request, group)
        raise NotThere(_("There is no contributor “%(slug)s”.") % {"slug": slug})
    return contributor


def actor(request: HttpRequest, act: str, group: WorkingGroup) -> "User":
    """The person who may do the act here; PermissionDenied, whose page offers to sign in."""
    if not request.user.is_authenticated or not permissions.may(request.user, act, group):
        raise PermissionDenied(_("Only the secretariat of the group does that."))
    return request.user
