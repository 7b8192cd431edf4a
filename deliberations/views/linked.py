"""What a page is about, for programs that read pages: JSON-LD in the terms of schema.org.

A block of data in the page, which no browser executes. It says no more than its page does.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from deliberations.data import decision_url, element_url, iso
from deliberations.models import Decision, Issue, Meeting, Standing, WorkingGroup
from deliberations.readings.moments import NOW, told
from deliberations.templatetags.record import meeting_name

# As Django's json_script has them, and the ends of lines that scripts know beside ours.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}

type Linked = dict[str, Any]


def linked(request: HttpRequest, page: str, context: Mapping[str, Any]) -> SafeString:
    """What the page of that URL name is about, as JSON; "" for most pages."""
    about = ABOUT.get(page)
    if about is None:
        return SafeString("")
    said = {"@context": "https://schema.org", **about(request, context)}
    there = {name: value for name, value in said.items() if value}
    text = json.dumps(there, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - nothing in it ends its element


def of_group(request: HttpRequest, context: Mapping[str, Any]) -> Linked:
    return organization(request, context["group"])


def organization(request: HttpRequest, group: WorkingGroup) -> Linked:
    """The group. Its page is that of its record."""
    record = request.build_absolute_uri(reverse("record", kwargs={"group": group.slug}))
    return {
        "@type": "Organization",
        "@id": f"{record}#group",
        "name": group.name,
        "alternateName": group.short_name,
        "url": record,
    }


def of_meeting(request: HttpRequest, context: Mapping[str, Any]) -> Linked:
    meeting: Meeting = context["meeting"]
    return event(request, meeting, context["group"])


def event(request: HttpRequest, meeting: Meeting, group: WorkingGroup) -> Linked:
    where = {"group": group.slug, "meeting": meeting.number}
    return {
        "@type": "Event",
        "name": f"{group.name}, {meeting_name(meeting)}",
        "startDate": iso(meeting.starts_on),
        "endDate": iso(meeting.ends_on),
        "location": {"@type": "Place", "name": meeting.place_name} if meeting.place_name else None,
        "organizer": organization(request, group),
        "url": request.build_absolute_uri(reverse("meeting_detail", kwargs=where)),
    }


def of_decision(request: HttpRequest, context: Mapping[str, Any]) -> Linked:
    """dateCreated: when the group took it, as exactly as is known."""
    decision: Decision = context["decision"]
    group: WorkingGroup = context["group"]
    at: datetime | date | None = told(decision, group)
    meeting = event(request, decision.meeting, group)
    return {
        **of_the_record(request, group),
        "identifier": decision.reference,
        "text": decision.sentence,
        "creativeWorkStatus": str(decision.get_outcome_display()),
        "dateCreated": iso(at),
        "recordedAt": {name: meeting[name] for name in ("@type", "name", "url")},
        "url": request.build_absolute_uri(decision_url(decision, group.slug)),
    }


def of_element(request: HttpRequest, context: Mapping[str, Any]) -> Linked:
    """As it stands, or stood at the moment that the page shows."""
    standing: Standing = context["standing"]
    group: WorkingGroup = context["group"]
    address = element_url(standing.element, group.slug) + context.get("moment", NOW).query
    return {
        **of_the_record(request, group),
        "identifier": standing.element.reference,
        "text": standing.wording.text,
        "version": standing.wording.number,
        "creativeWorkStatus": str(standing.get_status_display()),
        "url": request.build_absolute_uri(address),
    }


def of_document(request: HttpRequest, context: Mapping[str, Any]) -> Linked:
    issue: Issue = context["issue"]
    group: WorkingGroup = context["group"]
    where = {"group": group.slug, "number": issue.number}
    return {
        **of_the_record(request, group),
        "@type": "Report",
        "identifier": str(issue.number),
        "name": issue.title,
        "inLanguage": issue.language,
        "dateCreated": iso(issue.dated),
        "datePublished": iso(issue.recorded_at),
        "url": request.build_absolute_uri(reverse("document_detail", kwargs=where)),
    }


def of_the_record(request: HttpRequest, group: WorkingGroup) -> Linked:
    """What all works of the group have in common."""
    record = request.build_absolute_uri(reverse("record", kwargs={"group": group.slug}))
    return {
        "@type": "CreativeWork",
        "creator": organization(request, group),
        "isPartOf": {"@type": "Collection", "name": group.name, "url": record},
    }


ABOUT: dict[str, Callable[[HttpRequest, Mapping[str, Any]], Linked]] = {
    "record": of_group,
    "meeting_detail": of_meeting,
    "decision_detail": of_decision,
    "element_detail": of_element,
    "document_detail": of_document,
}
