"""The acts on an element that are no decisions: it is proposed, reworded, withdrawn."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations.forms.elements import (
    WHEN_AND_WHERE,
    ProposeForm,
    RewordForm,
    SecondForm,
    WithdrawForm,
)
from deliberations.models import Standing
from deliberations.operations import (
    Proposer,
    add_proposal,
    propose_element,
    reword_element,
    withdraw_element,
)
from deliberations.readings.elements import standing_of
from deliberations.views.acts import act_page, sent_with
from deliberations.views.elements import element_address
from deliberations.views.finding import NotThere, actor, find_element, find_group

ALIKE = ("question", "heading", "proposed_by", "contributor", *WHEN_AND_WHERE)
"""What the next of several elements, entered one after the other, begins with."""


def element_propose(request: HttpRequest, group: str) -> HttpResponse:
    working_group = find_group(request, group)
    by = actor(request, "propose_element", working_group)
    last = {name: request.GET[name] for name in ALIKE if name in request.GET}
    form = ProposeForm(sent_with(request), group=working_group, reader=by, initial=last)
    if last:
        form.fields["text"].widget.attrs["autofocus"] = True
    context = {
        "group": working_group,
        "title": _("Enter a proposed element"),
        "button": _("Enter it"),
        "button_again": _("Enter it, then another"),
        "back": reverse("element_list", kwargs={"group": group}),
    }

    def act() -> str:
        given = form.act
        proposed_by, contributor = given.pop("proposed_by"), given.pop("contributor")
        proposers = () if proposed_by == "unknown" else (Proposer(contributor=contributor),)
        element = propose_element(group=working_group, proposers=proposers, by=by, **given)
        context["done"] = _("%(element)s is entered in the record.") % {"element": element}
        if "again" in request.POST:
            alike = {name: request.POST[name] for name in ALIKE if request.POST.get(name)}
            return f"{request.path}?{urlencode(alike)}"
        return element_address(working_group, element.number)

    return act_page(request, form, act, context)


def element_reword(request: HttpRequest, group: str, number: int) -> HttpResponse:
    standing, by = standing_to_act_on(request, group, number, "reword_element")
    element = standing.element
    form = RewordForm(
        sent_with(request),
        initial={"text": standing.wording.text, "seen_wording": standing.wording.number},
        group=element.group,
        reader=by,
    )
    return act_page(
        request,
        form,
        lambda: address_after(reword_element(element=element, by=by, **form.act)),
        {
            **on_element(standing),
            "title": _("Reword %(element)s") % {"element": element},
            "explanation": _("The element is then proposed again. Earlier wordings stay."),
            "button": _("Enter the new wording"),
        },
    )


def element_withdraw(request: HttpRequest, group: str, number: int) -> HttpResponse:
    standing, by = standing_to_act_on(request, group, number, "withdraw_element")
    form = WithdrawForm(sent_with(request), group=standing.element.group, reader=by)
    return act_page(
        request,
        form,
        lambda: address_after(withdraw_element(element=standing.element, by=by, **form.act)),
        {
            **on_element(standing),
            "title": _("Enter the withdrawal of %(element)s") % {"element": standing.element},
            "explanation": _("The proposer’s act. The element stays in the record, withdrawn."),
            "button": _("Enter the withdrawal"),
        },
    )


def element_second(request: HttpRequest, group: str, number: int) -> HttpResponse:
    standing, by = standing_to_act_on(request, group, number, "add_proposal")
    form = SecondForm(sent_with(request), group=standing.element.group, reader=by)
    return act_page(
        request,
        form,
        lambda: address_after(add_proposal(element=standing.element, by=by, **form.act)),
        {
            **on_element(standing),
            "title": _("Enter a further proposal of %(element)s") % {"element": standing.element},
            "explanation": _(
                "Another contributor puts it forward too. A withdrawn element is "
                "thereby proposed again."
            ),
            "button": _("Enter the proposal"),
        },
    )


def standing_to_act_on(
    request: HttpRequest, group: str, number: int, act: str
) -> tuple[Standing, Any]:
    element = find_element(request, group, number)
    by = actor(request, act, element.group)
    standing = standing_of(group, number, reader=by)
    if standing is None:
        raise NotThere(_("The group has no element E%(number)d.") % {"number": number})
    return standing, by


def on_element(standing: Standing) -> dict[str, Any]:
    element = standing.element
    return {
        "group": element.group,
        "standing": standing,
        "back": element_address(element.group, element.number),
    }


def address_after(act: Any) -> str:
    return element_address(act.element.group, act.element.number)
