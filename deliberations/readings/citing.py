"""How a thing of the record is cited: as the United Nations writes it, and as BibTeX."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from unicodedata import bidirectional
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deliberations.models import Decision, Meeting, Standing
from deliberations.readings.elements import Timeline
from deliberations.readings.meetings import days_of
from deliberations.readings.moments import Moment

FULL = "j F Y"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# BibTeX counts braces even behind a backslash, so that those of a text need names.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)


@dataclass
class Citation:
    """in_words: a footnote after the Editorial Manual of the United Nations. address: absolute."""

    in_words: str
    bibtex: str
    address: str


def element_cited(
    standing: Standing, decision: Decision | None, *, address: str, today: date
) -> Citation:
    """The element in its wording, with the decision by which it stands where it stands."""
    element = standing.element
    what = _("element %(element)s, wording %(number)d") % {
        "element": element.reference,
        "number": standing.wording.number,
    }
    status = standing.get_status_display()
    if decision:
        status = _("%(status)s by decision %(decision)s") % {
            "status": status,
            "decision": decision.reference,
        }
    parts = [
        element.group.name,
        f"“{flat(standing.wording.text)}”",
        what,
        status,
        *(sitting(decision.meeting) if decision else ()),
    ]
    return Citation(
        in_words=footnote(parts, address, today),
        bibtex=bibtex(
            f"{element.group.slug}-{element.reference}-wording-{standing.wording.number}",
            author=element.group.name,
            title=flat(standing.wording.text),
            note=", ".join([what, status, *(sitting(decision.meeting) if decision else ())]),
            held=decision.meeting.ends_on if decision else None,
            address=address,
            today=today,
        ),
        address=address,
    )


def decision_cited(decision: Decision, *, address: str, today: date) -> Citation:
    group = decision.meeting.group
    title = _("decision %(decision)s") % {"decision": decision.reference}
    return Citation(
        in_words=footnote([group.name, title, *sitting(decision.meeting)], address, today),
        bibtex=bibtex(
            f"{group.slug}-{decision.reference.replace('/', '-')}",
            author=group.name,
            title=title[:1].upper() + title[1:],
            note=", ".join(sitting(decision.meeting)),
            held=decision.meeting.ends_on,
            address=address,
            today=today,
        ),
        address=address,
    )


def as_recorded(timeline: Timeline, moment: Moment) -> str:
    """The query at which an element's page will always read as it does now: the moment it shows
    and, unless that says so itself, the instant by which all on it was recorded.
    """
    known = moment.said_known
    if not known and (latest := max(recorded(timeline), default=None)):
        known = latest.astimezone(UTC).isoformat().replace("+00:00", "Z")
    said = {"at": moment.said_at, "known": known}
    return urlencode({name: value for name, value in said.items() if value}, safe=":+")


def recorded(timeline: Timeline) -> Iterator[datetime]:
    """When each act on the page was recorded, those that say more of another among them."""
    yield from (wording.recorded_at for wording in timeline.wordings)
    for event in timeline.events:
        yield event.act.recorded_at
        yield from (correction.recorded_at for correction in event.corrections)
        if event.kind == "statement" and (lift := getattr(event.thing, "lift", None)):
            yield lift.recorded_at


def sitting(meeting: Meeting) -> list[str]:
    """Which meeting, where and when, as far as is known."""
    days = days_of(meeting)
    if any(bidirectional(letter) in {"R", "AL"} for letter in meeting.place_name):
        # A mark from left to right: behind a place in Arabic 26–27 would else read 27–26.
        days = f"\u200e{days}"
    return [part for part in (str(meeting), meeting.place_name, days) if part]


def footnote(parts: list[str], address: str, today: date) -> str:
    return _("%(what)s. Available at %(address)s (accessed on %(day)s).") % {
        "what": ", ".join(parts),
        "address": address,
        "day": date_format(today, FULL),
    }


def bibtex(
    key: str,
    *,
    author: str,
    title: str,
    note: str,
    held: date | None,
    address: str,
    today: date,
) -> str:
    """An entry of BibTeX. held: the day that gives its year and month, where there is one."""
    fields = {"author": f"{{{escaped(author)}}}", "title": f"{{{escaped(title)}}}"}
    if held:
        fields["year"] = str(held.year)
    fields |= {
        "note": escaped(note),
        # Read as it is, by those who know an address when they see one.
        "url": address,
        "urldate": today.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    if held:
        lines.insert(3, f"  month = {MONTHS[held.month - 1]}")
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def escaped(text: str) -> str:
    return flat(text).translate(ESCAPES)


def flat(text: str) -> str:
    return " ".join(text.split())
