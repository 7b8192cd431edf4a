"""What comparing a file with the record yields: steps still to be done, problems, notices."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext as _

from deliberations.record_file.held import Held, NotThere
from deliberations.record_file.places import Place, quoted
from deliberations.record_file.tables import DETAILS, Table, Values

type What = type[models.Model] | Literal["detail", "move", "part"]
"""Of what a step makes one; or it betters a detail, moves a meeting on, is part of another."""


@dataclass(frozen=True)
class Step:
    """One thing to do. number: of how many such things."""

    place: Place
    what: What
    do: Callable[[], object]
    number: int = 1


@dataclass
class Comparison:
    """A part of a file against what the record holds.

    writer: makes what is missing; has a method for each act. kept: sentences about what was
    edited or removed in the record since, and stays so. What contradicts: place.problems.
    """

    content: Values
    held: Held
    writer: Any
    place: Place
    kept: list[str]

    def compare_thing(
        self, table: Table, row: Any, values: Values, place: Place
    ) -> Iterator[Step]:
        """Where the file says something else of a thing: who moved on, the record or the file?

        The record, if it once said what the file says, or if someone edited that detail: it stays.
        The file, if the detail is still as it was loaded: it is edited. Else they contradict.
        """
        for name, recorded in table.values(row).items():
            if values[name] == recorded:
                continue
            field = table.columns[name]
            if self.once_said(table, row, field, values[name], values):
                self.keep(recorded, values[name], place / name)
            elif name not in DETAILS:
                self.contradiction(recorded, place / name)
            elif table.left_as_loaded(row, field):
                do = partial(self.writer.edit, table, row, field, values[name], values)
                yield Step(place / name, "detail", do)
            else:
                self.keep(recorded, values[name], place / name)

    def once_said(self, table: Table, row: Any, field: str, value: Any, beside: Values) -> bool:
        try:
            value = self.held.there(table.model, field, value, beside)
        except NotThere:
            return False
        return table.once_said(row, field, value)

    def keep(self, recorded: Any, value: Any, place: Place) -> None:
        """Tell what stays as it is, unless the file says nothing there."""
        if shown(value) != _("nothing"):
            self.kept.append(
                _("%(place)s: changed in the record since, to %(value)s.")
                % {"place": place, "value": shown(recorded)}
            )

    def contradiction(self, recorded: Any, place: Place) -> None:
        place.wrong(
            _("contradicts the record, which has %(recorded)s.") % {"recorded": shown(recorded)}
        )

    def zone(self, meeting: int | None) -> ZoneInfo:
        """The time zone of a meeting of the file; without one, that of the group."""
        name: str = self.content["group"]["time_zone"]
        for one in self.content["meetings"]:
            if one["number"] == meeting:
                name = one["time_zone"] or name
        return ZoneInfo(name)


def shown(value: Any) -> str:
    """A value of the record in a message."""
    if value is None or value in ("", ()):
        return _("nothing")
    if isinstance(value, tuple):
        return quoted(", ".join(map(str, value)))
    return quoted(str(value))
