"""One element with all that happened to it."""

from typing import Any

from deliberations.data.things import act_data, group_data, line_data, question_data, standing_data
from deliberations.models import Standing, WorkingGroup
from deliberations.readings.elements import Timeline


def element_data(standing: Standing, timeline: Timeline, edits: list[Any]) -> dict[str, Any]:
    element = standing.element
    return {
        "group": group_data(element.group),
        **standing_data(standing, element.group.slug),
        "question": question_data(element.question),
        "heading": element.heading.name if element.heading else None,
        "proposed_by": [
            {
                "contributor": p.contributor.slug if p.contributor else None,
                "contribution": p.contribution.title if p.contribution else None,
            }
            for p in timeline.proposals
        ],
        "wordings": [
            {"number": w.number, "text": w.text, "reason": w.reason, **act_data(w, element.group)}
            for w in timeline.wordings
        ],
        "timeline": [event_data(event, element.group) for event in timeline.events],
        "edits": [line_data(line) for line in edits],
    }


def event_data(event: Any, group: WorkingGroup) -> dict[str, Any]:
    """One event of the line of time; what it holds beside the act depends on its kind."""
    thing, more = event.thing, {}
    if event.kind == "disposition":
        more = {
            "decision": thing.decision.reference,
            "from": thing.from_status,
            "to": thing.to_status,
            "wording": thing.wording.number,
            "sentence": thing.decision.sentence,
            "basis": thing.decision.basis,
            "qualifiers": [q.qualifier.phrase for q in thing.decision.qualifications.all()],
            "corrected": [
                {
                    "kind": c.kind,
                    "reason": c.reason,
                    "by": c.by_decision.reference if c.by_decision else None,
                }
                for c in event.corrections
            ],
            "reconsiders": thing.reconsiders.decision.reference if thing.reconsiders else None,
            "reconsidered_by": [decision.reference for decision in event.reconsidered_by],
        }
    elif event.kind == "wording":
        more = {"wording": thing.number, "text": thing.text}
    elif event.kind == "statement":
        more = {
            "by": thing.contributor.slug,
            "statement": thing.kind,
            "text": thing.text,
            "on": thing.decision.reference if thing.decision else None,
        }
    elif event.kind in ("proposal", "withdrawal"):
        more = {"by": thing.contributor.slug if thing.contributor else None}
    return {
        "event": event.kind,
        "entry": event.entry,
        "anchor": event.anchor,
        **more,
        **act_data(event.act, group),
    }
