"""The form of an answer: a page, a named piece of it, its data, or a problem in the same look."""

import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token

from deliberations import permissions
from deliberations.models import WorkingGroup
from deliberations.views.finding import NotThere, the_one
from deliberations.views.linked import linked
from deliberations.views.parameters import refuse_the_past_unless_shown
from wgec.database.moment import at_one_moment

NAV = {
    "record": "record",
    "group": "record",
    "element": "elements",
    "meeting": "meetings",
    "decision": "meetings",
    "contributor": "contributors",
    "document": "documents",
    "import": "documents",
    "archive": "documents",
    "history": "history",
    "check": "history",
    "style": "documents",
    "search": "search",
    "statement": "elements",
}

# The pages that can be followed, each with its feed.
FEEDS = {
    "record": "group_feed",
    "meeting_list": "group_feed",
    "meeting_detail": "meeting_feed",
    "element_detail": "element_feed",
    "contributor_detail": "contributor_feed",
    "search": "search_feed",
}

# The lists that can be taken along, each with its table.
TABLES = {
    "element_list": "element_table",
    "meeting_list": "decision_table",
    "meeting_detail": "meeting_table",
    "contributor_list": "contributor_table",
    "document_list": "document_table",
    "search": "search_table",
    "history_list": "history_table",
    "group_compare": "group_compare_table",
}


type View = Callable[..., HttpResponseBase]


def takes(*methods: str) -> Callable[[View], View]:
    """Let a view be asked in these ways only; another is a problem (405).

    What it reads, it reads at one moment of the record, unless it is there to write.
    """

    def only(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in methods:
                refuse_the_past_unless_shown(request, view.__name__)
                if request.method == "POST":
                    return view(request, *args, **kwargs)
                if settings.SESSION_COOKIE_NAME in request.COOKIES:
                    # Who asks is looked up before: a session that has ended is removed at that.
                    bool(request.user.is_authenticated)
                with at_one_moment():
                    return view(request, *args, **kwargs)
            response = problem(
                request,
                405,
                _("Not in this way"),
                _("This address does not take %(method)s, only %(methods)s.")
                % {"method": request.method, "methods": ", ".join(methods)},
            )
            response["Allow"] = ", ".join(methods)
            return response

        return asked

    return only


def wants_data(request: HttpRequest) -> bool:
    """Whether the address is that of a page's data."""
    return request.path.endswith(".json")


def answer(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    data: Callable[[], dict[str, Any]] | None = None,
    fragments: tuple[str, ...] = (),
    instead: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page, with its data, or with the piece of it that htmx asked for.

    fragments: the partials of the template that may be asked for, each named as the DOM id it
    fills. A whole page is what everything else gets, a page restored from the browser's history
    among them. instead: of the fragments, those that are answered with another one, in its place.
    """
    if wants_data(request) and data is not None:
        response: HttpResponse = JsonResponse(
            data(), status=status, json_dumps_params={"ensure_ascii": False, "indent": 1}
        )
    else:
        asked = asked_for(request, fragments)
        target = (instead or {}).get(asked, asked)
        name = f"{template}#{target}" if target else template
        response = render(request, name, page_context(request, context), status=status)
        if target != asked:
            response["HX-Retarget"] = f"#{target}"
    patch_vary_headers(response, ["Cookie", "HX-Request", "HX-Target"])
    return response


def asked_for(request: HttpRequest, fragments: tuple[str, ...]) -> str:
    """The fragment that htmx wants to fill, "" for a whole page."""
    if request.headers.get("HX-Request") != "true":
        return ""
    if request.headers.get("HX-History-Restore-Request") == "true":
        return ""
    # htmx 4 names its target as tag#id, htmx 2 as id.
    target = request.headers.get("HX-Target", "").rpartition("#")[2]
    return target if target in fragments else ""


def page_context(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """What every page's frame needs beside its own context."""
    group: WorkingGroup | None = context.get("group")
    match = request.resolver_match
    name = match.url_name or "" if match else ""
    has_data = bool(name) and context.get("has_data", True)
    return {
        "section": NAV.get(name.partition("_")[0], ""),
        "data_url": data_url(request) if has_data else "",
        "feed_url": feed_url(name, match.kwargs) if match else "",
        "feed_query": "",
        "linked": linked(request, name, context),
        "tables": table_urls(request, name, match.kwargs) if match else {},
        "uses_admin": permissions.uses_the_admin(request.user),
        "is_secretariat": group is not None and permissions.serves(request.user, group),
        "names_shown": group is not None and permissions.names_shown(request.user, group),
        **context,
    }


def data_url(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{request.path.removesuffix('/')}.json" + (f"?{query}" if query else "")


def feed_url(page: str, of: dict[str, Any]) -> str:
    """The address of a page's feed without its ending, "" where it has none."""
    return reverse(FEEDS[page], kwargs=of).removesuffix(".atom") if page in FEEDS else ""


def table_urls(request: HttpRequest, page: str, of: dict[str, Any]) -> dict[str, str]:
    """The whole list of a page, as it is asked for there, as a table: {"CSV": its address}."""
    if page not in TABLES:
        return {}
    query = request.GET.copy()
    for part in ("page", "before", "after", "more"):
        query.pop(part, None)
    further = f"?{query.urlencode()}" if query else ""
    return {
        end.upper(): reverse(TABLES[page], kwargs={**of, "end": end}) + further
        for end in ("csv", "xlsx")
    }


def gone_to(request: HttpRequest, address: str) -> HttpResponse:
    """After an act: the page that shows it. 303, so that a reload repeats nothing."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address, status=303)


def problem(
    request: HttpRequest, status: int, title: str, sentence: str, **context: Any
) -> HttpResponse:
    """A problem as a page in the same look, or as data where data was asked for."""
    if wants_data(request):
        return JsonResponse({"status": status, "title": title, "problem": sentence}, status=status)
    told = {"status": status, "title": title, "sentence": sentence, "group": group_of(request)}
    return render(request, "problem.html", {**told, **context}, status=status)


def group_of(request: HttpRequest) -> WorkingGroup | None:
    """The group whose pages the address is among, if the reader may see it: the ways on from a
    problem. None also of a request that was refused before anything looked at who asks."""
    found = re.match(r"/([-\w]{1,50})(?:/|\.|$)", request.path, re.ASCII)
    if found is None or not hasattr(request, "user"):
        return None
    return the_one(WorkingGroup.objects.visible_to(request.user).filter(slug=found[1]))


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, BadRequest):
        sentence = str(exception)
    elif isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        sentence = _("That is more than a form can hold. Send less at once.")
    elif isinstance(exception, DisallowedHost):
        sentence = _("The record is not at that host name.")
    else:
        sentence = _("The address or the form holds something that can't be read.")
    return problem(request, 400, _("That can’t be read"), sentence)


@requires_csrf_token
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = str(exception) or _("You may not do that.")
    return problem(
        request, 403, _("Not for you"), sentence, offer_sign_in=not request.user.is_authenticated
    )


@requires_csrf_token
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = (
        str(exception)
        if isinstance(exception, NotThere)
        else _("There is nothing at this address.")
    )
    return problem(request, 404, _("Not there"), sentence)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    if wants_data(request):
        title = _("The record could not answer")
        sentence = _("Something went wrong on our side. What was recorded before is safe.")
        return problem(request, 500, title, sentence)
    return render(request, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return problem(
        request,
        403,
        _("The form is too old"),
        _("You signed in or out since this form was made. Go back, reload it, and send it again."),
    )
