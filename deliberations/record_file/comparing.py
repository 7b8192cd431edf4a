"""Comparing a whole file with the record: the steps still to be done, in their order."""

from collections.abc import Callable, Iterator
from functools import partial

from deliberations.models import Meeting, MeetingState
from deliberations.record_file.acts import Acts
from deliberations.record_file.steps import Comparison, Step
from deliberations.record_file.surroundings import Surroundings
from deliberations.record_file.tables import Values


class Plan(Comparison):
    """Iterate `steps()`, then look at place.problems and kept."""

    def steps(self) -> Iterator[Step]:
        parts = (self.content, self.held, self.writer, self.place, self.kept)
        surroundings, acts = Surroundings(*parts), Acts(*parts)
        yield from surroundings.steps()
        yield from self.meetings_move(self.opening)
        yield from acts.steps()
        yield from surroundings.agenda()
        yield from surroundings.presence()
        yield from self.taken_up()
        yield from surroundings.looks()
        yield from self.meetings_move(self.closing)

    def meetings_move(self, moves: Callable[[Values], list[str]]) -> Iterator[Step]:
        for at, meeting in enumerate(self.content["meetings"]):
            for move in moves(meeting):
                do = partial(self.writer.move_meeting, meeting["number"], move)
                yield Step(self.place / "meetings" / at / "state", "move", do)

    def taken_up(self) -> Iterator[Step]:
        """What a meeting that is opened by this load discusses."""
        for at, meeting in enumerate(self.content["meetings"]):
            if meeting["takes_up"] is not None and self.opening(meeting):
                do = partial(self.writer.take_up, meeting["number"], meeting["takes_up"])
                yield Step(self.place / "meetings" / at / "takes_up", "move", do)

    def opening(self, meeting: Values) -> list[str]:
        """A meeting that the record has further than the file stays where it is."""
        held = self.held.things[Meeting].get(meeting["number"])
        is_open = held is not None and held.state != MeetingState.PLANNED
        wanted = meeting["state"] != MeetingState.PLANNED
        return ["open_meeting"] if wanted and not is_open else []

    def closing(self, meeting: Values) -> list[str]:
        held = self.held.things[Meeting].get(meeting["number"])
        moves = []
        is_closed = held is not None and held.state == MeetingState.CLOSED
        if meeting["state"] == MeetingState.CLOSED and not is_closed:
            moves.append("close_meeting")
        if meeting["published"] and not (held is not None and held.is_published):
            moves.append("publish_meeting")
        return moves
