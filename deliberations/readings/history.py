"""The history as people read it: entries with their changes, old → new, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.models import Entry, WorkingGroup

# What an act was, for those who read the history.
ACT_WORDS = {
    "convene_meeting": gettext_lazy("convened a meeting"),
    "open_meeting": gettext_lazy("opened a meeting"),
    "close_meeting": gettext_lazy("closed a meeting"),
    "adjourn_meeting": gettext_lazy("adjourned a meeting"),
    "publish_meeting": gettext_lazy("published a meeting"),
    "arrange_agenda": gettext_lazy("arranged the agenda"),
    "take_up": gettext_lazy("took up an item of the agenda"),
    "note_attendance": gettext_lazy("noted who was present"),
    "register_contributor": gettext_lazy("registered a contributor"),
    "import_contributors": gettext_lazy("imported contributors"),
    "file_contribution": gettext_lazy("filed a contribution"),
    "propose_element": gettext_lazy("entered a proposed element"),
    "add_proposal": gettext_lazy("entered a proposal"),
    "reword_element": gettext_lazy("entered a rewording"),
    "withdraw_element": gettext_lazy("entered a withdrawal"),
    "save_draft": gettext_lazy("began a draft"),
    "take_over_draft": gettext_lazy("took over a draft"),
    "show_draft": gettext_lazy("showed or hid a draft on the screen"),
    "discard_draft": gettext_lazy("discarded a draft"),
    "issue_document": gettext_lazy("issued a document"),
    "adopt_style": gettext_lazy("adopted a house style"),
    "take_over_issue": gettext_lazy("took over an issued document"),
    "import_document": gettext_lazy("brought in a document"),
    "set_passage_aside": gettext_lazy("set a passage of a document aside, or took it up again"),
    "record_decision": gettext_lazy("recorded a decision"),
    "correct_decision": gettext_lazy("corrected a decision"),
    "annul_decision": gettext_lazy("annulled a decision"),
    "put_right": gettext_lazy("put a slip right"),
    "make_statement": gettext_lazy("entered a statement"),
    "lift_statement": gettext_lazy("entered that a statement is lifted"),
    "mark_looked_at": gettext_lazy("looked at a finding"),
    "look_again": gettext_lazy("took back that a finding was looked at"),
    "edit_surroundings": gettext_lazy("edited the surroundings"),
    "found_group": gettext_lazy("founded the group"),
    "manage_people": gettext_lazy("managed people"),
    "change_password": gettext_lazy("changed their password"),
}

LABEL_WORDS = {
    "insert": gettext_lazy("entered"),
    "update": gettext_lazy("changed"),
    "delete": gettext_lazy("deleted"),
}


@dataclass
class Change:
    """One field of an entry, in words; old is None where there was nothing before."""

    name: str
    old: str | None
    new: str | None


@dataclass
class Line:
    """An entry in words. href: the thing's own page, "" where it has none."""

    entry: Entry
    thing: str
    act: str
    who: str
    reason: str
    changes: list[Change]


@dataclass
class ActLines:
    """What one act wrote, as far as it is on the page: its first line, and the others."""

    first: Line
    others: list[Line]


def by_act(lines: list[Line]) -> list[ActLines]:
    """Neighbouring lines of one act together. The first that an act writes is what it is about."""
    acts = []
    for _act, members in groupby(lines, key=lambda line: line.entry.act_id or line.entry.pk):
        written = sorted(members, key=lambda line: line.entry.pk)
        acts.append(ActLines(written[0], written[1:]))
    return acts


def entries_of(group: WorkingGroup, *, reader: permissions.Person) -> models.QuerySet[Entry]:
    """The entries about a group that the reader sees, latest first.

    Standings are left out: they follow from the acts, which are there.
    """
    return (
        Entry.objects.visible_to(reader)
        .filter(group=group)
        .exclude(noun="standing")
        .order_by("-id")
    )


def in_words(
    entries: Iterable[Entry], *, reader: permissions.Person, names_shown: bool
) -> list[Line]:
    """Entries as lines; what they refer to is looked up for all at once, in one query."""
    entries = list(entries)
    names = names_of(referred(entries), reader)
    return [
        Line(
            entry=entry,
            thing=thing_of(entry, names),
            act=act_of(entry),
            who=who_of(entry, names_shown=names_shown),
            reason=(entry.context or {}).get("reason", ""),
            changes=changes_of(entry, names),
        )
        for entry in entries
    ]


def named(entry: Entry, *, names_shown: bool) -> Line:
    """An entry as a line that names neither its thing nor its changes: without a query."""
    reason = (entry.context or {}).get("reason", "")
    who = who_of(entry, names_shown=names_shown)
    return Line(entry, thing_of(entry, {}), act_of(entry), who, reason, changes=[])


def noun_of(model: Any) -> str:
    return str(model._meta.model_name)


def model_of(noun: str) -> type[models.Model]:
    return apps.get_model("deliberations", noun)


def act_of(entry: Entry) -> str:
    if entry.context is None:
        return _("changed outside the application")
    name = entry.context.get("act", "")
    return str(ACT_WORDS.get(name, name))


def who_of(entry: Entry, *, names_shown: bool) -> str:
    """The person for those of the group, the role for everybody else."""
    if entry.context is None:
        return _("database user “%(user)s”") % {"user": entry.session_user}
    if names_shown:
        return str(entry.context.get("name", ""))
    roles = {
        "secretariat": _("the secretariat"),
        "admin": _("an admin"),
        "delegate": _("a delegate"),
    }
    return roles.get(entry.context.get("role", ""), "")


def thing_of(entry: Entry, names: dict[tuple[str, int], str]) -> str:
    noun = str(model_of(entry.noun)._meta.verbose_name)
    name = names.get((entry.noun, entry.object_id), "")
    return f"{noun} {name}".strip()


def changes_of(entry: Entry, names: dict[tuple[str, int], str]) -> list[Change]:
    """The fields that changed, or all that are filled where the row is new or gone."""
    old, new = entry.old or {}, entry.new
    if entry.label == "insert":
        old = dict.fromkeys(new)
    elif entry.label == "delete":
        old, new = new, dict.fromkeys(new)
    fields = {str(f.column): f for f in model_of(entry.noun)._meta.fields}
    return [
        Change(
            name=str(fields[column].verbose_name),
            old=value_of(fields[column], old.get(column), names),
            new=value_of(fields[column], new.get(column), names),
        )
        for column in fields
        if column in new
        and shown(column)
        and old.get(column) != new.get(column)
        and not (column in HIDING and hides(column, old, new, names))
    ]


HIDING = {"takes_up_id": "agendaitem", "style_id": "style"}
"""What a meeting takes up, in what style a document was made: of which the reader may not see all.
"""


def hides(
    column: str, old: dict[str, Any], new: dict[str, Any], names: dict[tuple[str, int], str]
) -> bool:
    """Whether what the column refers or referred to is not for the reader: not even its number."""
    things = {row.get(column) for row in (old, new)} - {None}
    return any((HIDING[column], thing) not in names for thing in things)


# Columns that say nothing to a reader.
UNSAID = frozenset({"id", "place", "recorded_in", "intention"})


def shown(column: str | None) -> bool:
    return column not in UNSAID


def value_of(
    field: "models.Field[Any, Any]", value: Any, names: dict[tuple[str, int], str]
) -> str | None:
    if value is None or value == "":
        return None
    if field.is_relation and field.related_model:
        noun = noun_of(field.related_model)
        return names.get((noun, value)) or _("no. %(number)s") % {"number": value}
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateTimeField):
        return f"{parse_datetime(value):%Y-%m-%d %H:%M} UTC"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def referred(entries: list[Entry]) -> dict[str, set[int]]:
    """{noun: ids} of the things the entries are about or refer to."""
    found: dict[str, set[int]] = {}
    for entry in entries:
        found.setdefault(entry.noun, set()).add(entry.object_id)
        for field in model_of(entry.noun)._meta.fields:
            if field.is_relation and field.related_model and shown(field.column):
                for row in (entry.old or {}, entry.new):
                    if (value := row.get(field.column)) is not None:
                        noun = noun_of(field.related_model)
                        found.setdefault(noun, set()).add(value)
    return found


def names_of(
    wanted: dict[str, set[int]], reader: permissions.Person
) -> dict[tuple[str, int], str]:
    """{(noun, id): name} of the things that still exist and that the reader sees. One query."""
    found = [
        permissions.visible(model_of(noun)._default_manager.all(), reader)
        .filter(pk__in=pks)
        .order_by()
        .values_list(Value(noun, TextField()), "pk", NAMES[noun])
        for noun, pks in sorted(wanted.items())
        if noun in NAMES
    ]
    if not found:
        return {}
    rows = found[0].union(*found[1:], all=True).order_by() if len(found) > 1 else found[0]
    return {(noun, pk): name for noun, pk, name in rows}


def text(path: str) -> Cast:
    return Cast(path, TextField())


def joined(*parts: str) -> Concat:
    """Paths and, beginning with a colon, plain words, as one text."""
    return Concat(
        *(Value(part[1:], TextField()) if part[0] == ":" else text(part) for part in parts),
        output_field=TextField(),
    )


# How a thing is called in a line of the history. What has no name of its own is called by what it
# belongs to.
NAMES: dict[str, Any] = {
    "workinggroup": text("short_name"),
    "source": text("title"),
    "question": text("number"),
    "heading": text("name"),
    "meeting": text("number"),
    "agendaitem": joined("meeting__number", ":.", "position"),
    "attendance": joined("meeting__number", ":, ", "contributor__name"),
    "draft": joined("meeting__number", ":, ", "keeper__name"),
    "look": text("finding"),
    "import": joined("meeting__number", ":, ", "name"),
    "issue": joined("number", ":. ", "title"),
    "style": joined("number", ":. ", "name"),
    "contributor": text("name"),
    "contribution": text("title"),
    "authorship": joined("contributor__name", ":, ", "contribution__title"),
    "qualifier": text("phrase"),
    "document": text("title"),
    "element": joined(":E", "number"),
    "wording": joined(":E", "element__number", ":, ", "number"),
    "standing": joined(":E", "element__number"),
    "proposal": joined(":E", "element__number"),
    "withdrawal": joined(":E", "element__number"),
    "decision": joined("meeting__number", ":/D", "number"),
    "decisionqualifier": joined("decision__meeting__number", ":/D", "decision__number"),
    "disposition": joined(
        ":E", "element__number", ":, ", "decision__meeting__number", ":/D", "decision__number"
    ),
    "correction": joined("decision__meeting__number", ":/D", "decision__number"),
    "statement": text("contributor__name"),
    "lift": text("statement__contributor__name"),
    "user": text("username"),
    "membership": text("user__username"),
}
