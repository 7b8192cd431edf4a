"""The triggers that keep the tallies (deliberations.models.tallies)."""

import pgtrigger

from deliberations.models.rules import ModelClass, Unignorable


def telling(function: str, stays: str) -> str:
    """SQL that hands the stays to the function, at once."""
    columns = (
        "k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from,"
        " k.at_to, k.known_from, k.known_to"
    )
    return f"""
        PERFORM deliberations_{function}(array_agg(ROW({columns})::deliberations_stay))
            FROM {stays};
    """


class Counts(Unignorable):
    """After a statement on the stays, the tallies count what it made, no longer what it ended."""

    when = pgtrigger.After
    level = pgtrigger.Statement

    def __init__(self, name: str, operation: pgtrigger.Operation) -> None:
        old = None if operation == pgtrigger.Insert else "gone"
        new = None if operation == pgtrigger.Delete else "come"
        self.gone, self.come = old, new
        super().__init__(
            name=name, operation=operation, referencing=pgtrigger.Referencing(old=old, new=new)
        )

    def get_func(self, model: ModelClass) -> str:
        less = telling("count_less", f"{self.gone} k") if self.gone else ""
        more = telling("count_more", f"{self.come} k") if self.come else ""
        return f"{less} {more} RETURN NULL;"


class CountsAnew(Unignorable):
    """What is counted of an element is so by its question and heading: no longer by those it had
    (before), by those it got (after)."""

    operation = pgtrigger.Update

    def __init__(self, name: str, *, when: pgtrigger.When) -> None:
        super().__init__(
            name=name, when=when, condition=pgtrigger.AnyChange("question", "heading")
        )

    def get_func(self, model: ModelClass) -> str:
        function = "count_less" if self.when == pgtrigger.Before else "count_more"
        return f"""
            {telling(function, "deliberations_stay k WHERE k.element_id = NEW.id")}
            RETURN NEW;
        """
