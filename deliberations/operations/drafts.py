"""Acts on drafts: keep what is being composed, take it over, show it in the room, discard it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from deliberations.models import Clock, Decision, Draft, Meeting, User
from deliberations.operations.acts import act
from deliberations.operations.refusals import DraftChanged, IntentionTaken, NothingThere

type Content = dict[str, list[str]]


@dataclass(frozen=True)
class Seen:
    """Of a draft: the version that the person has before them, 0 for none, and in which window.

    A window that saved last may save again, however many of its own answers it still waits for.
    """

    version: int = 0
    window: str = ""


NOT_SEEN = Seen()


def save_draft(
    *, meeting: Meeting, intention: UUID, content: Content, by: User, seen: Seen = NOT_SEEN
) -> Draft:
    """Keep what is being composed with the form of that intention; saved by its keeper only.

    DraftChanged when somebody else took it over or it was saved elsewhere than `seen`; nothing is
    overwritten. Saving what is there already changes nothing.
    """
    content = {**content, "window": [seen.window]}
    with act("save_draft", by=by, group=meeting.group):
        refuse_what_is_recorded(intention)
        draft = draft_of(intention)
        if draft is None:
            # Discarded meanwhile, or never kept: what is typed is kept either way.
            return Draft.objects.create(
                meeting=meeting, intention=intention, keeper=by, content=content
            )
        if draft.content == content and draft.keeper == by:
            return draft
        refuse_unless_as_seen(draft, by, seen)
        draft.content = content
        draft.version += 1
        draft.saved_at = Clock()
        draft.save(update_fields=["content", "version", "saved_at"])
        draft.refresh_from_db(fields=["saved_at"])
        return draft


def take_over_draft(*, draft: Draft, by: User) -> Draft:
    """From now on `by` composes it; who kept it so far sees that when they save."""
    with act("take_over_draft", by=by, group=draft.meeting.group):
        draft = still_there(draft)
        if draft.keeper != by:
            draft.keeper = by
            draft.kept_since = Clock()
            draft.version += 1
            draft.save(update_fields=["keeper", "kept_since", "version"])
            draft.refresh_from_db(fields=["kept_since"])
        return draft


def show_draft(*, draft: Draft, shown: bool, by: User) -> Draft:
    """Show the draft on the screen in the room, in place of another, or keep it back."""
    with act("show_draft", by=by, group=draft.meeting.group):
        draft = still_there(draft)
        if shown:
            others = Draft.objects.filter(meeting=draft.meeting, on_screen=True)
            others.exclude(pk=draft.pk).update(on_screen=False)
        if draft.on_screen != shown:
            draft.on_screen = shown
            draft.save(update_fields=["on_screen"])
        return draft


def discard_draft(*, draft: Draft, by: User) -> None:
    """The draft goes: it was no decision. Who keeps another's takes it over first."""
    with act("discard_draft", by=by, group=draft.meeting.group):
        there = draft_of(draft.intention)
        if there is not None:
            refuse_unless_kept_by(there, by)
            there.delete()


def draft_of(intention: UUID) -> Draft | None:
    """The draft with that intention, held until the end of the act."""
    return (
        Draft.objects.select_for_update(of=("self",))
        .select_related("keeper", "meeting")
        .filter(intention=intention)
        .first()
    )


def still_there(draft: Draft) -> Draft:
    there = draft_of(draft.intention)
    if there is None:
        raise NothingThere(_("That draft is gone: it was recorded or discarded meanwhile."))
    return there


def refuse_unless_kept_by(draft: Draft, by: User) -> None:
    if draft.keeper != by:
        raise DraftChanged(
            draft,
            _("This draft is with %(name)s now. Take it over to go on with it.")
            % {"name": draft.keeper},
        )


def refuse_unless_as_seen(draft: Draft, by: User, seen: Seen) -> None:
    refuse_unless_kept_by(draft, by)
    is_of_this_window = bool(seen.window) and draft.content.get("window") == [seen.window]
    if draft.version != seen.version and not is_of_this_window:
        raise DraftChanged(
            draft, _("This draft was saved in another window since you had it before you.")
        )


def refuse_what_is_recorded(intention: UUID) -> None:
    decision = Decision.objects.filter(intention=intention).select_related("meeting").first()
    if decision is not None:
        raise IntentionTaken(
            _("This draft is recorded as %(decision)s. To record a further one, begin anew.")
            % {"decision": decision.reference}
        )


def let_go(intention: UUID, by: User, seen: Seen) -> None:
    """The draft of a decision that is being recorded, if there was one: it goes.

    Its keeper records it, as they see it.
    """
    draft = draft_of(intention)
    if draft is not None:
        refuse_unless_as_seen(draft, by, seen)
        draft.delete()
