"""Decisions: one with what it disposed of, and its corrections."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import (
    act_data,
    citation_data,
    decision_data,
    decision_url,
    group_data,
    moment_data,
)
from deliberations.forms.decisions import AnnulForm, CorrectForm
from deliberations.forms.fields import sent
from deliberations.models import (
    Correction,
    Decision,
    DecisionQualifier,
    Disposition,
    Entry,
    Import,
    Lift,
    Statement,
    Wording,
)
from deliberations.operations import (
    Refused,
    annul_decision,
    correct_decision,
    put_right,
)
from deliberations.readings.citing import decision_cited
from deliberations.readings.deciding import choices_of
from deliberations.readings.excerpts import Excerpt, excerpt_of
from deliberations.readings.moments import Moment, acts_at, known_at, moment_of
from deliberations.views.acts import act_page, sent_with
from deliberations.views.answers import answer, gone_to
from deliberations.views.finding import NotThere, actor, find_decision
from deliberations.views.papers import docx_answer, pdf_answer
from deliberations.views.parameters import moment_asked


def decision_detail(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    """One decision: its sentence, on what basis, and what it did to each element."""
    decision = find_decision(request, group, meeting, number)
    moment = moment_asked(request, decision.meeting.group)
    refuse_unless_there(decision, moment)
    prefetch_related_objects([decision], DecisionQualifier.with_phrases())
    reader = request.user
    corrections = corrections_known(reader, moment, decision=decision).select_related(
        "by_decision__meeting", "source", "recorded_by"
    )
    entry = Entry.objects.visible_to(reader).filter(noun="decision", object_id=decision.pk).first()
    # Empty for all but the secretariat.
    papers = (
        Import.objects.visible_to(reader)
        .filter(meeting=decision.meeting, passages__contains=[str(decision.intention)])
        .only("pk", "name")
    )
    in_force = not any(c.kind != "reconsideration" for c in corrections)
    citation = decision_cited(
        decision,
        address=request.build_absolute_uri(decision_url(decision, group) + moment.query),
        today=datetime.now(tz=UTC).date(),
    )

    shown = {
        "group": decision.meeting.group,
        "meeting": decision.meeting,
        "decision": decision,
        "dispositions": dispositions_of(decision, reader),
        "corrections": corrections,
        "corrects": corrections_known(reader, moment, by_decision=decision).select_related(
            "decision__meeting"
        ),
        "statements": statements_on(decision, reader, moment),
        "entry": entry,
        "papers": papers if permissions.serves(reader, decision.meeting.group) else (),
        "citation": citation,
        "in_force": in_force,
        "moment": moment,
        "beside": lambda: beside(decision, reader, moment),
        "may_correct": in_force
        and not moment.is_past
        and permissions.may(reader, "correct_decision", decision.meeting.group),
        "may_state": not moment.is_past
        and permissions.may(reader, "make_statement", decision.meeting.group),
    }
    return answer(
        request,
        "decisions/detail.html",
        shown,
        data=lambda: data_of(decision, shown),
    )


def beside(decision: Decision, reader: permissions.Person, moment: Moment) -> "QuerySet[Decision]":
    """The decisions before and after it at its meeting; of the past none: they may be later."""
    if moment.is_past:
        return Decision.objects.none()
    return (
        Decision.objects.visible_to(reader)
        .select_related("meeting")
        .filter(meeting=decision.meeting, number__in=(decision.number - 1, decision.number + 1))
        .order_by("number")
    )


def dispositions_of(decision: Decision, reader: permissions.Person) -> "QuerySet[Any]":
    """With the text of the wording before each, as `before`."""
    wordings = Wording.objects.visible_to(reader)
    before = wordings.filter(
        element=OuterRef("element"), number=OuterRef("wording__number") - 1
    ).values("text")[:1]
    return (
        Disposition.objects.visible_to(reader)
        .filter(decision=decision)
        .select_related("element", "wording", "reconsiders__decision__meeting")
        .annotate(before=before)
        .order_by("position")
    )


def corrections_known(
    reader: permissions.Person, moment: Moment, **of: Decision
) -> "QuerySet[Correction]":
    """of: decision, which they put right, or by_decision, which does so."""
    corrections = Correction.objects.visible_to(reader).filter(known_at(moment), **of)
    return corrections.order_by("place")


def statements_on(
    decision: Decision, reader: permissions.Person, moment: Moment
) -> "QuerySet[Statement]":
    lifts = Lift.objects.visible_to(reader).filter(acts_at(moment))
    return (
        Statement.objects.visible_to(reader)
        .filter(acts_at(moment), decision=decision)
        .select_related("contributor", "source", "meeting", "recorded_by")
        .prefetch_related(Prefetch("lift", lifts))
        .order_by("place")
    )


def refuse_unless_there(decision: Decision, moment: Moment) -> None:
    """NotThere where the decision had not been taken, or recorded, by that moment."""
    if not moment.holds(moment_of(decision), decision.recorded_at):
        raise NotThere(
            _("The record holds no decision %(decision)s as of that moment.")
            % {"decision": decision.reference}
        )


def decision_docx(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    excerpt, name = find_excerpt(request, group, meeting, number)

    return docx_answer(excerpt, name)


def decision_pdf(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    excerpt, name = find_excerpt(request, group, meeting, number)

    return pdf_answer(excerpt, name)


def find_excerpt(
    request: HttpRequest, group: str, meeting: int, number: int
) -> tuple[Excerpt, str]:
    """The excerpt as of the moment asked for, and what its file is called."""
    decision = find_decision(request, group, meeting, number)
    moment = moment_asked(request, decision.meeting.group)
    refuse_unless_there(decision, moment)
    excerpt = excerpt_of(decision, request.user, moment)
    return excerpt, f"{group}-{meeting}-D{number}{moment.suffix}"


def data_of(decision: Decision, shown: dict[str, Any]) -> dict[str, Any]:
    """The page of a decision as data; shown: what the page shows."""
    group = decision.meeting.group
    return {
        "group": group_data(group),
        **decision_data(decision, group.slug),
        **act_data(decision, group),
        **moment_data(shown["moment"]),
        "in_force": shown["in_force"],
        "cite": citation_data(shown["citation"]),
        "dispositions": [
            {
                "element": d.element.reference,
                "text": d.wording.text,
                "wording": d.wording.number,
                "amended": d.wording.decision_id == decision.pk,
                "from": d.from_status,
                "to": d.to_status,
                "reconsiders": d.reconsiders.decision.reference if d.reconsiders else None,
            }
            for d in shown["dispositions"]
        ],
        "corrections": [
            {
                "kind": c.kind,
                "reason": c.reason,
                "by": c.by_decision.reference if c.by_decision else None,
            }
            for c in shown["corrections"]
        ],
        "corrects": [
            {"kind": c.kind, "reason": c.reason, "decision": c.decision.reference}
            for c in shown["corrects"]
        ],
        "statements": [
            {"by": s.contributor.slug, "kind": s.kind, "text": s.text} for s in shown["statements"]
        ],
    }


def decision_correct(request: HttpRequest, group: str, meeting: int, number: int) -> HttpResponse:
    """Put right a clerical error."""
    decision = find_decision(request, group, meeting, number)
    by = actor(request, "correct_decision", decision.meeting.group)
    as_recorded = CorrectForm.as_recorded(decision)
    form = CorrectForm(
        sent_with(request), initial=as_recorded, meeting=decision.meeting, reader=by
    )
    own = {str(number) for number in as_recorded["elements"]}
    choices = choices_of(decision.meeting, by)
    # What it disposed of comes first: the mistake may be there.
    choices.sort(key=lambda choice: str(choice.standing.element.number) not in own)
    return act_page(
        request,
        form,
        lambda: decision_url(correct_decision(decision=decision, by=by, **form.act), group),
        {
            "group": decision.meeting.group,
            "meeting": decision.meeting,
            "decision": decision,
            "choices": choices,
            "chosen": set(sent(form).getlist("elements")) if form.is_bound else own,
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
