"""Where the parts of a picture stand: whatever is drawn, nothing overlaps."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from deliberations.readings.drawing import (
    GAP_ACROSS,
    INSET,
    LEAST,
    LINE,
    STRIPE,
    WIDTH,
    Box,
    Column,
    Drawing,
    Links,
    Node,
    bar_drawn,
    flow_drawn,
)

LETTER = 7.5
"""More than a letter of the small print takes on average, in units of the drawing."""
KEYS = ["agreed", "deferred", "not-discussed", "rejected", "proposed", "withdrawn", "new"]


@st.composite
def flows(draw) -> tuple[list[Column], Links]:
    """Some columns, and for each two neighbours what goes from the one to the other."""
    links = draw(
        st.lists(
            st.dictionaries(
                st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)),
                st.integers(1, 5000),
                min_size=1,
            ),
            max_size=7,
        )
    )
    words = draw(st.text("abc déf 中", min_size=1, max_size=40))
    columns = []
    for at in range(len(links) + 1):
        gone: dict[str, int] = dict.fromkeys(KEYS, 0)
        come = gone.copy()
        for (key, _target), number in (links[at] if at < len(links) else {}).items():
            gone[key] += number
        for (_source, key), number in (links[at - 1] if at else {}).items():
            come[key] += number
        nodes = [
            Node(key, number, words)
            for key in KEYS
            if (number := max(gone[key], come[key])) or (key == "new" and not links)
        ]
        columns.append(Column(words, "27 Jan 2017", nodes))
    return columns, links


def in_columns(drawing: Drawing) -> list[list[Box]]:
    found: dict[int, list[Box]] = {}
    for box in drawing.boxes:
        found.setdefault(box.column, []).append(box)
    return list(found.values())


@settings(max_examples=30, deadline=None)
@given(flows())
def test_no_two_boxes_and_no_box_and_heading_overlap(flow):
    drawing = flow_drawn(*flow)

    for column in in_columns(drawing):
        assert all(above.bottom < below.y for above, below in pairwise(column))
        assert len({box.x for box in column}) == 1
    columns = sorted({box.x for box in drawing.boxes})
    assert all(b - a >= WIDTH + GAP_ACROSS for a, b in pairwise(columns))
    lowest = max(y for heading in drawing.headings for y, _line in heading.lines)
    assert all(box.y > lowest for box in drawing.boxes)
    assert all(0 <= box.x <= drawing.width - WIDTH for box in drawing.boxes)
    assert all(box.bottom <= drawing.height for box in drawing.boxes)


@settings(max_examples=30, deadline=None)
@given(flows())
def test_no_two_bands_of_a_box_overlap_and_none_leaves_it(flow):
    drawing = flow_drawn(*flow)

    for box in drawing.boxes:
        out = [(b.out_y, b.thickness) for b in drawing.bands if b.source is box]
        come = [(b.in_y, b.thickness) for b in drawing.bands if b.target is box]
        for side in (sorted(out), sorted(come)):
            assert all(a + thick <= b + 0.001 for (a, thick), (b, _) in pairwise(side))
            assert all(box.y <= y and y + thick <= box.bottom for y, thick in side)
    assert sum(len(between) for between in flow[1]) == len(drawing.bands)


@settings(max_examples=30, deadline=None)
@given(flows())
def test_the_words_stand_in_their_box_one_line_below_the_other(flow):
    for box in flow_drawn(*flow).boxes:
        lines = [box.number_y, *(y for y, _line in box.placed)]
        assert all(b - a == LINE for a, b in pairwise(lines))
        assert box.y + 10 <= lines[0]
        assert lines[-1] + 4 <= box.bottom
        assert all(INSET + len(line) * LETTER <= box.width for line in box.lines)
        assert STRIPE < INSET


@settings(max_examples=30, deadline=None)
@given(flows())
def test_from_right_to_left_it_is_the_same_in_a_mirror(flow):
    drawing, mirrored = flow_drawn(*flow), flow_drawn(*flow, mirrored=True)

    assert (drawing.width, drawing.height) == (mirrored.width, mirrored.height)
    assert [drawing.width - box.x - box.width for box in drawing.boxes] == [
        box.x for box in mirrored.boxes
    ]
    assert [drawing.width - box.text_x for box in drawing.boxes] == [
        box.text_x for box in mirrored.boxes
    ]
    assert [(b.out_y, b.in_y) for b in drawing.bands] == [
        (b.out_y, b.in_y) for b in mirrored.bands
    ]


@given(st.lists(st.integers(0, 100_000), max_size=6), st.integers(0, 100_000))
def test_the_parts_of_a_bar_follow_each_other_and_stay_in_it(numbers, more):
    parts = bar_drawn(numbers, sum(numbers) + more)

    assert len(parts) == sum(number > 0 for number in numbers)
    assert all(wide >= LEAST - 0.001 for _x, wide in parts)
    assert all(abs(x + wide - after) < 0.001 for (x, wide), (after, _) in pairwise(parts))
    assert all(x + wide <= 100.001 for x, wide in parts)


def test_a_bar_is_as_long_as_its_numbers():
    assert [(round(x, 6), round(wide, 6)) for x, wide in bar_drawn([3, 0, 1], 8)] == [
        (0.0, 37.1),
        (37.1, 12.9),
    ]
    assert bar_drawn([], 0) == []
