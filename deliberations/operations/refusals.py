"""Refusals: exceptions whose text is a sentence for the person at the form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from deliberations.models import REFUSALS, Draft, broken_rule


class Refused(Exception):
    """The record refuses an act; `str()` is a sentence that says why and what to do."""


class NotAllowed(Refused):
    """The person may not do that."""


class MeetingNotInSession(Refused):
    """A meeting decides only in session."""


class NothingChosen(Refused):
    """An act on elements needs at least one."""


class ElementsChanged(Refused):
    """Elements changed since the person looked at them (409).

    changed: sentences, one for each element.
    """

    def __init__(self, changed: list[str]) -> None:
        self.changed = changed
        super().__init__(" ".join(changed))


class AgendaChanged(Refused):
    """Items were added or removed since the person looked at the agenda (409)."""


class ReconsidersUnsaid(Refused):
    """Elements are already decided, and the act does not say that it reconsiders."""


class DraftChanged(Refused):
    """Somebody else keeps the draft, or it was saved elsewhere since (409). draft: as it is."""

    def __init__(self, draft: Draft, sentence: str) -> None:
        self.draft = draft
        super().__init__(sentence)


class NothingThere(Refused):
    """What the act is about is gone meanwhile."""


class IntentionTaken(Refused):
    """The same form was sent before with another content."""


class RuleBroken(Refused):
    """A rule of the database refused; rule is its name."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        super().__init__(str(REFUSALS.get(rule) or sentence_of(rule)))


class StillReferredTo(Refused):
    """Something else refers to what should go."""

    def __init__(self) -> None:
        super().__init__(_("The record or its surroundings refer to that; it stays."))


def sentence_of(constraint: str) -> str:
    """A sentence for a constraint that has none of its own: their names are sentences."""
    if not constraint:
        return _("The record refuses that.")
    return _("The record refuses that: %(rule)s.") % {"rule": constraint.replace("_", " ")}


@contextmanager
def rules_as_refusals() -> Iterator[None]:
    """Turn the database's refusal into one with a sentence."""
    try:
        yield
    except ProtectedError as error:
        raise StillReferredTo from error
    except IntegrityError as error:
        raise RuleBroken(broken_rule(error)) from error
