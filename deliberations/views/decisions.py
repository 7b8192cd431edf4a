"""Decisions: one with what it disposed of, the console that records, and corrections."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Max, Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import act_data, decision_data, decision_url, group_data
from deliberations.forms.decisions import AnnulForm, CorrectForm, RecordForm
from deliberations.forms.fields import sent
from deliberations.models import (
    Basis,
    Correction,
    CorrectionKind,
    Decision,
    DecisionQualifier,
    Disposition,
    Entry,
    Lift,
    Meeting,
    Standing,
    Statement,
)
from deliberations.operations import (
    ElementsChanged,
    Refused,
    annul_decision,
    correct_decision,
    foresee,
    put_right,
    record_decision,
)
from deliberations.readings.sentences import sentence_for
from deliberations.views.acts import act_page, refuse, see_anew, sent_with
from deliberations.views.answers import answer, gone_to
from deliberations.views.finding import actor, find_decision, find_meeting


def decision_detail(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    """One decision: its sentence, on what basis, and what it did to each element."""
    decision = find_decision(request, group, meeting, number)
    prefetch_related_objects([decision], DecisionQualifier.with_phrases())
    reader = request.user
    dispositions = (
        Disposition.objects.visible_to(reader)
        .filter(decision=decision)
        .select_related("element", "wording", "reconsiders__decision__meeting")
        .order_by("position")
    )
    corrections = (
        Correction.objects.visible_to(reader)
        .filter(decision=decision)
        .select_related("by_decision__meeting", "source", "recorded_by")
        .order_by("place")
    )
    corrects = (
        Correction.objects.visible_to(reader)
        .filter(by_decision=decision)
        .select_related("decision__meeting")
        .order_by("place")
    )
    statements = (
        Statement.objects.visible_to(reader)
        .filter(decision=decision)
        .select_related("contributor", "source", "meeting", "recorded_by")
        .prefetch_related(Prefetch("lift", Lift.objects.visible_to(reader)))
        .order_by("place")
    )
    entry = Entry.objects.visible_to(reader).filter(noun="decision", object_id=decision.pk).first()
    in_force = not any(c.kind != "reconsideration" for c in corrections)

    return answer(
        request,
        "decisions/detail.html",
        {
            "group": decision.meeting.group,
            "meeting": decision.meeting,
            "decision": decision,
            "dispositions": dispositions,
            "corrections": corrections,
            "corrects": corrects,
            "statements": statements,
            "entry": entry,
            "in_force": in_force,
            "may_correct": in_force
            and permissions.may(reader, "correct_decision", decision.meeting.group),
            "may_state": permissions.may(reader, "make_statement", decision.meeting.group),
        },
        data=lambda: {
            "group": group_data(decision.meeting.group),
            **decision_data(decision, group),
            **act_data(decision, decision.meeting.group),
            "in_force": in_force,
            "dispositions": [
                {
                    "element": d.element.reference,
                    "text": d.wording.text,
                    "wording": d.wording.number,
                    "from": d.from_status,
                    "to": d.to_status,
                    "reconsiders": d.reconsiders.decision.reference if d.reconsiders else None,
                }
                for d in dispositions
            ],
            "corrections": [
                {
                    "kind": c.kind,
                    "reason": c.reason,
                    "by": c.by_decision.reference if c.by_decision else None,
                }
                for c in corrections
            ],
            "corrects": [
                {"kind": c.kind, "reason": c.reason, "decision": c.decision.reference}
                for c in corrects
            ],
            "statements": [
                {"by": s.contributor.slug, "kind": s.kind, "text": s.text} for s in statements
            ],
        },
    )


OPEN_FIRST = ("proposed", "deferred", "not-discussed", "rejected", "agreed", "withdrawn")


def meeting_record(request: HttpRequest, group: str, meeting: int) -> HttpResponse:
    """The console: choose elements, say what the group decided, see what will happen, gavel."""
    found = find_meeting(request, group, meeting)
    by = actor(request, "record_decision", found.group)
    recorded, foreseen, status = None, None, 200
    form = fresh_form(found, by, begun_from(request, found))
    if request.method == "POST":
        form = RecordForm(request.POST, meeting=found, reader=by)
        foreseen = foreseen_by(form, found)
        if request.POST.get("do") == "record":
            status = 422
            if form.is_valid():
                try:
                    recorded = record_decision(meeting=found, by=by, **form.act)
                except Refused as refusal:
                    status = refuse(form, refusal)
                    if isinstance(refusal, ElementsChanged):
                        again = _("Nothing was recorded. Look again, then gavel again.")
                        form.add_error(None, again)
                        see_anew(form, {"seen": last_place(found)})
                else:
                    form, foreseen, status = fresh_form(found, by), None, 200

    suggested = suggested_by(form, found)
    if request.POST.get("do") == "foresee" and not form.cleaned_data.get("sentence"):
        write_sentence(form, suggested)

    return answer(
        request,
        "meetings/record.html",
        {
            "group": found.group,
            "meeting": found,
            "form": form,
            "recorded": recorded,
            "foreseen": foreseen,
            "standings": standings_to_decide(found, by),
            "next_number": (found.decisions.aggregate(n=Max("number"))["n"] or 0) + 1,
            "chosen": chosen_in(form),
            "suggested": suggested,
            "has_data": False,
        },
        fragments=("console", "preview"),
        status=status,
    )


def fresh_form(
    meeting: Meeting, reader: permissions.Person, begun: dict[str, Any] | None = None
) -> RecordForm:
    """A form that nothing was sent with. begun: what it holds already."""
    # "Now" only while the meeting is on by its dates: a late entry is not of this minute.
    today = datetime.now(tz=meeting.zone).date()
    known_to = "now" if meeting.starts_on <= today <= meeting.ends_on else "meeting"
    return RecordForm(
        initial={"known_to": known_to, **(begun or {}), "seen": last_place(meeting)},
        meeting=meeting,
        reader=reader,
    )


def begun_from(request: HttpRequest, meeting: Meeting) -> dict[str, Any] | None:
    """What the decision ?anew= of this meeting said, to be gavelled anew where it was a slip."""
    number = request.GET.get("anew", "")
    if not number:
        return None
    asked = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
    decision = (
        Decision.objects.visible_to(request.user).filter(meeting=meeting, number=asked).first()
    )
    if decision is None:
        raise BadRequest(
            _("“%(value)s” is not the number of a decision of this meeting.") % {"value": number}
        )
    # One reason for all the decisions that it reconsidered.
    reason = decision.corrects.filter(kind=CorrectionKind.RECONSIDERATION).first()
    return {
        **CorrectForm.as_recorded(decision),
        "reconsiders": reason.reason if reason else "",
    }


def suggested_by(form: RecordForm, meeting: Meeting) -> str:
    """The sentence that the group's pattern makes of what is chosen; "" before an outcome is."""
    if not form.is_bound:
        return ""
    form.is_valid()
    if not form.cleaned_data.get("outcome"):
        return ""
    chosen = form.cleaned_data
    return sentence_for(
        meeting.group,
        chosen["outcome"],
        basis=chosen.get("basis") or Basis.NOT_STATED,
        heading=chosen.get("heading"),
        qualifiers=list(chosen.get("qualifiers") or ()),
    )


def write_sentence(form: RecordForm, sentence: str) -> None:
    """Let the form, as it is shown again, hold the sentence."""
    data = sent(form).copy()
    data["sentence"] = sentence
    form.data = data


def last_place(meeting: Meeting) -> int:
    """The place of the last act in the record of the group's elements."""
    last = Standing.objects.filter(element__group=meeting.group, public=False).aggregate(
        place=Max("place")
    )
    return last["place"] or 0


def foreseen_by(form: RecordForm, meeting: Meeting) -> Any:
    """What would happen, from what is filled in; None while that is too little."""
    form.is_valid()
    elements = form.cleaned_data.get("elements")
    outcome = form.cleaned_data.get("outcome")
    if not elements or not outcome:
        return None
    return foresee(
        meeting=meeting,
        outcome=outcome,
        elements=list(elements),
        seen=form.cleaned_data.get("seen"),
    )


def standings_to_decide(meeting: Meeting, reader: permissions.Person) -> Any:
    """The elements of the group: first what is open, then what was left open, then the rest."""
    standings = (
        Standing.objects.visible_to(reader)
        .filter(element__group=meeting.group)
        .select_related("element", "wording", "disposition__decision__meeting")
        .order_by("element__number")
    )
    return sorted(standings, key=lambda standing: OPEN_FIRST.index(standing.status))


def chosen_in(form: RecordForm) -> set[str]:
    """The numbers chosen so far, as sent, or as the form begins."""
    chosen = sent(form).getlist("elements") if form.is_bound else form.initial.get("elements", [])
    return {str(number) for number in chosen}


def decision_correct(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    """Put right a clerical error."""
    decision = find_decision(request, group, meeting, number)
    by = actor(request, "correct_decision", decision.meeting.group)
    as_recorded = CorrectForm.as_recorded(decision)
    form = CorrectForm(
        sent_with(request), initial=as_recorded, meeting=decision.meeting, reader=by
    )
    chosen = sent(form).getlist("elements") if form.is_bound else as_recorded["elements"]
    return act_page(
        request,
        form,
        lambda: decision_url(correct_decision(decision=decision, by=by, **form.act), group),
        {
            "group": decision.meeting.group,
            "meeting": decision.meeting,
            "decision": decision,
            "standings": standings_to_decide(decision.meeting, by),
            "chosen": {str(number) for number in chosen},
            "back": decision_url(decision, group),
            "done": _("The correction is recorded; both decisions stay citable."),
        },
        template="decisions/correct.html",
    )


def decision_put_right(
    request: HttpRequest, group: str, meeting: int, number: int
) -> HttpResponse:
    """Annul a slip of the gavel, and go on with what it said."""
    decision = find_decision(request, group, meeting, number)
    by = actor(request, "put_right", decision.meeting.group)
    console = reverse("meeting_record", kwargs={"group": group, "meeting": meeting})
    try:
        put_right(decision=decision, by=by)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return gone_to(request, decision_url(decision, group))
    messages.success(
        request,
        _("%(decision)s is annulled as a slip. Put it right here, then gavel again.")
        % {"decision": decision.reference},
    )
    return gone_to(request, f"{console}?anew={number}")


def decision_annul(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    """Take a decision out of force."""
    decision = find_decision(request, group, meeting, number)
    by = actor(request, "annul_decision", decision.meeting.group)
    form = AnnulForm(sent_with(request))

    def act() -> str:
        annul_decision(decision=decision, by=by, **form.cleaned_data)
        return decision_url(decision, group)

    return act_page(
        request,
        form,
        act,
        {
            "group": decision.meeting.group,
            "title": _("Annul %(decision)s") % {"decision": decision.reference},
            "explanation": _(
                "Annul what was no decision of the group. Its elements stand again where they "
                "stood before it; the decision stays readable, as annulled."
            ),
            "quote": decision.sentence,
            "button": _("Annul it"),
            "back": reverse(
                "decision_detail",
                kwargs={"group": group, "meeting": meeting, "number": number},
            ),
            "done": _("The decision is annulled."),
        },
    )
