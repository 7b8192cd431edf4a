"""Statements: all that was said, and the acts on one."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.data import decision_url, group_data, moment_data
from deliberations.forms.statements import LiftForm, StatementForm, StatementsForm
from deliberations.models import Lift, Statement, StatementKind, WorkingGroup
from deliberations.operations import lift_statement, make_statement
from deliberations.readings.moments import Moment, acts_at
from deliberations.views.acts import act_page, sent_with
from deliberations.views.answers import answer
from deliberations.views.elements import element_address
from deliberations.views.finding import NotThere, actor, find_decision, find_group
from deliberations.views.parameters import checked, moment_asked, page_of
from deliberations.views.proposals import on_element, standing_to_act_on

PAGE = 50


def statement_list(request: HttpRequest, group: str) -> HttpResponse:
    """What was said of elements and decisions, the latest first; `kind=` of one kind."""
    working_group = find_group(request, group)
    moment = moment_asked(request, working_group)
    kind = checked(StatementsForm(request.GET)).cleaned_data["kind"]
    all_said = statements_of(working_group, request.user, moment)
    of_kind = dict(all_said.order_by().values_list("kind").annotate(Count("pk")))
    page = page_of(request, all_said.filter(kind=kind) if kind else all_said, PAGE)

    return answer(
        request,
        "statements/list.html",
        {
            "group": working_group,
            "section": "record",
            "moment": moment,
            "kind": kind,
            "kinds": [(k.value, k.label, of_kind.get(k.value, 0)) for k in StatementKind],
            "total": sum(of_kind.values()),
            "page": page,
        },
        data=lambda: {
            "group": group_data(working_group),
            **moment_data(moment),
            "total": page.paginator.count,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "statements": [
                {
                    "by": said.contributor.slug,
                    "kind": said.kind,
                    "text": said.text,
                    "element": said.element.reference if said.element else None,
                    "decision": said.decision.reference if said.decision else None,
                    "lifted": hasattr(said, "lift"),
                }
                for said in page
            ],
        },
    )


def statements_of(
    group: WorkingGroup, reader: permissions.Person, moment: Moment
) -> QuerySet[Statement]:
    """What had been said by then, each with what had lifted it."""
    lifts = Lift.objects.visible_to(reader).filter(acts_at(moment))
    return (
        Statement.objects.visible_to(reader)
        .filter(acts_at(moment), contributor__group=group)
        .select_related("contributor", "element", "decision__meeting", "meeting", "source")
        .prefetch_related(Prefetch("lift", lifts.select_related("meeting")))
        .order_by("-place")
    )


def statement_on_element(request: HttpRequest, group: str, number: int) -> HttpResponse:
    standing, by = standing_to_act_on(request, group, number, "make_statement")
    element = standing.element
    form = StatementForm(sent_with(request), group=element.group, reader=by)

    def act() -> str:
        make_statement(element=element, by=by, **form.act)
        return element_address(element.group, element.number)

    return act_page(
        request,
        form,
        act,
        {
            **on_element(standing),
            "title": _("Enter a statement on %(element)s") % {"element": element},
            "explanation": explanation(),
            "button": _("Enter the statement"),
        },
    )


def statement_on_decision(
    request: HttpRequest, group: str, meeting: int, number: int
) -> HttpResponse:
    decision = find_decision(request, group, meeting, number)
    by = actor(request, "make_statement", decision.meeting.group)
    form = StatementForm(sent_with(request), group=decision.meeting.group, reader=by)

    def act() -> str:
        make_statement(decision=decision, by=by, **form.act)
        return decision_url(decision, group)

    return act_page(
        request,
        form,
        act,
        {
            "group": decision.meeting.group,
            "title": _("Enter a statement on %(decision)s") % {"decision": decision.reference},
            "explanation": explanation(),
            "quote": decision.sentence,
            "button": _("Enter the statement"),
            "back": decision_url(decision, group),
        },
    )


def explanation() -> str:
    return _("It is its author’s reading and changes no status.")


def statement_lift(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """number: the statement's own."""
    working_group = find_group(request, group)
    by = actor(request, "lift_statement", working_group)
    statement = (
        Statement.objects.visible_to(by)
        .select_related("contributor__group", "element__group", "decision__meeting")
        .filter(pk=number, contributor__group=working_group)
        .first()
    )
    if statement is None:
        raise NotThere(_("There is no such statement."))
    form = LiftForm(sent_with(request), group=working_group, reader=by)
    back = address_of(statement, group)

    def act() -> str:
        lift_statement(statement=statement, by=by, **form.act)
        return back

    return act_page(
        request,
        form,
        act,
        {
            "group": working_group,
            "title": _("Enter that it is lifted"),
            "explanation": f"{statement.get_kind_display()}: {statement.contributor}",
            "quote": statement.text,
            "button": _("Enter it"),
            "back": back,
        },
    )


def address_of(statement: Any, group: str) -> str:
    if statement.element is not None:
        return element_address(statement.element.group, statement.element.number)
    return decision_url(statement.decision, group)
