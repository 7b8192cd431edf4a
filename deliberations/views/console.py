"""The console: what the secretariat does in the room without leaving its page."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from deliberations.forms.fields import sent
from deliberations.models import AgendaItem, Outcome, Standing
from deliberations.operations import Refused, foresee, take_up
from deliberations.readings.agenda import agenda_of, items_of
from deliberations.readings.deciding import changed_since, choices_of, is_about
from deliberations.views.acts import refuse
from deliberations.views.answers import answer
from deliberations.views.composing import NOTHING_TO_SAY, natural
from deliberations.views.finding import actor, find_meeting
from deliberations.views.floor import ComposedOnTheFloor


class Console(ComposedOnTheFloor):
    """The page as it will be answered."""

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

    # ---- what it shows

    def foreseen(self) -> Any:
        """What would happen, from what is filled in; None while that is too little."""
        chosen = self.form.cleaned_data if self.form.is_bound else self.begun_with()
        if not chosen.get("elements") or not chosen.get("outcome"):
            return None
        return foresee(
            meeting=self.meeting,
            outcome=chosen["outcome"],
            elements=list(chosen["elements"]),
            seen=chosen.get("seen"),
        )

    def begun_with(self) -> dict[str, Any]:
        """What of a draft that is opened says what would happen; a draft may hold anything."""
        outcome = self.form.initial.get("outcome")
        numbers = [natural(number) for number in self.chosen()]
        if outcome not in Outcome or not numbers:
            return {}
        return {
            "outcome": outcome,
            "elements": self.form.of("elements").filter(number__in=numbers),
        }

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
        choices = choices_of(meeting, self.by, [line.item for line in agenda])
        standings = [choice.standing for choice in choices]
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
            "choices": choices,
            "is_new": self.is_new,
            "offered": self.offered if self.is_new else self.request.POST.get("offered", ""),
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

    def told(self) -> dict[str, Any]:
        """What became of a right gavel, for a page that has the rest: the elements touched since
        it was made, by whomever, so that all up to there is seen now; the items it decided on."""
        seen, elements = (self.form.cleaned_data[name] for name in ("seen", "elements"))
        agenda = items_of(self.meeting, self.by)
        changed = changed_since(seen, self.meeting, self.by, agenda)
        return {
            "group": self.meeting.group,
            "meeting": self.meeting,
            "changed": changed,
            "decided": [i.pk for i in agenda if any(is_about(i, element) for element in elements)],
            "seen": max([seen, *(choice.standing.place for choice in changed)]),
            "intention": uuid4(),
            "next_number": self.said["recorded"].number + 1,
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
    "floor": Console.ask_the_floor,
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
    told_alone = "recorded" in console.said and console.told_alone
    return answer(
        request,
        "meetings/record.html",
        console.told() if told_alone else console.context(),
        fragments=("console", "preview", "kept", "now", "recorded"),
        instead={} if told_alone else {"recorded": "console"},
        status=console.status,
    )


def name_of_amended(standing: Standing) -> str:
    return f"amended-{standing.element.number}-{standing.wording.number}"
