"""Feeds for those who follow, and the meetings for their calendars.

They are fetched by programs without a session: everybody gets what the public may see.
"""

import re
from copy import copy
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, linebreaks
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from deliberations.data import decision_url, element_url
from deliberations.forms.search import SearchForm
from deliberations.models import BEGINNING, Decision, Meeting, WorkingGroup
from deliberations.readings.feeds import (
    NAMES,
    News,
    Scope,
    news_of,
    of_contributor,
    of_elements,
    of_group,
    of_meeting,
    of_words,
)
from deliberations.templatetags.record import meeting_name
from deliberations.views.answers import wants_data
from deliberations.views.finding import (
    find_contributor,
    find_element,
    find_group,
    find_meeting,
)
from deliberations.views.parameters import checked

# Neither XML nor a reader of JSON knows what to do with these.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_public(request: HttpRequest) -> HttpRequest:
    """The request as somebody without a session sends it."""
    asked = copy(request)
    asked.user = AnonymousUser()
    return asked


def group_feed(request: HttpRequest, group: str) -> HttpResponse:
    request = as_public(request)
    found = find_group(request, group)

    return feed_answer(found, found.name, of_group(found), request, "record")


def meeting_feed(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    request = as_public(request)
    found = find_meeting(request, group, meeting)
    title = f"{found.group.short_name}, {meeting_name(found)}"

    return feed_answer(
        found.group, title, of_meeting(found), request, "meeting_detail", meeting=meeting
    )


def element_feed(request: HttpRequest, group: str, number: int) -> HttpResponse:
    request = as_public(request)
    found = find_element(request, group, number)
    title = f"{found.group.short_name}, {found.reference}"

    return feed_answer(
        found.group, title, of_elements([found.pk]), request, "element_detail", number=number
    )


def contributor_feed(request: HttpRequest, group: str, slug: str) -> HttpResponse:
    request = as_public(request)
    found = find_contributor(request, group, slug)
    title = f"{found.group.short_name}, {found.name}"

    return feed_answer(
        found.group, title, of_contributor(found), request, "contributor_detail", slug=slug
    )


def search_feed(request: HttpRequest, group: str) -> HttpResponse:
    """Of what is asked for beside the words, nothing: a feed goes on when that has changed."""
    request = as_public(request)
    found = find_group(request, group)
    words = checked(SearchForm(request.GET, group=found, reader=request.user)).cleaned_data["q"]
    title = f"{found.short_name}, {_('Search: %(words)s') % {'words': words}}"

    return feed_answer(
        found, title, of_words(words.strip(), found), request, "search", query={"q": words}
    )


class Atom(Atom1Feed):
    """As Django writes it; but a feed without entries is always the same."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else BEGINNING.replace(year=1970)


def feed_answer(
    group: WorkingGroup,
    title: str,
    scope: Scope,
    request: HttpRequest,
    page: str,
    *,
    query: dict[str, str] | None = None,
    **of: Any,
) -> HttpResponse:
    """The feed of a page, as Atom or as JSON Feed. page, of: the page's URL name and its words."""
    news = news_of(scope)
    path = reverse(page, kwargs={"group": group.slug, **of}, query=query)
    home = request.build_absolute_uri(path)
    asked = f"?{urlencode(query)}" if query else ""
    here = request.build_absolute_uri(request.path + asked)
    if wants_data(request):
        return JsonResponse(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": title,
                "home_page_url": home,
                "feed_url": here,
                "language": get_language(),
                "authors": [{"name": group.name}],
                "items": [
                    {
                        "id": each.id.urn,
                        "url": address(request, each, group),
                        "title": printable(each.title),
                        "content_text": printable(each.text),
                        "date_published": each.public_at.astimezone(UTC).isoformat(),
                    }
                    for each in news
                ],
            },
            content_type="application/feed+json",
            json_dumps_params={"ensure_ascii": False, "indent": 1},
        )
    atom = Atom(
        printable(title),
        home,
        "",
        language=get_language(),
        author_name=printable(group.name),
        feed_url=here,
        feed_guid=here,
    )
    for each in news:
        atom.add_item(
            printable(each.title),
            address(request, each, group),
            linebreaks(escape(printable(each.text))),
            pubdate=each.public_at,
            updateddate=each.public_at,
            unique_id=each.id.urn,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml")


def address(request: HttpRequest, news: News, group: WorkingGroup) -> str:
    about = news.about
    if isinstance(about, Decision):
        return request.build_absolute_uri(decision_url(about, group.slug))
    return request.build_absolute_uri(element_url(about, group.slug))


def printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)


def meeting_list_calendar(request: HttpRequest, group: str) -> HttpResponse:
    request = as_public(request)
    found = find_group(request, group)
    meetings = Meeting.objects.visible_to(request.user).filter(group=found).order_by("number")

    return calendar_answer(found, list(meetings), request)


def meeting_calendar(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    request = as_public(request)
    found = find_meeting(request, group, meeting)

    return calendar_answer(found.group, [found], request)


def calendar_answer(
    group: WorkingGroup, meetings: list[Meeting], request: HttpRequest
) -> HttpResponse:
    """Each meeting as days that are not busy by themselves: who comes says so themselves."""
    calendar = Calendar()
    calendar.add("prodid", "-//The record of a working group//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", group.name)
    for meeting in meetings:
        event = Event()
        event.add("uid", f"{meeting.pk}.{group.pk}.{NAMES}")
        # Without a time of change: the same meeting is the same text.
        event.add("dtstamp", datetime(1970, 1, 1, tzinfo=UTC))
        event.add("summary", f"{group.short_name}: {meeting_name(meeting)}")
        event.add("dtstart", meeting.starts_on)
        event.add("dtend", meeting.ends_on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        if meeting.place_name:
            event.add("location", printable(meeting.place_name))
        if meeting.chair:
            event.add("description", printable(_("Chair: %(name)s") % {"name": meeting.chair}))
        where = {"group": group.slug, "meeting": meeting.number}
        event.add("url", request.build_absolute_uri(reverse("meeting_detail", kwargs=where)))
        calendar.add_component(event)
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{group.slug}-meetings.ics"'
    return response
