"""How the words, times and marks of the record are written on a page."""

import re
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from deliberations.models import (
    Act,
    Basis,
    Decision,
    KnownTo,
    Meeting,
    MeetingState,
    Status,
    WorkingGroup,
)
from deliberations.readings.deciding import Choice
from deliberations.readings.meetings import days_of
from deliberations.readings.moments import Moment, last_day_of, told, zone_of

register = template.Library()

DAY = "j M Y"
ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kana and Chinese characters."""
WORDS = re.compile(rf"\s+|[{ALONE}]|[^\W{ALONE}]+|[^\w\s]")

ORDINALS = {
    1: gettext_lazy("First meeting"),
    2: gettext_lazy("Second meeting"),
    3: gettext_lazy("Third meeting"),
    4: gettext_lazy("Fourth meeting"),
    5: gettext_lazy("Fifth meeting"),
    6: gettext_lazy("Sixth meeting"),
    7: gettext_lazy("Seventh meeting"),
    8: gettext_lazy("Eighth meeting"),
    9: gettext_lazy("Ninth meeting"),
    10: gettext_lazy("Tenth meeting"),
}


@register.filter
def meeting_name(meeting: Meeting) -> str:
    """“Second meeting”; from the eleventh on “Meeting 11”."""
    return str(ORDINALS.get(meeting.number, meeting))


@register.filter
def state_words(meeting: Meeting) -> str:
    """The state of a meeting; one long over that was never opened here is not “planned”."""
    if is_unrecorded(meeting):
        return _("held; its decisions are not recorded here yet")
    return meeting.get_state_display()


@register.filter
def unrecorded(meetings: Iterable[Meeting], then: Moment) -> list[Meeting]:
    """Those held by then that were never opened here: whose decisions the record lacks."""
    return [
        meeting
        for meeting in meetings
        if is_unrecorded(meeting) and (then.at is None or last_day_of(meeting) <= then.at)
    ]


def is_unrecorded(meeting: Meeting) -> bool:
    today = datetime.now(tz=meeting.zone).date()
    return meeting.state == MeetingState.PLANNED and meeting.ends_on < today


@register.filter
def day(value: date | None) -> str:
    return date_format(value, DAY) if value else ""


@register.filter
def days(meeting: Meeting) -> str:
    """The days of a meeting as pages tell them: 26–27 Jan 2017."""
    return days_of(meeting, "M")


@register.filter
def utc(moment: datetime | None) -> str:
    """When something was recorded: 24 Nov 2026, 09:12 UTC."""
    if moment is None:
        return ""
    at = moment.astimezone(UTC)
    return f"{date_format(at, DAY)}, {at:%H:%M} UTC"


@register.filter
def clock(moment: datetime | None, meeting: Meeting) -> str:
    """The time of day where the meeting is: 09:12."""
    return f"{moment.astimezone(meeting.zone):%H:%M}" if moment else ""


@register.filter
def moment(act: Act, group: WorkingGroup) -> SafeString:
    """When an act happened, as exactly as is known and no more, in its own time zone."""
    if act.known_to == KnownTo.MEETING and act.meeting is not None:
        return format_html(
            _("during the meeting of <time datetime='{}'>{}</time>"),
            f"{act.meeting.starts_on:%Y-%m-%d}/{act.meeting.ends_on:%Y-%m-%d}",
            days(act.meeting),
        )
    at = told(act, group)
    if at is None:
        return mark_safe(_("when, the sources do not say"))  # noqa: S308 - a sentence of ours
    if not isinstance(at, datetime):
        return format_html('<time datetime="{}">{}</time>', f"{at:%Y-%m-%d}", date_format(at, DAY))
    return format_html(
        '<time datetime="{}">{}, {}</time> <span class="muted">{}</span>',
        at.isoformat(),
        date_format(at, DAY),
        f"{at:%H:%M}",
        zone_of(act, group).key.replace("_", " "),
    )


@register.simple_tag
def status(value: str, words: str = "") -> SafeString:
    """A status as mark, word and colour."""
    return status_in(get_language(), value, words)


@lru_cache(maxsize=256)
def status_in(_language: str | None, value: str, words: str) -> SafeString:
    """The same, made once for a language: a list says it in each of its lines."""
    label = words or str(Status(value).label)
    return format_html('<span class="status {}">{}</span>', value, label[:1].upper() + label[1:])


@register.simple_tag
def choice(one: Choice, chosen: Collection[str] = ()) -> SafeString:
    """An element to choose, as a line of a list. Not a template: the console makes all of them
    anew whenever the record changes, and the nodes of a template were a seventh of its answer.

    chosen: the numbers of those that are.
    """
    standing = one.standing
    number = str(standing.element.number)
    return format_html(
        '<li data-rank="{6}">'
        '<input type="checkbox" name="elements" value="{0}" id="e{0}" data-wording="{1}"{2}>'
        ' <span class="n">{3}</span> <label class="text" for="e{0}"><bdi>{4}</bdi></label> {5}'
        "</li>",
        number,
        standing.wording.number,
        mark_safe(" checked" if number in chosen else ""),  # noqa: S308 - a word of ours
        standing.element.reference,
        standing.wording.text,
        status(standing.status),
        one.rank,
    )


@register.filter
def qualified(decision: Decision) -> str:
    """Qualifiers and basis in a line: “in principle, non-objection”."""
    phrases = [q.qualifier.phrase for q in decision.qualifications.all()]
    basis = (
        _("basis not stated")
        if decision.basis == Basis.NOT_STATED
        else str(decision.get_basis_display())
    )
    return ", ".join([*phrases, basis])


@register.simple_tag
def reference(label: str, group: WorkingGroup | None) -> SafeString:
    """A reference (E41, 2/D5); in the pages of a group it leads to what it is of."""
    shown: str | SafeString = label
    if group is not None:
        meeting, _slash, number = label.rpartition("/")
        parents = {"meeting": meeting} if meeting else {}
        page = "decision_detail" if meeting else "element_detail"
        address = reverse(page, kwargs={"group": group.slug, **parents, "number": number[1:]})
        shown = format_html('<a href="{}">{}</a>', address, label)
    return format_html('<span class="reference" dir="ltr">{}</span>', shown)


@register.simple_tag
def share(shares: Iterable[Any], total: int) -> SafeString:
    """A bar of proportions; an SVG, since its widths are data and styles are not allowed in pages.

    shares: things with status, label and number, in the order of the bar.
    """
    shares = list(shares)
    if not total:
        return SafeString("")
    gap = 0.25
    bars, x = [], 0.0
    for part in shares:
        width = 100 * part.number / total
        shown = width if part is shares[-1] else max(width - gap, 0.2)
        bars.append((part.status, f"{x:.3f}", f"{shown:.3f}"))
        x += width
    words = ", ".join(f"{part.number} {part.label}" for part in shares)
    return format_html(
        '<svg class="share" viewBox="0 0 100 3" preserveAspectRatio="none" role="img" '
        'aria-label="{}">{}</svg>',
        _("Of %(total)d elements: %(words)s") % {"total": total, "words": words},
        format_html_join("", '<rect class="{}" x="{}" y="0" width="{}" height="3"/>', bars),
    )


@register.simple_tag
def changed(before: str, after: str) -> SafeString:
    """A wording with what it changed, word by word, as <del> and <ins>; where words are not parted
    by spaces (Chinese, Japanese), character by character.
    """
    old, new = (WORDS.findall(text) for text in (before, after))
    parts: list[SafeString] = []
    for move, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = "".join(old[a:b]), "".join(new[c:d])
        if move == "equal":
            parts.append(format_html("{}", added))
            continue
        if removed:
            parts.append(format_html("<del>{}</del>", removed))
        if added:
            parts.append(format_html("<ins>{}</ins>", added))
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def marked(pieces: Iterable[tuple[str, bool]]) -> SafeString:
    """A text in pieces, those that were looked for as <mark>."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", text) if is_asked else text,)
            for text, is_asked in pieces
        ),
    )
