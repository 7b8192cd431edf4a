"""What deserves a second look, for everybody as they see the record."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import decision_url, element_url, group_data, iso
from deliberations.forms.checks import LookForm
from deliberations.models import Look
from deliberations.operations import look_again, mark_looked_at
from deliberations.readings.checks import checks_of, finding_of
from deliberations.readings.findings import Finding
from deliberations.views.acts import act_page, sent_with
from deliberations.views.answers import answer, gone_to
from deliberations.views.finding import NotThere, actor, find_group


def check_list(request: HttpRequest, group: str) -> HttpResponse:
    """Every check, with what it found; what the secretariat looked at apart, for itself."""
    working_group = find_group(request, group)
    checks = checks_of(working_group, request.user)

    return answer(
        request,
        "checks/list.html",
        {
            "group": working_group,
            "found": [check for check in checks if check.to_look_at],
            "clear": [check for check in checks if not check.findings],
            "seen": [f for check in checks for f in check.findings if f.look],
            "may_look": permissions.may(request.user, "mark_looked_at", working_group),
        },
        data=lambda: {
            "group": group_data(working_group),
            "checks": [
                {
                    "name": check.name,
                    "findings": [finding_data(finding, group) for finding in check.findings],
                }
                for check in checks
            ],
        },
    )


def finding_data(finding: Finding, group: str) -> dict[str, Any]:
    """looked_at: why it was put aside; for all but the secretariat, and else, null."""
    look = finding.look
    return {
        "says": finding.sentence,
        "urls": [
            *(element_url(element, group) for element in finding.elements),
            *(decision_url(decision, group) for decision in finding.decisions),
        ],
        "looked_at": {"at": iso(look.looked_at), "reason": look.reason} if look else None,
    }


def check_look(request: HttpRequest, group: str, finding: str) -> HttpResponse:
    """Mark a finding as looked at, with the reason."""
    working_group = find_group(request, group)
    by = actor(request, "mark_looked_at", working_group)
    found = finding_of(finding, working_group, by)
    if found is None:
        raise NotThere(_("The record does not find that, or no longer."))
    form = LookForm(sent_with(request))
    back = reverse("check_list", kwargs={"group": group})

    def act() -> str:
        mark_looked_at(
            group=working_group, finding=finding, reason=form.cleaned_data["reason"], by=by
        )
        return back

    return act_page(
        request,
        form,
        act,
        {
            "group": working_group,
            "title": _("It was looked at"),
            "quote": found.sentence,
            "explanation": _("It stays as it is; the secretariat sees who looked, and why."),
            "button": _("Mark as looked at"),
            "back": back,
            "done": _("Marked as looked at."),
        },
    )


def check_again(request: HttpRequest, group: str, finding: str) -> HttpResponse:
    """Take back that it was looked at."""
    working_group = find_group(request, group)
    by = actor(request, "look_again", working_group)
    if not Look.objects.visible_to(by).filter(group=working_group, finding=finding).exists():
        raise NotThere(_("That was not marked as looked at."))
    look_again(group=working_group, finding=finding, by=by)
    messages.success(request, _("To be looked at again."))
    return gone_to(request, reverse("check_list", kwargs={"group": group}))
