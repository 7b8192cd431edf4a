"""What a reader is told, without a server."""

from wgec.live.hub import QUEUE, REMEMBERED, Change, Hub


def hub() -> Hub:
    hub = Hub()
    hub.begin()
    return hub


def ids(changes: list[Change]) -> list[str]:
    return [change.id for change in changes]


def test_a_reader_who_is_too_slow_is_told_once_to_look_again():
    there = hub()
    with there.reader(1, secretariat=False, after="", age=None) as slow:
        for number in range(QUEUE + 5):
            there.hear(Change(1, True, str(number)))
        assert slow.take() == (True, [])

        there.hear(Change(1, True, "later"))
        missed, changes = slow.take()
        assert (missed, ids(changes)) == (False, ["later"])


def test_a_reader_hears_of_their_own_group_only():
    there = hub()
    with there.reader(1, secretariat=True, after="", age=None) as reader:
        there.hear(Change(2, True, "5"))
        there.hear(Change(1, False, "6"))

        assert ids(reader.take()[1]) == ["6s"]


def test_the_place_of_a_reader_gives_away_nothing_that_is_not_public():
    there = hub()
    there.hear(Change(1, True, "5"))
    there.hear(Change(1, False, "6"))
    with (
        there.reader(1, secretariat=False, after="", age=None) as public,
        there.reader(1, secretariat=True, after="", age=None) as secretary,
    ):
        assert (there.position(public), there.position(secretary)) == ("5", "6s")
        # As unknown as any other number.
        assert there.missed(public, "6s", None) is None
        assert there.missed(public, "7s", None) is None


def test_what_is_forgotten_is_not_taken_for_nothing():
    there = hub()
    start = there.start
    for number in range(REMEMBERED):
        there.hear(Change(1, True, str(number)))
    with there.reader(1, secretariat=False, after=start, age=None) as reader:
        assert reader.take() == (True, [])
    with there.reader(1, secretariat=False, after=str(REMEMBERED - 2), age=None) as reader:
        assert ids(reader.take()[1]) == [str(REMEMBERED - 1)]


def test_who_comes_after_the_end_is_not_kept():
    there = hub()
    there.end()
    with there.reader(1, secretariat=False, after="", age=None) as reader:
        assert reader.closed
    assert there.readers[1] == set()
