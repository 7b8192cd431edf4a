"""Where the parts of a picture stand. Plain geometry, in units that are pixels when not scaled:
nothing here knows the record, a language or a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

LETTERS = 18
"""How many letters of the small print a line in a box holds."""
LINE = 17
WIDTH, GAP_ACROSS, GAP_DOWN = 156, 84, 14
INSET, STRIPE = 18, 10
"""From the edge of a box to its words; how much of that its stripe takes."""
TALLEST, THICKEST, THINNEST = 340.0, 16.0, 1.5
"""Of the bands of a column together; of the band of one element; of any band."""


@dataclass
class Node:
    """What stands in a column: of this kind so many, called so."""

    key: str
    number: int
    words: str


@dataclass
class Column:
    title: str
    subtitle: str
    nodes: list[Node]


@dataclass
class Box:
    """A node as drawn. x, y: its corner. lines: its words, to stand at text_x, LINE apart."""

    column: int
    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: list[str]
    text_x: int
    stripe_x: int

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def number_y(self) -> int:
        """The line on which its number stands."""
        return self.y + (self.height - LINE * (len(self.lines) + 1)) // 2 + 13

    @property
    def placed(self) -> list[tuple[int, str]]:
        """[(y, line)]"""
        return [(self.number_y + LINE * (at + 1), line) for at, line in enumerate(self.lines)]


@dataclass
class Band:
    """What goes from one box to one of the next column. out_y, in_y: its upper ends."""

    source: Box
    target: Box
    number: int
    out_y: float
    in_y: float
    thickness: float
    path: str = ""


@dataclass
class Heading:
    """Over a column, at x as a text starts there."""

    x: int
    lines: list[tuple[int, str]]


@dataclass
class Drawing:
    width: int
    height: int
    headings: list[Heading]
    boxes: list[Box]
    bands: list[Band]


type Links = Sequence[dict[tuple[str, str], int]]
"""For each two neighbouring columns {(key in the one, key in the other): number}."""


def flow_drawn(columns: Sequence[Column], links: Links, *, mirrored: bool = False) -> Drawing:
    """The columns side by side, what goes from one to the next as bands as thick as it is much.

    mirrored: from the right to the left.
    """
    most = max((sum(node.number for node in column.nodes) for column in columns), default=0)
    unit = min(THICKEST, TALLEST / max(most, 1))
    titles = [
        [*wrap(column.title, LETTERS), *wrap(column.subtitle, LETTERS)] for column in columns
    ]
    top = LINE * max((len(lines) for lines in titles), default=0) + 12
    width = len(columns) * (WIDTH + GAP_ACROSS) - GAP_ACROSS + 2

    def across(column: int) -> int:
        x = column * (WIDTH + GAP_ACROSS) + 1
        return width - x - WIDTH if mirrored else x

    boxes: dict[tuple[int, str], Box] = {}
    for at, column in enumerate(columns):
        y = top
        for node in column.nodes:
            lines = wrap(node.words, LETTERS)
            before = links[at - 1] if at else {}
            after = links[at] if at < len(links) else {}
            come = sum(thick(n, unit) for (_a, b), n in before.items() if b == node.key)
            gone = sum(thick(n, unit) for (a, _b), n in after.items() if a == node.key)
            height = max(LINE * (len(lines) + 1) + 10, int(max(come, gone)) + 2)
            x = across(at)
            text_x = x + WIDTH - INSET if mirrored else x + INSET
            stripe_x = x + WIDTH - STRIPE if mirrored else x
            boxes[at, node.key] = Box(at, node, x, y, WIDTH, height, lines, text_x, stripe_x)
            y += height + GAP_DOWN
    return Drawing(
        width=width,
        height=max((box.bottom for box in boxes.values()), default=top) + 2,
        headings=[
            Heading(
                across(at) + (WIDTH if mirrored else 0),
                [(LINE * (row + 1) - 3, line) for row, line in enumerate(lines)],
            )
            for at, lines in enumerate(titles)
        ],
        boxes=list(boxes.values()),
        bands=bands_of(columns, links, boxes, unit, mirrored),
    )


def thick(number: int, unit: float) -> float:
    return max(number * unit, THINNEST)


def bands_of(
    columns: Sequence[Column],
    links: Links,
    boxes: dict[tuple[int, str], Box],
    unit: float,
    mirrored: bool,
) -> list[Band]:
    """The bands, those of a box one below the other on either side of it, about its middle."""
    bands = [
        Band(boxes[at, a.key], boxes[at + 1, b.key], number, 0, 0, thick(number, unit))
        for at, between in enumerate(links)
        for a in columns[at].nodes
        for b in columns[at + 1].nodes
        if (number := between.get((a.key, b.key), 0))
    ]
    for box in boxes.values():
        leaving = [band for band in bands if band.source is box]
        coming = [band for band in bands if band.target is box]
        for band, y in stacked(leaving, box):
            band.out_y = y
        for band, y in stacked(coming, box):
            band.in_y = y
    for band in bands:
        band.path = path_of(band, mirrored)
    return bands


def stacked(bands: list[Band], box: Box) -> list[tuple[Band, float]]:
    y = box.y + (box.height - sum(band.thickness for band in bands)) / 2
    placed = []
    for band in bands:
        placed.append((band, y))
        y += band.thickness
    return placed


def path_of(band: Band, mirrored: bool) -> str:
    start = band.source.x + (0 if mirrored else band.source.width)
    end = band.target.x + (band.target.width if mirrored else 0)
    middle = (start + end) / 2
    out, come, thickness = band.out_y, band.in_y, band.thickness
    return (
        f"M{start} {out:.1f}C{middle:.1f} {out:.1f} {middle:.1f} {come:.1f} {end} {come:.1f}"
        f"V{come + thickness:.1f}C{middle:.1f} {come + thickness:.1f} {middle:.1f} "
        f"{out + thickness:.1f} {start} {out + thickness:.1f}Z"
    )


LEAST = 0.8
"""The share of a bar, in per cent, below which a part is not drawn: it would not be seen."""


def bar_drawn(numbers: Sequence[int], whole: int) -> list[tuple[float, float]]:
    """[(where it begins, how long it is)] of each number above 0, in per cent of the whole.

    One after the other; a small one is drawn a little longer, at the cost of all.
    """
    there = [number for number in numbers if number > 0]
    total = sum(there)
    if not total or whole < total:
        return []
    least = LEAST * len(there)
    length = max(100 * total / whole, least)
    placed, x = [], 0.0
    for number in there:
        wide = LEAST + (length - least) * number / total
        placed.append((x, wide))
        x += wide
    return placed
