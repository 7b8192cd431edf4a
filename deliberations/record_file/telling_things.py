"""The surroundings of a record as a record file has them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Func, QuerySet, TextField

from deliberations import permissions
from deliberations.models import (
    Attendance,
    Authorship,
    Contribution,
    Heading,
    Import,
    Meeting,
    MeetingState,
    Qualifier,
    Question,
    WorkingGroup,
)
from deliberations.permissions import Person
from deliberations.readings.agenda import tells_endings
from deliberations.record_file import shape
from deliberations.record_file.kinds import Thing
from deliberations.record_file.plain import told
from deliberations.record_file.rows import Rows
from deliberations.record_file.tables import (
    AGENDA,
    CONTRIBUTIONS,
    CONTRIBUTORS,
    DOCUMENTS,
    GROUPS,
    MEETINGS,
    QUESTIONS,
    SOURCES,
    Table,
    Values,
    name_of,
)

ENDS = {"text": "txt", "markdown": "md", "docx": "docx", "pdf": "pdf"}


class Sum(Func):
    """The SHA-256 of a text in UTF-8, hex."""

    template = "encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')"
    output_field = TextField()


def files_of_import(row: Import) -> tuple[str, str]:
    """The names in an archive of the file as it came, and of its text as it was read."""
    name = f"imports/{row.meeting.number}-{row.sha256[:16]}"
    return f"{name}.{ENDS[row.kind]}", f"{name}-read.txt"


class Things:
    """What of a group is no act, as the reader sees it."""

    def __init__(self, group: WorkingGroup, reader: Person) -> None:
        self.group, self.reader = group, reader
        self.rows = Rows(group, reader)

    def of(self, model: type[Any], path: str = "group") -> QuerySet[Any]:
        return self.rows.seen(model).filter(**{path: self.group})

    def parts(self) -> Iterator[tuple[str, Any]]:
        yield "group", told(shape.GROUP, {"slug": self.group.slug, **GROUPS.values(self.group)})
        yield "sources", self.named(SOURCES, shape.SOURCE, "key")
        qualifiers = self.of(Qualifier).order_by("position", "phrase")
        yield "qualifiers", list(qualifiers.values_list("phrase", flat=True))
        yield "questions", [self.question(row) for row in self.table(QUESTIONS, "number")]
        yield "meetings", [self.meeting(row) for row in self.table(MEETINGS, "number")]
        yield "contributors", self.named(CONTRIBUTORS, shape.CONTRIBUTOR, "slug")
        contributions = sorted(self.table(CONTRIBUTIONS, "pk"), key=lambda row: row.title)
        yield "contributions", [self.contribution(row) for row in contributions]
        documents = sorted(self.table(DOCUMENTS, "pk"), key=lambda d: (str(d.dated), d.title))
        yield (
            "documents",
            [
                told(shape.DOCUMENT, {"title": d.title, "dated": d.dated, **DOCUMENTS.values(d)})
                for d in documents
            ],
        )
        imports = self.of(Import).select_related("meeting", "source").defer("content", "text")
        imports = imports.annotate(sum_of_text=Sum(F("text"))).order_by("pk")
        yield "imports", [self.imported(row) for row in imports]

    def table(self, table: Table, *order: str) -> QuerySet[Any]:
        rows = permissions.visible(table.rows(self.group), self.reader)
        return rows.order_by(*order)

    def named(self, table: Table, thing: Thing, key: str) -> dict[str, Values]:
        rows = {getattr(row, key): table.values(row) for row in self.table(table, "pk")}
        return {name: told(thing, rows[name]) for name in sorted(rows)}

    def question(self, row: Question) -> Values:
        headings = self.rows.seen(Heading).filter(question=row).order_by("position", "pk")
        names = tuple(headings.values_list("name", flat=True))
        return told(
            shape.QUESTION, {"number": row.number, "headings": names, **QUESTIONS.values(row)}
        )

    def meeting(self, row: Meeting) -> Values:
        agenda, last, takes_up = [], 0, None
        for item in self.table(AGENDA, "position").filter(meeting=row):
            values = AGENDA.values(item)
            values["position"] = None if item.position == last + 1 else item.position
            if not tells_endings(row, self.reader):
                values |= {"ending": "", "carried_to": None}
            agenda.append(told(shape.AGENDA_ITEM, values))
            last = item.position
            if item.pk == row.takes_up_id:
                takes_up = last
        present = self.rows.seen(Attendance).filter(meeting=row)
        adjourned = row.state == MeetingState.ADJOURNED
        values = {
            "number": row.number,
            **MEETINGS.values(row),
            "state": str(MeetingState.IN_SESSION if adjourned else row.state),
            "published": row.is_published,
            "agenda": agenda,
            "takes_up": takes_up,
            "present": sorted(present.values_list("contributor__slug", flat=True)),
        }
        return told(shape.MEETING, values)

    def contribution(self, row: Contribution) -> Values:
        authors = self.rows.seen(Authorship).filter(contribution=row).order_by("pk")
        slugs = tuple(authors.values_list("contributor__slug", flat=True))
        return told(
            shape.CONTRIBUTION, {"title": row.title, "authors": slugs, **CONTRIBUTIONS.values(row)}
        )

    def imported(self, row: Import) -> Values:
        content, text = files_of_import(row)
        values = {
            "meeting": row.meeting.number,
            "name": row.name,
            "kind": row.kind,
            "content": {"file": content, "sha256": row.sha256},
            "text": {"file": text, "sha256": vars(row)["sum_of_text"]},
            "remarks": tuple(row.remarks),
            "passages": tuple(row.passages),
            "set_aside": tuple(row.set_aside),
            "source": name_of(row.source),
        }
        return told(shape.IMPORT, values)
