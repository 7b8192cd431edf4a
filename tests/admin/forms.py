"""Filling in the admin's forms as a browser does: everything that is there, then the changes."""

from typing import Any

from django.forms import BaseForm
from django.urls import reverse


def page(thing_or_model: Any, kind: str) -> str:
    """The address of an admin page: of a model (changelist, add) or of a thing (change, …)."""
    name = f"admin:deliberations_{thing_or_model._meta.model_name}_{kind}"
    return (
        reverse(name) if kind in ("changelist", "add") else reverse(name, args=[thing_or_model.pk])
    )


def send(client, address: str, **changes: Any):
    """POST the form at the address with these changes; the answer."""
    return client.post(address, filled_in(client.get(address).context, changes))


def filled_in(context: Any, changes: dict[str, Any]) -> dict[str, Any]:
    data = values_of(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        for form in (inline.formset.management_form, *inline.formset.forms):
            data |= values_of(form)
    return data | changes


def values_of(form: BaseForm) -> dict[str, Any]:
    values = {bound.html_name: bound.value() for bound in form}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def sentences(response) -> list[str]:
    """What the form says is wrong, of the whole, of its fields and of its rows."""
    form = response.context["adminform"].form
    said = [error for errors in form.errors.values() for error in errors]
    for inline in response.context["inline_admin_formsets"]:
        said += inline.formset.non_form_errors()
        said += [e for row in inline.formset.errors for errors in row.values() for e in errors]
    return said
