"""The history: every change, by whom, in which act, when, why; old → new."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import group_data, line_data
from deliberations.forms.history import HistoryForm
from deliberations.models import Entry
from deliberations.readings.history import ACT_WORDS, by_act, entries_of, in_words
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_group
from deliberations.views.parameters import checked

PAGE = 50


def history_list(request: HttpRequest, group: str) -> HttpResponse:
    """The entries, latest first; `before=` an entry's number leads on."""
    working_group = find_group(request, group)
    names_shown = permissions.names_shown(request.user, working_group)
    form = checked(HistoryForm(request.GET, act_words=ACT_WORDS))
    entries = asked_of(
        entries_of(working_group, reader=request.user), form.cleaned_data, names_shown
    )
    found = list(entries[: PAGE + 1])
    lines = in_words(found[:PAGE], reader=request.user, names_shown=names_shown)
    next_before = found[PAGE - 1].pk if len(found) > PAGE else None

    return answer(
        request,
        "history/list.html",
        {
            "group": working_group,
            "form": form,
            "acts": by_act(lines),
            "next_before": next_before,
            "asked": any(form.cleaned_data.values()),
        },
        data=lambda: {
            "group": group_data(working_group),
            "entries": [line_data(line) for line in lines],
            "before": next_before,
        },
        fragments=("found",),
    )


def asked_of(
    entries: QuerySet[Entry], asked: dict[str, Any], names_shown: bool
) -> QuerySet[Entry]:
    """What the form asks. Names can only be asked for by those who are shown them."""
    if asked["act"] == "outside":
        entries = entries.filter(context__isnull=True)
    elif asked["act"]:
        entries = entries.filter(context__act=asked["act"])
    if asked["noun"]:
        entries = entries.filter(noun=asked["noun"])
    if asked["number"]:
        entries = entries.filter(object_id=asked["number"])
    if who := asked["who"].strip():
        by = Q(context__role__icontains=who)
        if names_shown:
            by |= Q(context__name__icontains=who) | Q(session_user=who, context__isnull=True)
        entries = entries.filter(by)
    if asked["since"]:
        since = datetime.combine(asked["since"], time.min, tzinfo=UTC)
        entries = entries.filter(recorded_at__gte=since)
    if asked["until"]:
        until = datetime.combine(asked["until"], time.min, tzinfo=UTC) + timedelta(days=1)
        entries = entries.filter(recorded_at__lt=until)
    if asked["before"]:
        entries = entries.filter(pk__lt=asked["before"])
    return entries


def history_entry(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """One entry, with all that the same act wrote."""
    working_group = find_group(request, group)
    seen = entries_of(working_group, reader=request.user)
    entry = seen.filter(pk=number).first()
    if entry is None:
        raise NotThere(_("There is no entry %(number)d.") % {"number": number})
    together = seen.filter(act_id=entry.act_id) if entry.act_id else seen.none()
    lines = in_words(
        [entry, *together.exclude(pk=entry.pk).order_by("id")[:200]],
        reader=request.user,
        names_shown=permissions.names_shown(request.user, working_group),
    )

    return answer(
        request,
        "history/entry.html",
        {"group": working_group, "line": lines[0], "together": lines[1:]},
        data=lambda: {
            "group": group_data(working_group),
            **line_data(lines[0]),
            "same_act": [line_data(line) for line in lines[1:]],
        },
    )
