"""What the record holds of what a reader looks for, best first, with the words to mark."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchRank
from django.db.models import Count, Model, QuerySet, TextField, Value, Window
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.models import (
    Contribution,
    Contributor,
    Decision,
    Document,
    Element,
    Issue,
    Standing,
    Statement,
    Wording,
    WorkingGroup,
)
from deliberations.models.search import Asked, Marks, Matches, Searched

MOST = 200
"""So many of a kind are looked at: a word in every text is found as fast as a rare one."""
LONGEST = 320
"""Characters shown of a text."""
NEAR = 4000
"""Characters of a longer text, about the words looked for, in which they are marked."""
STEM = 4
"""Letters by which a word is looked for in a long text: its other forms begin with them, too."""

WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass
class Hit:
    """A thing that was found. text: where the words are; pieces: the text, or the part of it
    around the first of them, as (words, whether they were asked for).

    standing: of an element, where it stands; the wording found may be an earlier one.
    """

    kind: str
    thing: Any
    text: str
    rank: float
    standing: Standing | None = None
    pieces: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def is_current(self) -> bool:
        """Whether the wording found is the one in which the element stands now."""
        return self.standing is None or self.standing.wording_id == self.thing.pk


@dataclass
class Found:
    """What was found of a kind: how many (MOST for so many or more), and some of them."""

    kind: str
    label: Any
    total: int
    hits: list[Hit]

    @property
    def is_cut(self) -> bool:
        return self.total >= MOST


@dataclass(frozen=True)
class Kind:
    """A kind of thing that is searched. fields: as in its index; shown: its text in the answer."""

    name: str
    label: Any
    model: type[Model]
    fields: tuple[str, ...]
    group: str
    beside: tuple[str, ...]
    shown: Callable[[Any], str]


def text_of(document: Document) -> str:
    return "\n".join(
        filter(None, [document.title, document.introduction, document.closing, document.note])
    )


KINDS = [
    Kind(
        "elements",
        gettext_lazy("Elements"),
        Wording,
        ("text",),
        "element__group",
        ("element",),
        lambda wording: wording.text,
    ),
    Kind(
        "decisions",
        gettext_lazy("Decisions"),
        Decision,
        ("sentence",),
        "meeting__group",
        ("meeting",),
        lambda decision: decision.sentence,
    ),
    Kind(
        "statements",
        gettext_lazy("Statements"),
        Statement,
        ("text",),
        "contributor__group",
        ("contributor", "element", "decision__meeting"),
        lambda statement: statement.text,
    ),
    Kind(
        "contributors",
        gettext_lazy("Contributors"),
        Contributor,
        ("name", "short_name", "country"),
        "group",
        ("affiliation",),
        lambda contributor: contributor.name,
    ),
    Kind(
        "contributions",
        gettext_lazy("Contributions"),
        Contribution,
        ("title", "note"),
        "group",
        ("question",),
        lambda paper: f"{paper.title}\n{paper.note}".strip(),
    ),
    Kind(
        "documents",
        gettext_lazy("Documents"),
        Document,
        ("title", "author", "introduction", "closing", "note"),
        "group",
        ("meeting",),
        text_of,
    ),
    Kind(
        "issued",
        gettext_lazy("Issued documents"),
        Issue,
        ("title", "text"),
        "group",
        ("meeting",),
        lambda issue: issue.text,
    ),
]


def search(
    words: str, group: WorkingGroup, *, reader: permissions.Person, some: int, kind: str, page: int
) -> list[Found]:
    """What the words find in a group, by kind. A constant number of queries.

    some: how many of each kind; of the kind that is chosen, the page of so many, and of the others
    their number alone.
    """
    found = []
    for each in KINDS:
        first = (page - 1) * some if each.name == kind else 0
        rows = list(ranked(each, words, group, reader)[first : first + some])
        total = vars(rows[0])["total"] if rows else 0
        shown = rows if kind in ("", each.name) else []
        found.append(
            Found(
                each.name,
                each.label,
                total,
                [
                    Hit(each.name, thing, near(each.shown(thing), words), vars(thing)["rank"])
                    for thing in shown
                ],
            )
        )
    hits = [hit for each in found for hit in each.hits]
    say_where_they_stand([hit for hit in hits if hit.kind == "elements"], reader)
    mark(hits, words, group, reader)
    return found


def ranked(
    kind: Kind, words: str, group: WorkingGroup, reader: permissions.Person
) -> QuerySet[Any]:
    """What the words find of a kind, best first; each row knows its rank, and how many there are.

    Of an element, the latest of its wordings that has the words.
    """
    rows: Any = kind.model._default_manager
    answers = Matches(Searched(*kind.fields), Asked(Value(words)))
    those = (
        rows.visible_to(reader)
        .filter(answers, **{kind.group: group})
        .order_by()
        .values("pk")[:MOST]
    )
    if kind.model is Wording:
        those = (
            Wording.objects.visible_to(reader)
            .filter(pk__in=those)
            .order_by("element_id", "-number")
            .distinct("element_id")
            .values("pk")
        )
    seen = rows.visible_to(reader)
    if kind.model is Issue:
        seen = seen.among_others().defer("docx", "pdf", "parts")
    found: QuerySet[Any] = (
        seen.filter(pk__in=those)
        .select_related(*kind.beside)
        .annotate(
            rank=SearchRank(Searched(*kind.fields), Asked(Value(words)), normalization=Value(1)),
            total=Window(Count("*")),
        )
        .order_by("-rank", "pk")
    )
    return found


def say_where_they_stand(hits: list[Hit], reader: permissions.Person) -> None:
    standings = {
        standing.element_id: standing
        for standing in Standing.objects.visible_to(reader)
        .filter(element__in=[hit.thing.element_id for hit in hits])
        .select_related("wording")
    }
    for hit in hits:
        hit.standing = standings.get(hit.thing.element_id)


def mark(hits: list[Hit], words: str, group: WorkingGroup, reader: permissions.Person) -> None:
    """Give each hit its pieces. The database says which words they are: it knows their stems."""
    asked = sorted({part for hit in hits for word in WORD.findall(hit.text) for part in of(word)})
    meant = (
        WorkingGroup.objects.visible_to(reader)
        .filter(pk=group.pk)
        .values_list(
            Marks(Value(asked, output_field=ArrayField(TextField())), Value(words)), flat=True
        )
    )
    marked = frozenset(meant[0]) if asked else frozenset()
    for hit in hits:
        hit.pieces = around(in_pieces(hit.text, marked))


def near(text: str, words: str) -> str:
    """Of a long text, so much about the first place where any of the words may be; where there is
    none, its beginning.
    """
    if len(text) <= NEAR:
        return text
    folded = text.casefold()
    stems = {next(iter(of(word))).casefold()[:STEM] for word in WORD.findall(words)}
    found = min((at for at in map(folded.find, stems) if at >= 0), default=0)
    first = max(text.rfind("\n", 0, found) + 1, found - LONGEST)
    return text[first : first + NEAR]


def of(word: str) -> Iterable[str]:
    """What of a word may be marked by itself: of Chinese, pairs of signs, as they are searched."""
    return [word[at : at + 2] for at in range(len(word))] if HAN.match(word) else [word]


def in_pieces(text: str, marked: frozenset[str]) -> list[tuple[str, bool]]:
    is_marked = [False] * len(text)
    for found in WORD.finditer(text):
        for number, part in enumerate(of(found[0])):
            if part in marked:
                first = found.start() + number
                is_marked[first : first + len(part)] = [True] * len(part)
    pieces: list[tuple[str, bool]] = []
    for sign, mark in zip(text, is_marked, strict=True):
        if pieces and pieces[-1][1] == mark:
            pieces[-1] = (pieces[-1][0] + sign, mark)
        else:
            pieces.append((sign, mark))
    return pieces


def around(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Of a long text, the part about the first mark, cut between words where there are any."""
    if sum(len(words) for words, _mark in pieces) <= LONGEST:
        return pieces
    lead = ""
    if pieces[0][1] is False:
        lead = pieces.pop(0)[0]
        if len(lead) > LONGEST // 4 and pieces:
            lead = "…" + (lead[-LONGEST // 4 :].partition(" ")[2] or lead[-20:])
    shown: list[tuple[str, bool]] = [(lead, False)] if lead else []
    left = LONGEST - len(lead)
    for words, mark in pieces:
        shown.append((words[: max(left, 0)], mark))
        left -= len(words)
        if left <= 0:
            break
    if left < 0 or not pieces:
        last, mark = shown[-1]
        cut = last[:LONGEST]
        shown[-1] = ((cut.rpartition(" ")[0] or cut) + "…", mark)
    return shown


def element_numbered(
    number: int, group: WorkingGroup, *, reader: permissions.Person
) -> Element | None:
    return Element.objects.visible_to(reader).filter(group=group, number=number).first()


def decision_numbered(
    meeting: int, number: int, group: WorkingGroup, *, reader: permissions.Person
) -> Decision | None:
    return (
        Decision.objects.visible_to(reader)
        .select_related("meeting")
        .filter(meeting__group=group, meeting__number=meeting, number=number)
        .first()
    )
