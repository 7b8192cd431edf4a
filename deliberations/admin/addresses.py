"""Where a thing is shown in the record itself, for the links out of the admin."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.urls import reverse

from deliberations.admin.reach import group_of


def element(thing: Any) -> tuple[str, dict[str, Any]]:
    return "element_detail", {"number": thing.number}


def of_element(thing: Any) -> tuple[str, dict[str, Any]]:
    return element(thing.element)


def meeting(thing: Any) -> tuple[str, dict[str, Any]]:
    return "meeting_detail", {"meeting": thing.number}


def decision(thing: Any) -> tuple[str, dict[str, Any]]:
    return "decision_detail", {"meeting": thing.meeting.number, "number": thing.number}


def of_decision(thing: Any) -> tuple[str, dict[str, Any]]:
    return decision(thing.decision)


def statement(thing: Any) -> tuple[str, dict[str, Any]]:
    return of_element(thing) if thing.element else of_decision(thing)


def lift(thing: Any) -> tuple[str, dict[str, Any]]:
    return statement(thing.statement)


def contributor(thing: Any) -> tuple[str, dict[str, Any]]:
    return "contributor_detail", {"slug": thing.slug}


def list_of(name: str) -> Callable[[Any], tuple[str, dict[str, Any]]]:
    return lambda _thing: (name, {})


PAGES: dict[str, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    "workinggroup": list_of("record"),
    "question": list_of("record"),
    "meeting": meeting,
    "contributor": contributor,
    "contribution": list_of("document_list"),
    "document": list_of("document_list"),
    "element": element,
    "wording": of_element,
    "proposal": of_element,
    "withdrawal": of_element,
    "decision": decision,
    "disposition": of_decision,
    "correction": of_decision,
    "statement": statement,
    "lift": lift,
}


def address_in_record(thing: Model) -> str | None:
    """The address of the page that shows a thing; None where none does."""
    group = group_of(thing)
    page = PAGES.get(thing._meta.model_name or "")
    if group is None or page is None:
        return None
    name, arguments = page(thing)
    return reverse(name, kwargs={"group": group.slug, **arguments})
