"""The surroundings of a record: how they stand in a file, and how in the record."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet

from deliberations.models import (
    AgendaItem,
    Attendance,
    Authorship,
    Contribution,
    Contributor,
    Decision,
    Document,
    Element,
    Heading,
    Look,
    Meeting,
    Qualifier,
    Question,
    Source,
    User,
    WorkingGroup,
)

LOADER = "loader"
"""The user name by which files are loaded."""

type Name = Any
type Values = dict[str, Any]


def name_of(thing: Any) -> Name:
    """How a file refers to a thing of the record; any other value is itself."""
    match thing:
        case Source():
            return thing.key
        case Question() | Meeting():
            return thing.number
        case Contributor():
            return thing.slug
        case Contribution():
            return thing.title
        case Heading():
            return thing.name
        case Qualifier():
            return thing.phrase
        case Element() | Decision():
            return thing.reference
        case Document():
            return (thing.title, thing.dated)
    return thing


@dataclass(frozen=True)
class Table:
    """How things of the surroundings stand in a file. columns: {name in the file: field}.

    identity: the fields by which a thing in the file is found in the record. group: the path from
    the model to its group.
    """

    model: type[models.Model]
    identity: tuple[str, ...]
    columns: dict[str, str]
    group: str = "group"

    def rows(self, group: WorkingGroup) -> "QuerySet[Any]":
        joined = [
            field.name
            for field in self.model._meta.fields
            if field.is_relation and field.name in {*self.columns.values(), *self.identity}
        ]
        found = self.model._default_manager.filter(**{self.group: group}).order_by("pk")
        return found.select_related(*joined) if joined else found

    def formerly(self, group: WorkingGroup, identity: Values) -> Any | None:
        """The newest thing that the history says had once that identity: its pk; None if none."""
        own = {"group": group} if self.group == "group" else {}
        events = self.events().filter(**own, **identity).order_by("-pgh_id")
        return events.values_list("pgh_obj_id", flat=True).first()

    def once_said(self, row: Any, field: str, value: Any) -> bool:
        """Whether the history has the row with that value."""
        return bool(self.events().filter(pgh_obj_id=row.pk, **{field: value}).exists())

    def left_as_loaded(self, row: Any, field: str) -> bool:
        """Whether a field is still as a load left it: nobody has edited it since."""
        loader = User.objects.filter(username=LOADER).values_list("pk", flat=True).first()
        loaded = self.events().filter(pgh_obj_id=row.pk, pgh_context__by=loader)
        event = loaded.order_by("-pgh_id").first()
        column = row._meta.get_field(field).attname
        return event is not None and getattr(event, column) == getattr(row, column)

    def events(self) -> "QuerySet[Any]":
        events: Any = self.model._meta.get_field("events").related_model
        found: QuerySet[Any] = events._default_manager.all()
        return found

    def name(self, row: Any) -> Name:
        names = tuple(name_of(getattr(row, field)) for field in self.identity)
        return names[0] if len(names) == 1 else names

    def values(self, row: Any) -> Values:
        return {name: name_of(getattr(row, field)) for name, field in self.columns.items()}


# What describes a thing: a later file can better it where nobody edited it in the record. All else
# says what the thing is.
DETAILS = frozenset(
    {
        "affiliation",
        "author",
        "chair",
        "closing",
        "country",
        "introduction",
        "letterhead",
        "mandate",
        "note",
        "place",
        "set_up_by",
        "short_name",
        "source",
        "stakeholder_group",
        "title",
        "url",
    }
)


def same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


SOURCES = Table(Source, ("key",), same("title", "author", "dated", "url", "note"))
QUALIFIERS = Table(Qualifier, ("phrase",), {})
QUESTIONS = Table(Question, ("number",), same("text", "source"))
HEADINGS = Table(Heading, ("question", "name"), {}, group="question__group")
MEETINGS = Table(
    Meeting,
    ("number",),
    {
        "first_day": "starts_on",
        "last_day": "ends_on",
        "place": "place_name",
        **same("chair", "time_zone", "note", "source"),
    },
)
AGENDA = Table(
    AgendaItem,
    ("meeting", "position"),
    same("title", "question", "element", "ending", "carried_to", "note", "source"),
    group="meeting__group",
)
CONTRIBUTORS = Table(
    Contributor,
    ("slug",),
    same(
        "name",
        "short_name",
        "kind",
        "stakeholder_group",
        "country",
        "affiliation",
        "note",
        "source",
    ),
)
CONTRIBUTIONS = Table(
    Contribution, ("title",), same("question", "meeting", "dated", "url", "note", "source")
)
AUTHORSHIPS = Table(Authorship, ("contribution", "contributor"), {}, group="contribution__group")
DOCUMENTS = Table(
    Document,
    ("title", "dated"),
    {
        **same("kind", "author", "meeting", "letterhead", "introduction", "closing"),
        **same("url", "sha256", "note", "source"),
    },
)
ATTENDANCES = Table(Attendance, ("meeting", "contributor"), {}, group="meeting__group")
LOOKS = Table(Look, ("finding",), {})
# Their source is that of their first wording.
ELEMENTS = Table(Element, ("number",), same("question", "heading"))
GROUPS = Table(
    WorkingGroup,
    ("slug",),
    {
        **same("short_name", "name", "mandate", "time_zone", "source"),
        **same("sentence_agreed", "sentence_deferred"),
        **same("sentence_not_discussed", "sentence_rejected"),
        "set_up_by": "parent",
    },
)
SURROUNDINGS = (
    SOURCES,
    QUALIFIERS,
    QUESTIONS,
    HEADINGS,
    MEETINGS,
    AGENDA,
    CONTRIBUTORS,
    CONTRIBUTIONS,
    AUTHORSHIPS,
    DOCUMENTS,
)
