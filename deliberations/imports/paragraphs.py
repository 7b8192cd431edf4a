"""Plain text and Markdown as paragraphs and items."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

TEXT, ITEM, TITLE, ASIDE = "text", "item", "title", "aside"


@dataclass(frozen=True)
class Paragraph:
    """A piece of a document.

    number: from 1 on. kind: TEXT, ITEM (marked as one of a list, or numbered), TITLE, or ASIDE
    (quoted, set in, code: told by somebody else). mark: what stood before an item ("-", "(a)").
    level: how deep an item lies, from 0; of a title its level.
    """

    number: int
    text: str
    kind: str = TEXT
    mark: str = ""
    level: int = 0


BULLETS = "-*+•‣◦▪▫●○■□–—·∙⁃➢✓"
MARK = re.compile(
    rf"(?P<mark>[{re.escape(BULLETS)}]|o(?=\s{{2}})"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?)"
    r"(?P<gap>\s+)(?=\S)"
)
TITLE_MARK = re.compile(r"(?P<mark>#{1,6})\s+(?P<text>.*)")
UNDERLINE = re.compile(r"(=|-|~|\*|_){3,}")
FENCE = re.compile(r"```|~~~")
# Up to the next mark of its kind: one that is never closed is not looked for to the end each time.
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")


def style_of(mark: str) -> str:
    """Which list a mark belongs to: the mark itself, or the kind and dress of its number."""
    if not any(c.isalnum() for c in mark) or mark == "o":
        return mark
    dress = re.sub(r"[0-9A-Za-z]+", "n", mark)
    inner = re.sub(r"[^0-9A-Za-z]", "", mark)
    if inner.isdigit():
        return dress
    return f"{dress}/{'upper' if inner.isupper() else 'lower'}"


ROMAN = {"i": 1, "v": 5, "x": 10}


def numbers_of(mark: str) -> set[int]:
    """What a mark may count: "(i)" is one, or the ninth letter. Empty for a bullet."""
    inner = re.sub(r"[^0-9A-Za-z.]", "", mark).strip(".").rpartition(".")[2].lower()
    if inner.isdigit():
        return {int(inner)}
    if not inner or mark == "o":
        return set()
    found = set()
    if len(inner) == 1:
        found.add(ord(inner) - ord("a") + 1)
    if set(inner) <= ROMAN.keys():
        values = [ROMAN[c] for c in inner]
        found.add(
            sum(
                -v if any(w > v for w in values[n + 1 : n + 2]) else v
                for n, v in enumerate(values)
            )
        )
    return found


@dataclass
class Line:
    indent: int
    text: str
    after_gap: bool
    width: int


class Taking:
    """Takes lines one by one and has the paragraphs that they make."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.found: list[list[object]] = []  # [text, kind, mark, level, indent, last line]
        self.stack: list[tuple[int, str]] = []  # the lists that are open: indent and style

    def add(self, text: str, kind: str, mark: str, level: int, indent: int, line: str) -> None:
        self.found.append([text, kind, mark, level, indent, line])

    def go_on(self, line: Line, between: str) -> None:
        last = self.found[-1]
        last[0] = f"{last[0]}{between}{line.text}"
        last[5] = line.text

    def take(self, line: Line) -> None:
        marked = MARK.match(line.text)
        last = self.found[-1] if self.found else None
        if marked and last and last[1] == TEXT and is_amid_a_sentence(str(last[5]), line):
            marked = None
        if marked:
            self.take_item(line, marked["mark"], line.text[marked.end() :])
        elif last and last[1] == ITEM and any(line.indent > i for i, _style in self.stack):
            self.go_on(line, "\n\n" if line.after_gap else " ")
        elif last and not line.after_gap and last[1] != TITLE and not breaks(str(last[5]), line):
            self.go_on(line, " ")
        else:
            set_in = line.indent >= self.base + 2 or line.text.startswith(">")
            kind = ASIDE if set_in else TEXT
            if not set_in:
                self.stack.clear()
            self.add(line.text.lstrip("> "), kind, "", 0, line.indent, line.text)

    def take_item(self, line: Line, mark: str, text: str) -> None:
        style, stack = style_of(mark), self.stack
        while stack and (
            stack[-1][0] > line.indent
            or (stack[-1][1] != style and any(s == style and i == line.indent for i, s in stack))
        ):
            stack.pop()
        if not stack or stack[-1] != (line.indent, style):
            stack.append((line.indent, style))
        self.add(text, ITEM, mark, len(stack) - 1, line.indent, line.text)


def is_amid_a_sentence(before: str, line: Line) -> bool:
    """Whether what looks as the mark of an item is part of a sentence that was broken there."""
    return (
        not line.after_gap
        and line.text[0].isalnum() | (line.text[0] == "(")
        and not before.endswith((".", ":"))
        and len(before) > line.width * 0.8 > 40
    )


def breaks(before: str, line: Line) -> bool:
    """Whether a line begins a paragraph though none is empty between.

    It does after a colon, and where its first word would have had room on the line before.
    """
    if before.endswith((":", "：")) or line.text.startswith((">", "[")):
        return True
    if re.match(r"(RESOLUTION|RESOLVED|AGREED|PROPOSED|DECISION|ACTION)\b|<[\w|-]+> ", line.text):
        return True
    first = line.text.split(maxsplit=1)[0]
    ended = before.endswith((".", "!", "?", "。")) and not line.text[0].islower()
    return len(before) + 1 + len(first) <= line.width * (0.98 if ended else 0.8)


def lines_of(text: str) -> Iterator[Line]:
    """The lines that say something, each with the width of the block it stands in."""
    block: list[str] = []
    after_gap = True
    for raw in [*text.expandtabs(4).splitlines(), ""]:
        if raw.strip():
            block.append(raw.rstrip())
            continue
        width = max((len(line.strip()) for line in block), default=0)
        for line in block:
            indent = len(line) - len(line.lstrip())
            yield Line(indent, line.strip(), after_gap, width)
            after_gap = False
        block, after_gap = [], True


def paragraphs_of(text: str, *, markdown: bool = False) -> list[Paragraph]:
    """The paragraphs of a text, list by list."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\f", "\n")
    lines = list(lines_of(text))
    unmarked = [line.indent for line in lines if not MARK.match(line.text)]
    taking = Taking(min(unmarked, default=0))
    fenced = False
    for line in lines:
        if markdown and FENCE.match(line.text):
            fenced = not fenced
            continue
        if fenced:
            taking.add(line.text, ASIDE, "", 0, line.indent, line.text)
            continue
        title = TITLE_MARK.fullmatch(line.text)
        if title:
            taking.stack.clear()
            taking.add(title["text"].rstrip(" #"), TITLE, "", len(title["mark"]), 0, line.text)
        elif UNDERLINE.fullmatch(line.text):
            if taking.found and not line.after_gap and taking.found[-1][1] == TEXT:
                taking.found[-1][1] = TITLE
        else:
            taking.take(line)
    return numbered(
        (without_emphasis(str(t)) if markdown else str(t), str(k), str(m), int(str(level)))
        for t, k, m, level, _indent, _line in taking.found
    )


def without_emphasis(text: str) -> str:
    return EMPHASIS.sub(r"\2", text)


def numbered(pieces: Iterable[tuple[str, str, str, int]]) -> list[Paragraph]:
    """Paragraphs of (text, kind, mark, level)."""
    return [
        Paragraph(number, text, kind, mark, level)
        for number, (text, kind, mark, level) in enumerate(pieces, start=1)
    ]
