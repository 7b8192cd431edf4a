"""Drafts: kept by one at a time, overwritten by nobody else, gone when gavelled."""

from datetime import timedelta
from uuid import uuid4

import pytest

from deliberations.models import Draft, Entry
from deliberations.operations import (
    DraftChanged,
    IntentionTaken,
    NothingThere,
    Seen,
    discard_draft,
    save_draft,
    show_draft,
    take_over_draft,
)
from tests.acts import decide, draft, secretary_of
from tests.factories import ElementFactory, MeetingFactory, MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory()


@pytest.fixture
def first(meeting):
    return secretary_of(meeting.group)


@pytest.fixture
def second(meeting, first):
    return MembershipFactory(group=meeting.group).user


def save(one: Draft, sentence: str, by, version: int, window: str = "") -> Draft:
    return save_draft(
        meeting=one.meeting,
        intention=one.intention,
        content={"sentence": [sentence]},
        by=by,
        seen=Seen(version, window),
    )


def test_a_draft_is_kept_with_what_it_says_by_whom_and_since_when(meeting, first):
    one = draft(meeting, "The Group agreed", by=first)

    kept = Draft.objects.get()
    assert (kept.sentence, kept.keeper, kept.version) == ("The Group agreed", first, 1)
    assert kept.kept_since == one.kept_since
    assert abs(kept.saved_at - kept.kept_since) < timedelta(seconds=1)


def test_each_change_is_another_version_and_no_change_is_none(meeting, first):
    one = draft(meeting, "One", by=first)

    assert save(one, "Two", first, version=1).version == 2
    assert save(one, "Two", first, version=2).version == 2
    # An answer that got lost: sent again, it is there already.
    assert save(one, "Two", first, version=1).version == 2
    assert Draft.objects.get().sentence == "Two"


def test_saved_in_another_window_since_it_is_not_overwritten(meeting, first):
    one = draft(meeting, "One", by=first)
    save(one, "From the other window", first, version=1)

    with pytest.raises(DraftChanged) as refusal:
        save(one, "From this window", first, version=1)

    assert refusal.value.draft.sentence == "From the other window"
    assert Draft.objects.get().sentence == "From the other window"


def test_a_window_saves_and_gavels_without_waiting_for_its_own_answers(meeting, first):
    one = draft(meeting, "One", by=first)
    save(one, "Two", first, version=1, window="this")

    save(one, "Three", first, version=1, window="this")
    with pytest.raises(DraftChanged):
        save(one, "From elsewhere", first, version=1, window="that")
    decide(
        meeting,
        ElementFactory(group=meeting.group),
        by=first,
        intention=one.intention,
        draft=Seen(0, "this"),
    )

    assert not Draft.objects.exists()


def test_a_draft_of_another_is_taken_over_before_it_is_changed(meeting, first, second):
    one = draft(meeting, "Of the first", by=first)

    with pytest.raises(DraftChanged, match=f"is with {first} now"):
        save(one, "Of the second", second, version=1)
    taken = take_over_draft(draft=one, by=second)
    save(one, "Of the second", second, version=taken.version)

    assert (taken.keeper, taken.kept_since > one.kept_since) == (second, True)
    with pytest.raises(DraftChanged, match=f"is with {second} now"):
        save(one, "Of the first, again", first, version=1)
    assert Draft.objects.get().sentence == "Of the second"
    acts = Entry.objects.filter(noun="draft").order_by("id").values_list("context__act", flat=True)
    assert list(acts) == ["save_draft", "take_over_draft"]


def test_taking_over_ones_own_draft_changes_nothing(meeting, first):
    one = draft(meeting, "One", by=first)

    assert take_over_draft(draft=one, by=first).version == 1


def test_the_screen_shows_one_draft_in_place_of_another(meeting, first, second):
    one, other = draft(meeting, "One", by=first), draft(meeting, "Two", by=second)

    show_draft(draft=one, shown=True, by=second)
    show_draft(draft=other, shown=True, by=first)

    assert Draft.objects.get(on_screen=True) == other
    show_draft(draft=other, shown=False, by=first)
    assert not Draft.objects.filter(on_screen=True).exists()


def test_a_draft_is_discarded_by_who_keeps_it(meeting, first, second):
    one = draft(meeting, "One", by=first)

    with pytest.raises(DraftChanged):
        discard_draft(draft=one, by=second)
    discard_draft(draft=one, by=first)
    discard_draft(draft=one, by=first)

    assert not Draft.objects.exists()
    for act in (take_over_draft, lambda **more: show_draft(shown=True, **more)):
        with pytest.raises(NothingThere, match="recorded or discarded meanwhile"):
            act(draft=one, by=first)


def test_what_is_typed_after_a_draft_was_discarded_is_kept(meeting, first):
    one = draft(meeting, "One", by=first)
    discard_draft(draft=one, by=first)

    assert save(one, "One and more", first, version=1).sentence == "One and more"


def test_the_draft_goes_as_the_decision_comes(meeting, first):
    one = draft(meeting, "So decided.", by=first)
    other = draft(meeting, "Something else", by=first)

    decision = decide(
        meeting,
        ElementFactory(group=meeting.group),
        by=first,
        intention=one.intention,
        draft=Seen(1),
    )

    assert Draft.objects.get() == other
    gone = Entry.objects.get(noun="draft", label="delete")
    assert gone.act_id == Entry.objects.get(noun="decision", object_id=decision.pk).act_id
    with pytest.raises(IntentionTaken, match=f"recorded as {decision.reference}"):
        save(one, "Typed a moment later", first, version=1)


def test_a_draft_is_gavelled_by_who_keeps_it_as_they_see_it(meeting, first, second):
    one = draft(meeting, "One", by=first)
    element = ElementFactory(group=meeting.group)
    save(one, "Two", first, version=1)

    for by, version in [(second, 2), (first, 1)]:
        with pytest.raises(DraftChanged):
            decide(meeting, element, by=by, intention=one.intention, draft=Seen(version))

    assert not meeting.decisions.exists()
    assert Draft.objects.get().sentence == "Two"


def test_a_decision_never_kept_as_a_draft_needs_none(meeting, first):
    decide(meeting, ElementFactory(group=meeting.group), by=first, intention=uuid4())

    assert meeting.decisions.count() == 1
