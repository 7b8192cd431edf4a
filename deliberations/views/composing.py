"""What is composed in the console: the form, what would happen, the gavel, the drafts."""

import re
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Max
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from deliberations.forms.decisions import CorrectForm, RecordForm
from deliberations.forms.drafts import DraftForm, shown_again
from deliberations.forms.fields import sent
from deliberations.models import (
    Basis,
    CorrectionKind,
    Decision,
    Draft,
    Element,
    Meeting,
    Standing,
    User,
)
from deliberations.operations import (
    NOW,
    DraftChanged,
    ElementsChanged,
    IntentionTaken,
    Refused,
    discard_draft,
    record_decision,
    save_draft,
    show_draft,
    take_over_draft,
)
from deliberations.readings.drafts import differences
from deliberations.readings.sentences import sentence_for
from deliberations.views.acts import refuse, see_anew
from deliberations.views.answers import asked_for

NOTHING_TO_SAY = 204


class Composed:
    """What is composed, and what the act on it led to."""

    def __init__(self, request: HttpRequest, meeting: Meeting, by: User) -> None:
        self.request, self.meeting, self.by = request, meeting, by
        self.status = 200
        self.said: dict[str, Any] = {}
        # Whether the form holds nothing but what every new one holds.
        self.is_new = False
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
    def offered(self) -> str:
        """A word for what a new form offers and begins with: with another, it is another form."""
        headings = self.form.of("heading").order_by().values_list("pk", "name", "position")
        qualifiers = self.form.of("qualifiers").order_by()
        phrases = qualifiers.values_list("pk", "phrase", "position")
        choices = sorted(headings.union(phrases, all=True).order_by())
        said = repr((choices, when(self.meeting), get_language()))
        return sha256(said.encode()).hexdigest()[:16]

    @cached_property
    def told_alone(self) -> bool:
        """Whether what became of a right gavel is enough of an answer: the page has a new form,
        which its script empties, and that offers what one made now would."""
        return (
            asked_for(self.request, ("recorded",)) == "recorded"
            and self.request.POST.get("offered") == self.offered
        )

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
        self.is_new = not begun
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

    def all_was_seen_but(self, element: Element) -> bool:
        last = (
            Standing.objects.filter(element__group=self.meeting.group, public=False)
            .exclude(element=element)
            .aggregate(place=Max("place"))["place"]
        )
        return (last or 0) <= (self.form.cleaned_data.get("seen") or 0)

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
            self.status = 200
            if not self.told_alone:
                self.begin_anew()

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
        self.said["taken_over"] = True
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

    def hold(self, values: dict[str, list[str]]) -> None:
        """Let the form, as it is shown again, hold these values."""
        data = sent(self.form).copy()
        for name, value in values.items():
            data.setlist(name, value)
        self.form = self.as_sent(data)

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
