"""Making the surroundings that a record file has and the record has not, by the operations."""

from collections.abc import Sequence
from typing import Any

from django.db import models

from deliberations import operations
from deliberations.models import (
    AgendaItem,
    Contribution,
    Contributor,
    Decision,
    Disposition,
    Element,
    Meeting,
    Membership,
    Source,
    Statement,
    User,
    Wording,
    WorkingGroup,
)
from deliberations.permissions import Role
from deliberations.readings.checks import ABOUT
from deliberations.record_file.files import Files
from deliberations.record_file.held import Held, not_there
from deliberations.record_file.tables import Name, Table, Values


class Maker:
    """Makes what of the surroundings is missing, as the loader.

    files: gives the bytes of the files that the record file names.
    """

    user: User

    def __init__(self, held: Held, files: Files) -> None:
        self.held, self.files = held, files

    @property
    def group(self) -> WorkingGroup:
        return self.held.group

    def join(self) -> None:
        """Let the loader act in the group."""
        if self.group.pk not in self.user.roles:
            operations.edit_people(
                thing=Membership(user=self.user, group=self.group, role=Role.SECRETARIAT),
                by=self.user,
            )
            self.user = User.objects.get(pk=self.user.pk)  # with the new role

    def make(self, table: Table, name: Name, values: Values) -> None:
        """Make a thing of the surroundings, named as in the file."""
        fields = self.held.identity(table, name) | {
            field: self.held.there(table.model, field, values[key], values)
            for key, field in table.columns.items()
        }
        if "position" in values:
            fields["position"] = values["position"]
        self.held.things[table.model][name] = self.made(table, fields, values)

    def made(self, table: Table, fields: Values, values: Values) -> Any:
        """By its operation, where it has one of its own."""
        by, group = self.user, self.group
        if table.model is WorkingGroup:
            return self.found(fields)
        if table.model is Meeting:
            return operations.convene_meeting(group=group, by=by, **fields)
        if table.model is Contributor:
            return operations.register_contributor(group=group, by=by, **fields)
        if table.model is Contribution:
            authors = [self.named(Contributor, key) for key in values["authors"]]
            return operations.file_contribution(group=group, authors=authors, by=by, **fields)
        if table.group == "group":
            fields["group"] = group
        return operations.edit_surroundings(thing=table.model(**fields), by=by, group=group)

    def found(self, fields: Values) -> WorkingGroup:
        self.held.group = WorkingGroup(**fields)
        operations.edit_surroundings(thing=self.group, by=self.user, group=None)
        self.join()
        return self.group

    def edit(self, table: Table, row: Any, field: str, value: Any, beside: Values) -> None:
        """Better a detail of the surroundings, as the file has it by now."""
        setattr(row, field, self.held.there(table.model, field, value, beside))
        operations.edit_surroundings(thing=row, by=self.user, group=self.group, fields=[field])

    def source_of_group(self, content: Values) -> None:
        self.group.source = self.named(Source, content["group"]["source"])
        operations.edit_surroundings(thing=self.group, by=self.user, group=self.group)

    def move_meeting(self, number: int, move: str) -> None:
        things = self.held.things[Meeting]
        things[number] = getattr(operations, move)(meeting=things[number], by=self.user)

    # ---- what an archive has beside

    def file(self, named: Values) -> bytes:
        """What is named was there when the record file was read."""
        return self.files.read(named["file"]) or b""

    def import_document(self, values: Values) -> None:
        operations.import_document(
            meeting=self.named(Meeting, values["meeting"]),
            name=values["name"],
            kind=values["kind"],
            content=self.file(values["content"]),
            text=self.file(values["text"]).decode(),
            remarks=values["remarks"],
            passages=values["passages"],
            set_aside=values["set_aside"],
            source=self.named(Source, values["source"]),
            by=self.user,
        )

    def note_attendance(self, number: int, present: Sequence[str]) -> None:
        """These too, beside those who are noted already."""
        meeting = self.held.things[Meeting][number]
        there = [attendance.contributor for attendance in meeting.attendances.all()]
        further = [self.named(Contributor, slug) for slug in present]
        operations.note_attendance(meeting=meeting, present=there + further, by=self.user)

    def take_up(self, number: int, position: int) -> None:
        item = self.named(AgendaItem, (number, position))
        meeting = self.held.things[Meeting][number]
        self.held.things[Meeting][number] = operations.take_up(
            meeting=meeting, item=item, by=self.user
        )

    def mark_looked_at(self, look: Values) -> None:
        operations.mark_looked_at(
            group=self.group, finding=self.finding(look), reason=look["reason"], by=self.user
        )

    def finding(self, look: Values) -> str:
        """The key of the finding that a file names; raises NotThere."""
        found = [self.looked_at(ABOUT[look["check"]], name) for name in look["of"]]
        return "-".join([look["check"], *(str(row.pk) for row in found)])

    def looked_at(self, model: type[models.Model], name: str) -> Any:
        """A row by the name that a look has for it; raises NotThere."""
        head, _sign, tail = name.replace(" ", "|").partition("|")
        element, _slash, number = name.partition("/")
        if model is Decision:
            return self.named(Decision, name)
        if model is Wording and number.isdecimal():
            return self.only(self.named(Element, element).wordings, name, number=number)
        if model is Disposition:
            of = {"element": self.named(Element, head), "decision": self.named(Decision, tail)}
            return self.only(Disposition.objects, name, **of)
        if model is AgendaItem:
            meeting, _dot, position = name.partition(".")
            if meeting.isdecimal() and position.isdecimal():
                return self.named(AgendaItem, (int(meeting), int(position)))
        if model is Statement:
            for statement in self.held.statements.get(self.held.said.get(name), ()):
                return statement
        raise not_there(name)

    def only(self, rows: Any, name: str, **condition: Any) -> Any:
        found = rows.filter(**condition).first()
        if found is None:
            raise not_there(name)
        return found

    def named[Thing: models.Model](self, model: type[Thing], name: Name) -> Any:
        return None if name is None else self.held.named(model, name)
