"""What an archive says of itself: what it is, what lies in it, how it is loaded again."""

from collections.abc import Iterator
from textwrap import indent, wrap

from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.archives.tables import Table
from deliberations.models import WorkingGroup
from deliberations.permissions import Person
from deliberations.readings.history import entries_of
from deliberations.record_file.shape import VERSION

WIDTH = 80


def readme(
    group: WorkingGroup, reader: Person, tables: list[Table], counts: dict[str, int]
) -> Iterator[str]:
    is_inside = permissions.serves(reader, group)
    yield f"{_('The record of the %(group)s') % {'group': group.name}}\n\n"
    yield from paragraphs(
        _(
            "This is all that the secretariat sees of the record: also what is not published "
            "yet. Keep it as you keep the record."
        )
        if is_inside
        else _("This is what everybody may see of the record: what is published."),
        stood(group, reader),
        _("Format of the record file: %(format)d. Schema of the tables: %(schema)s.")
        % {"format": VERSION, "schema": schema()},
    )
    yield heading(_("What lies here"))
    for name, meaning in contents(is_inside):
        yield f"{name}\n{indent(filled(meaning), '    ')}\n"
    yield "\n"
    yield heading(_("To load it"))
    yield "    manage.py load_record FILE.zip\n\n"
    yield from paragraphs(*on_loading(is_inside))
    yield heading(_("The tables"))
    yield from paragraphs(
        _(
            "UTF-8, a line for each row; moments in UTC. A reference is the id in the "
            "table that is named; it is empty where what it refers to is not in the archive. A "
            "text that a spreadsheet would run as a formula has an apostrophe before it; "
            "record.json has it as it is."
        )
    )
    for table in tables:
        yield from described(table, counts[table.name])


def contents(is_inside: bool) -> Iterator[tuple[str, str]]:
    yield "record.json", _("The record, in the words of a record file (fixtures/README.md).")
    yield "tables/", _("Every table of the record as CSV.")
    yield "documents/", _("What was issued from the record: text, DOCX, PDF, as handed out.")
    if is_inside:
        yield "imports/", _("The documents brought in, as they came and as they were read.")
    yield (
        "history.jsonl",
        _(
            "Every entry of the history, one in a line, the first one first: who, when, what, "
            "why; before and after."
        ),
    )
    yield "SHA256SUMS", _("The checksum of every other file: sha256sum --check SHA256SUMS")


def on_loading(is_inside: bool) -> Iterator[str]:
    yield _(
        "The record that is loaded is equal: the same elements, wordings, decisions with their "
        "numbers, statements, agendas and their endings, who was present, issued documents with "
        "their files, documents brought in, what was looked at. Told again, it is the same "
        "record.json, byte for byte; an adjourned meeting comes back in session."
    )
    yield _(
        "What can’t come back: when something was recorded, published or brought in, and by whom. "
        "That is the clock and the history of the record where it happened; both are here, in "
        "tables/ and history.jsonl. Drafts, users and passwords are not taken along."
    )
    if not is_inside:
        yield _(
            "Numbers with a gap belong to what is not published yet. As long as there is one, "
            "the record file can be read, but not loaded."
        )


def stood(group: WorkingGroup, reader: Person) -> str:
    """As of which entry; no other moment, so that the same record has the same archive."""
    last = entries_of(group, reader=reader).first()
    if last is None:
        return _("Its history has no entry.")
    return _("As it stood with entry %(number)d of its history, recorded %(at)s UTC.") % {
        "number": last.pk,
        "at": f"{last.recorded_at:%Y-%m-%d %H:%M}",
    }


def schema() -> str:
    """The last migration that made the tables."""
    applied = MigrationRecorder.Migration.objects.filter(app="deliberations")
    return str(applied.order_by("name").values_list("name", flat=True).last())


def described(table: Table, rows: int) -> Iterator[str]:
    title = f"tables/{table.name}.csv – {table.title} ({rows})"
    yield f"{title}\n{indent(table.meaning, '    ')}\n"
    for column in table.columns:
        yield f"    {column.name:<20} {column.meaning}\n"
    yield "\n"


def heading(words: str) -> str:
    return f"{words}\n{'-' * len(words)}\n\n"


def paragraphs(*texts: str) -> Iterator[str]:
    for text in texts:
        yield f"{filled(text)}\n\n"


def filled(text: str) -> str:
    return "\n".join(wrap(text, WIDTH))
