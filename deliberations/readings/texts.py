"""A text issued from the record: what each has of its own, around what follows from the acts."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q
from django.utils.formats import date_format

from deliberations import permissions
from deliberations.models import Decision, Document, DocumentKind, Entry, WorkingGroup
from deliberations.readings.parts import Part, PartKind, blocks
from deliberations.readings.rulings import Note, Ruling


class Text(ABC):
    """document: whose words it has; None while the record holds none. annulled: what was recorded,
    and was no decision. recorded: all decisions that it is about, in force or not.
    """

    document: Document | None
    annulled: list[Note]
    recorded: list[Decision]

    @property
    @abstractmethod
    def group(self) -> WorkingGroup: ...

    @property
    @abstractmethod
    def rulings(self) -> list[Ruling]: ...

    @property
    @abstractmethod
    def untitled(self) -> str:
        """Its title while the record holds none."""

    @abstractmethod
    def told(self) -> Iterator[Part]:
        """What follows from the acts."""

    def around(self) -> Iterator[Any]:
        """The things whose words stand in it, and that are no acts: they may be edited."""
        yield from filter(None, [self.group, self.document])

    @property
    def letterhead(self) -> str:
        return (self.document and self.document.letterhead) or self.group.name

    @property
    def title(self) -> str:
        return self.document.title if self.document else self.untitled

    @property
    def dated(self) -> date | None:
        """The date of the document: neither that of a meeting nor today."""
        return self.document.dated if self.document else None

    @property
    def introduction(self) -> list[str]:
        return paragraphs(self.document.introduction if self.document else "")

    @property
    def closing(self) -> list[str]:
        return paragraphs(self.document.closing if self.document else "")

    @property
    def text(self) -> str:
        """The whole as plain text: paragraphs and lists with an empty line between."""
        return "\n\n".join(blocks(self.parts())) + "\n"

    def parts(self) -> Iterator[Part]:
        """The text paragraph by paragraph, the same for every format."""
        yield Part(PartKind.LETTERHEAD, self.letterhead)
        yield Part(PartKind.TITLE, self.title)
        if self.dated:
            yield Part(PartKind.DATE, date_format(self.dated, "j F Y"))
        yield from (Part(PartKind.PARAGRAPH, text) for text in self.introduction)
        yield from self.told()
        yield from (Part(PartKind.CLOSING, text) for text in self.closing)
        for note in self.annulled:
            yield Part(PartKind.NOTE, f"[{note}]", note.decision.reference)


def paragraphs(text: str) -> list[str]:
    """What an empty line parts."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.rstrip())
        else:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


def words_of(
    kind: DocumentKind, reader: permissions.Person, known: datetime | None = None, **of: Any
) -> Document | None:
    """The document of that kind and thing that the record holds, or held when `known`; of several
    the latest.
    """
    documents = Document.objects.visible_to(reader).filter(kind=kind, **of)
    if known:
        entries = Entry.objects.visible_to(reader).filter(noun="document", label="insert")
        entered = entries.filter(recorded_at__lte=known)
        documents = documents.filter(pk__in=entered.values("object_id"))
    latest = documents.select_related("source").order_by(F("dated").desc(nulls_last=True), "-pk")
    return latest.first()


def put_back(things: Iterable[Any], known: datetime | None, reader: permissions.Person) -> None:
    """Give things of the surroundings the values that they had then, as their history tells; None:
    as they are. Nothing is saved. One query.
    """
    if known is None:
        return
    things = list(things)
    wanted = Q()
    for noun in {str(thing._meta.model_name) for thing in things}:
        pks = {thing.pk for thing in things if thing._meta.model_name == noun}
        wanted |= Q(noun=noun, object_id__in=pks)
    latest = (
        Entry.objects.visible_to(reader)
        .filter(wanted, recorded_at__lte=known)
        .order_by("noun", "object_id", "-id")
        .distinct("noun", "object_id")
    )
    then = {(entry.noun, entry.object_id): entry.new for entry in latest}
    for thing in things:
        row = then.get((str(thing._meta.model_name), thing.pk), {})
        for field in thing._meta.concrete_fields:
            # Their addresses are those of today.
            if field.column in row and field.name != "slug":
                setattr(thing, field.attname, field.to_python(row[field.column]))
