"""The console: what the secretariat does in the room without leaving its page."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from deliberations.forms.decisions import CorrectForm, RecordForm
from deliberations.forms.drafts import DraftForm, shown_again
from deliberations.forms.fields import sent
from deliberations.forms.floor import FloorForm, FromTheFloor, SaidForm
from deliberations.models import (
    AgendaItem,
    Basis,
    Contributor,
    CorrectionKind,
    Decision,
    Draft,
    Element,
    Meeting,
    Outcome,
    Standing,
    User,
)
from deliberations.operations import (
    NOW,
    DraftChanged,
    ElementsChanged,
    IntentionTaken,
    Proposer,
    Refused,
    discard_draft,
    foresee,
    make_statement,
    propose_element,
    record_decision,
    save_draft,
    show_draft,
    take_over_draft,
    take_up,
)
from deliberations.readings.agenda import agenda_of, items_of
from deliberations.readings.drafts import differences
from deliberations.readings.elements import standings_to_decide
from deliberations.readings.sentences import sentence_for
from deliberations.views.acts import refuse, see_anew
from deliberations.views.answers import answer
from deliberations.views.finding import actor, find_meeting

NOTHING_TO_SAY = 204


class Console:
    """The page as it will be answered: what is composed, and what the act on it led to."""

    def __init__(self, request: HttpRequest, meeting: Meeting, by: User) -> None:
        self.request, self.meeting, self.by = request, meeting, by
        self.status = 200
        self.said: dict[str, Any] = {}
        self.floor: FloorForm | None = None
        self.statement: SaidForm | None = None
        # The buttons of the agenda say which item they are of.
        self.asked = request.POST.get("do", "take-up" if "item" in request.POST else "")
        if request.method == "POST":
            self.form = self.as_sent(request.POST)
        else:
            self.form = self.fresh(self.begun())

    def as_sent(self, data: QueryDict) -> RecordForm:
        """The form with what was sent. What it lacks is said when it is gavelled, not before."""
        form = RecordForm(data, meeting=self.meeting, reader=self.by)
        if not form.is_valid() and self.asked != "record":
            form.errors.clear()
        return form

    @cached_property
    def drafts(self) -> list[Draft]:
        """All that are composed for the meeting."""
        drafts = Draft.objects.visible_to(self.by).filter(meeting=self.meeting)
        return list(drafts.select_related("keeper").order_by("pk"))

    @property
    def intention(self) -> object:
        return (
            self.form.cleaned_data.get("intention")
            if self.form.is_bound
            else self.form.initial.get("intention")
        )

    @property
    def draft(self) -> Draft | None:
        """That of this form, if it is kept."""
        return next((one for one in self.drafts if one.intention == self.intention), None)

    def fresh(self, begun: dict[str, Any] | None = None) -> RecordForm:
        """A form that nothing was sent with. begun: what it holds already."""
        initial = {"known_to": when(self.meeting), **(begun or {})}
        return RecordForm(initial=initial, meeting=self.meeting, reader=self.by)

    def begin_anew(self) -> None:
        self.form = self.fresh()

    def look_again(self) -> None:
        """What was asked for already may be otherwise now."""
        self.__dict__.pop("drafts", None)

    def begun(self) -> dict[str, Any] | None:
        """What ?draft= holds, or what the decision ?anew= said, to be gavelled anew."""
        if number := self.request.GET.get("draft", ""):
            draft = next((one for one in self.drafts if one.pk == natural(number)), None)
            if draft is None:
                self.said["gone"] = True
                return None
            return {**shown_again(draft), "version": draft.version}
        if number := self.request.GET.get("anew", ""):
            return said_by(self.decision_anew(number))
        return None

    def decision_anew(self, number: str) -> Decision:
        decisions = Decision.objects.visible_to(self.by).filter(meeting=self.meeting)
        decision = decisions.filter(number=natural(number)).first()
        if decision is None:
            raise BadRequest(
                _("“%(value)s” is not the number of a decision of this meeting.")
                % {"value": number}
            )
        return decision

    def last_place(self) -> int:
        """The place of the last act in the record of the group's elements."""
        last = Standing.objects.filter(element__group=self.meeting.group, public=False).aggregate(
            place=Max("place")
        )
        return last["place"] or 0

    # ---- what is asked of it

    def foresee(self) -> None:
        """Only look."""
        if self.asked == "foresee" and not self.form.cleaned_data.get("sentence"):
            self.hold({"sentence": [self.suggested()]})

    def record(self) -> None:
        """Gavel."""
        self.status = 422
        if not self.form.is_valid():
            return
        try:
            self.said["recorded"] = record_decision(
                meeting=self.meeting, by=self.by, **self.form.act
            )
        except DraftChanged as refusal:
            self.tell_conflict(refusal)
            self.form.add_error(None, _("Nothing was recorded. Look at both, then gavel."))
        except Refused as refusal:
            self.status = refuse(self.form, refusal)
            if isinstance(refusal, ElementsChanged):
                again = _("Nothing was recorded. Look again, then gavel again.")
                self.form.add_error(None, again)
                see_anew(self.form, {"seen": self.last_place()})
        else:
            self.begin_anew()
            self.status = 200

    def keep(self) -> None:
        """Keep what is composed as a draft."""
        kept = DraftForm(sent(self.form))
        if not kept.is_valid():
            self.said["unkept"] = kept.sentences()
            self.status = 422
        elif kept.says_something:
            self.enter(kept)

    def enter(self, kept: DraftForm) -> None:
        try:
            draft = save_draft(meeting=self.meeting, by=self.by, **kept.act)
        except DraftChanged as refusal:
            self.tell_conflict(refusal)
        except IntentionTaken as refusal:
            # In place it came after the gavel of the same form, whose answer is on its way.
            self.said["unkept"] = [str(refusal)]
            in_place = self.request.headers.get("HX-Request") == "true"
            self.status = NOTHING_TO_SAY if in_place else 422
        except Refused as refusal:
            self.said["unkept"] = [str(refusal)]
            self.status = 422
        else:
            self.look_again()
            self.hold({"version": [str(draft.version)]})

    def take_over(self) -> None:
        """Go on with the draft in one's own hand, as this page has it."""
        self.on_draft(take_over_draft)
        if self.draft is not None:
            self.hold({"version": [str(self.draft.version)]})
        self.keep()

    def show(self) -> None:
        """Show it on the screen in the room."""
        self.keep()
        if self.status == 200:
            self.on_draft(show_draft, shown=True)

    def hide(self) -> None:
        """Keep it back."""
        self.on_draft(show_draft, shown=False)

    def discard(self) -> None:
        if self.draft is not None:
            try:
                discard_draft(draft=self.draft, by=self.by)
            except DraftChanged as refusal:
                self.tell_conflict(refusal)
                return
        self.look_again()
        self.begin_anew()
        self.said["discarded"] = True

    def on_draft(self, act: Callable[..., Draft], **more: Any) -> None:
        if self.draft is not None:
            try:
                act(draft=self.draft, by=self.by, **more)
            except Refused as refusal:
                self.said["unkept"] = [str(refusal)]
                self.status = 422
            self.look_again()

    def tell_conflict(self, refusal: DraftChanged) -> None:
        """Both texts; nothing was overwritten."""
        self.status = 409
        self.look_again()
        mine = DraftForm(sent(self.form))
        self.said["conflict"] = str(refusal)
        if mine.is_valid():
            self.said["differences"] = differences(
                mine.cleaned_data["content"],
                refusal.draft.content,
                self.meeting.group,
                reader=self.by,
            )

    def next_item(self) -> None:
        """Take up what of the agenda comes next."""
        lines = agenda_of(self.meeting, self.by)
        now = next((at for at, line in enumerate(lines) if line.is_taken_up), -1)
        following = [line.item for line in lines[now + 1 :] if line.is_open]
        self.on_agenda(following[0] if following else None)

    def take_up(self) -> None:
        """Take up the item whose button was pressed."""
        items = items_of(self.meeting, self.by)
        said = natural(self.request.POST.get("item", ""))
        item = next((one for one in items if one.pk == said), None)
        if item is None:
            self.form.add_error(None, _("The agenda has no such item. Look again."))
            self.status = 422
            return
        self.on_agenda(item)

    def on_agenda(self, item: AgendaItem | None) -> None:
        try:
            self.meeting = take_up(meeting=self.meeting, item=item, by=self.by)
        except Refused as refusal:
            self.status = refuse(self.form, refusal)

    def from_the_floor(self) -> None:
        """Offer what comes from the floor."""
        self.floor, self.statement = self.new(FloorForm), self.new(SaidForm)

    def new[Form: FromTheFloor](self, form: type[Form], data: QueryDict | None = None) -> Form:
        return form(data, group=self.meeting.group, contributors=self.contributors, reader=self.by)

    @cached_property
    def contributors(self) -> list[Contributor]:
        """Asked for once for both forms."""
        group = self.meeting.group
        return list(Contributor.objects.visible_to(self.by).filter(group=group).by_name())

    def enter_element(self) -> None:
        """A new element from the floor; it is chosen at once."""
        self.from_the_floor()
        self.floor = self.new(FloorForm, sent(self.form))
        if not self.floor.is_valid():
            self.status = 422
            return
        try:
            element = propose_element(
                group=self.meeting.group,
                question=self.floor.cleaned_data["question"],
                text=self.floor.cleaned_data["text"],
                proposers=(Proposer(contributor=self.floor.cleaned_data["contributor"]),),
                by=self.by,
                **self.moment(),
            )
        except Refused as refusal:
            self.status = refuse(self.floor, refusal)
            return
        element.refresh_from_db(fields=["number"])
        self.floor = self.new(FloorForm)
        chosen = sent(self.form).getlist("elements")
        # What one enters oneself, one has seen.
        seen = str(self.last_place()) if self.all_was_seen_but(element) else None
        self.hold(
            {"elements": [*chosen, str(element.number)], **({"seen": [seen]} if seen else {})}
        )
        self.said["entered"] = _("%(element)s is entered.") % {"element": element}

    def all_was_seen_but(self, element: Element) -> bool:
        last = (
            Standing.objects.filter(element__group=self.meeting.group, public=False)
            .exclude(element=element)
            .aggregate(place=Max("place"))["place"]
        )
        return (last or 0) <= (self.form.cleaned_data.get("seen") or 0)

    def enter_statement(self) -> None:
        """A statement from the floor, on an element or on a decision of the meeting."""
        self.from_the_floor()
        self.statement = self.new(SaidForm, sent(self.form))
        if not self.statement.is_valid():
            self.status = 422
            return
        on = self.statement.cleaned_data["on"]
        try:
            make_statement(
                element=on if isinstance(on, Element) else None,
                decision=on if isinstance(on, Decision) else None,
                contributor=self.statement.cleaned_data["contributor"],
                kind=self.statement.cleaned_data["kind"],
                text=self.statement.cleaned_data["text"],
                by=self.by,
                **self.moment(),
            )
        except Refused as refusal:
            self.status = refuse(self.statement, refusal)
            return
        self.statement = self.new(SaidForm)
        self.said["entered"] = _("The statement on %(thing)s is entered.") % {"thing": on}

    def moment(self) -> dict[str, Any]:
        """When what comes from the floor happened: now, or at this meeting."""
        if when(self.meeting) != NOW:
            return {"meeting": self.meeting, "happened_at": None, "known_to": "meeting"}
        now = datetime.now(tz=self.meeting.zone).replace(second=0, microsecond=0)
        return {"meeting": self.meeting, "happened_at": now, "known_to": "minute"}

    def hold(self, values: dict[str, list[str]]) -> None:
        """Let the form, as it is shown again, hold these values."""
        data = sent(self.form).copy()
        for name, value in values.items():
            data.setlist(name, value)
        self.form = self.as_sent(data)

    # ---- what it shows

    def suggested(self) -> str:
        """The sentence that the group's pattern makes of what is chosen; "" before an outcome."""
        if not self.form.is_bound or not self.form.cleaned_data.get("outcome"):
            return ""
        chosen = self.form.cleaned_data
        return sentence_for(
            self.meeting.group,
            chosen["outcome"],
            basis=chosen.get("basis") or Basis.NOT_STATED,
            heading=chosen.get("heading"),
            qualifiers=list(chosen.get("qualifiers") or ()),
        )

    def foreseen(self) -> Any:
        """What would happen, from what is filled in; None while that is too little."""
        if not self.form.is_bound:
            return None
        chosen = self.form.cleaned_data
        if not chosen.get("elements") or not chosen.get("outcome"):
            return None
        return foresee(
            meeting=self.meeting,
            outcome=chosen["outcome"],
            elements=list(chosen["elements"]),
            seen=chosen.get("seen"),
        )

    def chosen(self) -> set[str]:
        """The numbers chosen so far, as sent, or as the form begins."""
        form = self.form
        if form.is_bound:
            return set(sent(form).getlist("elements"))
        return {str(number) for number in form.initial.get("elements", [])}

    def amendable(self, standings: list[Standing]) -> list[tuple[Standing, str]]:
        """What is chosen to be agreed, each with its text as it is or as it is amended."""
        texts = self.texts()
        outcome = texts.get("outcome") or [""]
        if outcome[0] != Outcome.AGREED:
            return []
        chosen = self.chosen()
        return [
            (standing, (texts.get(name_of_amended(standing)) or [standing.wording.text])[0])
            for standing in standings
            if str(standing.element.number) in chosen
        ]

    def texts(self) -> dict[str, list[str]]:
        if self.form.is_bound:
            return dict(sent(self.form).lists())
        initial = self.form.initial
        first = {name: [value] for name, value in initial.items() if isinstance(value, str)}
        return {**first, **(self.draft.content if self.draft else {})}

    def context(self) -> dict[str, Any]:
        meeting = self.meeting
        agenda = agenda_of(meeting, self.by)
        taken_up = next((line for line in agenda if line.is_taken_up), None)
        standings = standings_to_decide(meeting, self.by, [line.item for line in agenda])
        if not self.form.is_bound:
            # What is shown here is what the person has seen.
            self.form.initial["seen"] = max((s.place for s in standings), default=0)
        amendable = self.amendable(standings)
        return {
            "group": meeting.group,
            "meeting": meeting,
            "form": self.form,
            "floor": self.floor,
            "statement": self.statement,
            "draft": self.draft,
            "is_mine": self.draft is not None and self.draft.keeper_id == self.by.pk,
            "drafts": self.drafts,
            "agenda": agenda,
            "taken_up": taken_up,
            "foreseen": self.foreseen(),
            "standings": standings,
            "next_number": (meeting.decisions.aggregate(n=Max("number"))["n"] or 0) + 1,
            "chosen": self.chosen(),
            "amendable": amendable,
            "amended": [
                (standing, text) for standing, text in amendable if text != standing.wording.text
            ],
            "suggested": self.suggested(),
            "has_data": False,
            **self.said,
        }


ASKED: dict[str, Callable[[Console], None]] = {
    "foresee": Console.foresee,
    "record": Console.record,
    "keep": Console.keep,
    "take-over": Console.take_over,
    "show": Console.show,
    "hide": Console.hide,
    "discard": Console.discard,
    "next-item": Console.next_item,
    "take-up": Console.take_up,
    "floor": Console.from_the_floor,
    "element": Console.enter_element,
    "statement": Console.enter_statement,
}


def meeting_record(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """The console: choose elements, say what the group decided, see what will happen, gavel."""
    found = find_meeting(request, group, meeting)
    console = Console(request, found, actor(request, "record_decision", found.group))
    if request.method == "POST":
        ASKED.get(console.asked, Console.foresee)(console)
    if console.status == NOTHING_TO_SAY:
        return HttpResponse(status=NOTHING_TO_SAY)
    return answer(
        request,
        "meetings/record.html",
        console.context(),
        fragments=("console", "preview", "kept", "now"),
        status=console.status,
    )


def when(meeting: Meeting) -> str:
    """ "Now" only while the meeting is on by its dates: a late entry is not of this minute."""
    today = datetime.now(tz=meeting.zone).date()
    return NOW if meeting.starts_on <= today <= meeting.ends_on else "meeting"


def natural(text: str) -> int:
    """The number written there, 0 for none."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else 0


def said_by(decision: Decision) -> dict[str, Any]:
    """What a decision said, as the first content of a form."""
    # One reason for all the decisions that it reconsidered.
    reason = decision.corrects.filter(kind=CorrectionKind.RECONSIDERATION).first()
    return {
        **CorrectForm.as_recorded(decision),
        "reconsiders": reason.reason if reason else "",
    }


def name_of_amended(standing: Standing) -> str:
    return f"amended-{standing.element.number}-{standing.wording.number}"
