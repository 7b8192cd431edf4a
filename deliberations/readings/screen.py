"""What the screen in the room shows: the draft, what was just gavelled, what is taken up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from typing import Any

from django.db.models import Count, F, Prefetch, Q
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import (
    AgendaItem,
    Basis,
    Clock,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Draft,
    Entry,
    Meeting,
    Outcome,
    Qualifier,
    Standing,
    Status,
)
from deliberations.readings.groups import ORDER, Share

SECONDS = 90
"""For how long a decision is shown after it was recorded."""


@dataclass
class Line:
    """An element on the screen. before: its current wording, where the draft amends it."""

    reference: str
    text: str
    before: str = ""


@dataclass
class Screen:
    """shows: "draft", "decision", "item" or "meeting"; what else is filled in follows from that.

    sentence: what is written largest. outcome: a status or "". seconds: until this is over, None
    where only an act of somebody ends it.
    """

    shows: str
    sentence: str = ""
    outcome: str = ""
    terms: str = ""
    lines: list[Line] = field(default_factory=list)
    decision: Decision | None = None
    item: AgendaItem | None = None
    standing: Standing | None = None
    shares: list[Share] = field(default_factory=list)
    seconds: int | None = None

    @property
    def size(self) -> str:
        """The class of the largest type in which it probably fits: from "s1" to "s9"."""
        for number, type_size in enumerate(SIZES, start=1):
            if height(self.sentence, self.lines, type_size) <= HEIGHT:
                return f"s{number}"
        return f"s{len(SIZES)}"


def screen_of(meeting: Meeting, reader: permissions.Person) -> Screen:
    """What the screen shows at this moment to that reader. A constant number of queries."""
    ways: list[Callable[[Meeting, permissions.Person], Screen | None]] = [drafted, gavelled, taken]
    for way in ways:
        screen = way(meeting, reader)
        if screen is not None:
            return screen
    return Screen("meeting")


# ---- the draft


def drafted(meeting: Meeting, reader: permissions.Person) -> Screen | None:
    """The draft on the screen. What of it can't be understood is left out, as not yet chosen."""
    draft = Draft.objects.visible_to(reader).filter(meeting=meeting, on_screen=True).first()
    if draft is None:
        return None
    content = draft.content if isinstance(draft.content, dict) else {}
    standings = (
        Standing.objects.visible_to(reader)
        .filter(element__group=meeting.group_id, element__number__in=numbers(content, "elements"))
        .select_related("element", "wording")
        .order_by("element__number")
    )
    phrases = (
        Qualifier.objects.visible_to(reader)
        .filter(group=meeting.group_id, pk__in=numbers(content, "qualifiers"))
        .order_by("position", "phrase")
        .values_list("phrase", flat=True)
    )
    outcome, basis = first(content, "outcome"), first(content, "basis")
    return Screen(
        "draft",
        sentence=first(content, "sentence").strip(),
        outcome=outcome if outcome in Outcome.values else "",
        terms=terms(list(phrases), basis if basis in Basis.values else Basis.NOT_STATED),
        lines=[amended(standing, content) for standing in standings],
    )


def amended(standing: Standing, content: dict[str, Any]) -> Line:
    element, text = standing.element, standing.wording.text
    name = f"amended-{element.number}-{standing.wording.number}"
    new = first(content, name).replace("\r\n", "\n").strip()
    if not new or new == text:
        return Line(element.reference, text)
    return Line(element.reference, new, before=text)


def texts(content: dict[str, Any], name: str) -> list[str]:
    """What was sent for a field, as far as it is what a form sends."""
    sent = content.get(name)
    return [text for text in sent if isinstance(text, str)] if isinstance(sent, list) else []


def first(content: dict[str, Any], name: str) -> str:
    return next(iter(texts(content, name)), "")


def numbers(content: dict[str, Any], name: str) -> list[int]:
    """Those of the texts that are numbers which a column holds."""
    return [
        int(text)
        for text in texts(content, name)
        if text.isascii() and text.isdigit() and len(text) < 10
    ]


def terms(phrases: Sequence[str], basis: str) -> str:
    """Qualifiers and basis in a line: “in principle, non-objection”."""
    stated = _("basis not stated") if basis == Basis.NOT_STATED else str(Basis(basis).label)
    return ", ".join([*phrases, stated])


# ---- what was just gavelled


def gavelled(meeting: Meeting, reader: permissions.Person) -> Screen | None:
    """The latest decision in force, while it is fresh and nothing was taken up since."""
    decision = (
        Decision.objects.visible_to(reader)
        .filter(meeting=meeting, recorded_at__gt=Clock() - timedelta(seconds=SECONDS))
        .exclude(corrections__kind__in=[CorrectionKind.CLERICAL, CorrectionKind.ANNULMENT])
        .annotate(age=Clock() - F("recorded_at"))
        .select_related("meeting", "heading")
        .prefetch_related(
            DecisionQualifier.with_phrases(),
            Prefetch(
                "dispositions",
                Disposition.objects.visible_to(reader)
                .select_related("element", "wording")
                .order_by("position"),
            ),
        )
        .order_by("-number")
        .first()
    )
    if decision is None or went_on(meeting, decision, reader):
        return None
    return Screen(
        "decision",
        sentence=decision.sentence,
        outcome=decision.outcome,
        terms=terms([q.qualifier.phrase for q in decision.qualifications.all()], decision.basis),
        lines=[Line(d.element.reference, d.wording.text) for d in decision.dispositions.all()],
        decision=decision,
        seconds=max(1, SECONDS - int(decision.age.total_seconds())),
    )


def went_on(meeting: Meeting, decision: Decision, reader: permissions.Person) -> bool:
    """Whether the meeting took something up after that decision, by the history's order."""
    if meeting.takes_up_id is None:
        return False
    last = (
        Entry.objects.visible_to(reader)
        .filter(
            Q(noun="decision", object_id=decision.pk)
            | Q(noun="meeting", object_id=meeting.pk, context__act="take_up")
        )
        .order_by("-id")
        .first()
    )
    return last is not None and last.noun == "meeting"


# ---- what is taken up


def taken(meeting: Meeting, reader: permissions.Person) -> Screen | None:
    """The item of the agenda that the meeting discusses, where it is in session."""
    if not meeting.is_in_session or meeting.takes_up_id is None:
        return None
    item = (
        AgendaItem.objects.visible_to(reader)
        .filter(pk=meeting.takes_up_id)
        .select_related("question", "element")
        .first()
    )
    if item is None:
        return None
    screen = Screen("item", sentence=item.title, item=item)
    standings = Standing.objects.visible_to(reader)
    if item.element is not None:
        screen.standing = (
            standings.filter(element=item.element)
            .select_related("element", "wording", "disposition__decision__meeting")
            .first()
        )
        if screen.standing is not None:
            screen.sentence = screen.standing.wording.text
            screen.outcome = screen.standing.status
    elif item.question is not None:
        screen.sentence = item.question.text
        found = (
            standings.filter(element__question=item.question)
            .order_by()
            .values_list("status")
            .annotate(number=Count("pk"))
        )
        counted = dict(found)
        screen.shares = [Share(s, counted[s]) for s in map(Status, ORDER) if s in counted]
    return screen


# ---- how large

# Sizes of type in hundredths of the width of a picture of 16 to 9, as in screen.css.
SIZES = (7.0, 6.0, 5.0, 4.2, 3.6, 3.1, 2.7, 2.4, 2.1)
WIDTH, HEIGHT = 92.0, 36.0
LETTER = 0.5
"""How wide a letter is on average, of its size."""


def height(sentence: str, lines: list[Line], size: float) -> float:
    """How high that probably is, in hundredths of the width of the picture."""
    high = ceil(max(len(sentence), 1) * LETTER * size / WIDTH) * 1.2 * size
    small = (0.8 if len(lines) > 6 else 0.7) * size
    columns = 2 if len(lines) > 1 else 1
    room = WIDTH / columns - 4 * small
    rows = sum(ceil((len(line.text) + len(line.before)) * LETTER * small / room) for line in lines)
    longest = max((ceil(len(line.text) * LETTER * small / room) for line in lines), default=0)
    return high + max(ceil(rows / columns), longest) * 1.5 * small
