"""Acts on statements."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from deliberations.data import decision_url
from deliberations.forms.statements import LiftForm, StatementForm
from deliberations.models import Statement
from deliberations.operations import lift_statement, make_statement
from deliberations.views.acts import act_page, sent_with
from deliberations.views.elements import element_address
from deliberations.views.finding import NotThere, actor, find_decision, find_group
from deliberations.views.proposals import on_element, standing_to_act_on


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
