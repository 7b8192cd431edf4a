"""What comparing a file with the record yields: steps still to be done, problems, notices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext as _

from deliberations.record_file.held import Held, NotThere
from deliberations.record_file.places import Place, quoted
from deliberations.record_file.tables import Table, Values


@dataclass(frozen=True)
class Step:
    """One thing to do. what: the model of which it makes one; None if it makes nothing."""

    place: Place
    what: type[models.Model] | None
    do: Callable[[], object]


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

    def compare_thing(self, table: Table, row: Any, values: Values, place: Place) -> None:
        for name, value in table.values(row).items():
            if values[name] == value:
                continue
            if self.once_said(table, row, name, values):
                self.kept.append(
                    _("%(place)s: changed in the record since, to %(value)s.")
                    % {"place": place / name, "value": shown(value)}
                )
            else:
                self.contradiction(value, place / name)

    def once_said(self, table: Table, row: Any, name: str, values: Values) -> bool:
        field = table.columns[name]
        try:
            value = self.held.there(table.model, field, values[name], values)
        except NotThere:
            return False
        return table.once_said(row, field, value)

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
