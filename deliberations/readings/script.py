"""What the chair reads out, item by item of the agenda."""

from dataclasses import dataclass, field

from deliberations import permissions
from deliberations.models import Meeting, Outcome, Proposal, Standing, Status
from deliberations.readings.agenda import Line, agenda_of
from deliberations.readings.sentences import sentence_for


@dataclass
class Passage:
    """What there is to say about an item of the agenda.

    standing: where its element stands, None for an item without one. proposals: those of its
    element. open: what of its question is still proposed. sentence: what to gavel where the group
    agrees, "" where there is nothing to gavel.
    """

    line: Line
    standing: Standing | None = None
    proposals: list[Proposal] = field(default_factory=list)
    open: list[Standing] = field(default_factory=list)
    sentence: str = ""


def script_of(meeting: Meeting, reader: permissions.Person) -> list[Passage]:
    """The agenda as it is read out. A constant number of queries."""
    passages = [Passage(line) for line in agenda_of(meeting, reader)]
    items = [passage.line.item for passage in passages]
    elements = {item.element_id for item in items if item.element_id}
    questions = {item.question_id for item in items if item.question_id}

    standings = Standing.objects.visible_to(reader).select_related(
        "element__heading", "wording", "disposition__decision__meeting"
    )
    of_element = {s.element_id: s for s in standings.filter(element__in=elements)}
    of_question: dict[int, list[Standing]] = {}
    for standing in standings.filter(
        element__question__in=questions, status=Status.PROPOSED
    ).order_by("element__number"):
        of_question.setdefault(standing.element.question_id, []).append(standing)
    put_forward: dict[int, list[Proposal]] = {}
    for proposal in (
        Proposal.objects.visible_to(reader)
        .filter(element__in=elements)
        .select_related("contributor")
        .order_by("place")
    ):
        put_forward.setdefault(proposal.element_id, []).append(proposal)

    for passage, item in zip(passages, items, strict=True):
        heading = None
        if item.element_id:
            passage.standing = of_element.get(item.element_id)
            passage.proposals = put_forward.get(item.element_id, [])
            heading = passage.standing.element.heading if passage.standing else None
        else:
            passage.open = of_question.get(item.question_id or 0, [])
        can_be_agreed = passage.standing and passage.standing.status != Status.WITHDRAWN
        if passage.line.is_open and (can_be_agreed or passage.open):
            passage.sentence = sentence_for(meeting.group, Outcome.AGREED, heading=heading)
    return passages
