"""What the record is about, each by itself."""

from datetime import UTC, date, datetime
from typing import Any

from django.urls import reverse

from deliberations.models import (
    Act,
    Contribution,
    Contributor,
    Decision,
    Document,
    Element,
    Issue,
    Meeting,
    Question,
    Source,
    Standing,
    WorkingGroup,
)
from deliberations.readings.citing import Citation
from deliberations.readings.history import Line
from deliberations.readings.moments import Moment, told
from deliberations.readings.screen import Screen
from deliberations.readings.search import Hit


def iso(moment: datetime | date | None) -> str | None:
    return moment.isoformat() if moment else None


def source_data(source: Source | None) -> dict[str, Any] | None:
    """{key, title, author, dated, url}; None where no source is stated."""
    if source is None:
        return None
    return {
        "key": source.key,
        "title": source.title,
        "author": source.author,
        "dated": iso(source.dated),
        "url": source.url,
    }


def group_data(group: WorkingGroup) -> dict[str, Any]:
    return {
        "slug": group.slug,
        "short_name": group.short_name,
        "name": group.name,
        "url": reverse("record", kwargs={"group": group.slug}),
    }


def moment_data(moment: Moment) -> dict[str, Any]:
    """{as_of: {at, known, meeting}} for what is told as of a past moment; for now, nothing.

    at, known: the last instant that counts on either clock; null: the latest.
    """
    if not moment.is_past:
        return {}
    return {
        "as_of": {
            "at": iso(moment.at.astimezone(UTC)) if moment.at else None,
            "known": iso(moment.known),
            "meeting": moment.meeting.number if moment.meeting else None,
        }
    }


def question_data(question: Question) -> dict[str, Any]:
    return {"number": question.number, "text": question.text}


def meeting_data(meeting: Meeting, group: str) -> dict[str, Any]:
    return {
        "number": meeting.number,
        "starts_on": iso(meeting.starts_on),
        "ends_on": iso(meeting.ends_on),
        "place": meeting.place_name,
        "chair": meeting.chair,
        "time_zone": meeting.time_zone,
        "state": meeting.state,
        "published_at": iso(meeting.published_at),
        "note": meeting.note,
        "url": reverse("meeting_detail", kwargs={"group": group, "meeting": meeting.number}),
    }


def decision_url(decision: Decision, group: str) -> str:
    return reverse(
        "decision_detail",
        kwargs={"group": group, "meeting": decision.meeting.number, "number": decision.number},
    )


def act_data(act: Act, group: WorkingGroup) -> dict[str, Any]:
    """When it happened (and how exactly that is known), when it was recorded, and its source.

    happened_at: a time in UTC; where it is known to the day, the day in its own time zone.
    """
    at = told(act, group)
    return {
        "happened_at": iso(at.astimezone(UTC) if isinstance(at, datetime) else at),
        "known_to": act.known_to,
        "recorded_at": iso(act.recorded_at),
        "source": source_data(act.source),
    }


def decision_data(decision: Decision, group: str) -> dict[str, Any]:
    """The decision without its elements. Reads meeting, source, qualifications."""
    return {
        "reference": decision.reference,
        "meeting": decision.meeting.number,
        "number": decision.number,
        "outcome": decision.outcome,
        "basis": decision.basis,
        "qualifiers": [q.qualifier.phrase for q in decision.qualifications.all()],
        "heading": decision.heading.name if decision.heading else None,
        "sentence": decision.sentence,
        "url": decision_url(decision, group),
    }


def element_url(element: Element, group: str) -> str:
    return reverse("element_detail", kwargs={"group": group, "number": element.number})


def standing_data(standing: Standing, group: str) -> dict[str, Any]:
    """An element with where it stands. Reads element, wording, the decision and its meeting."""
    disposition = standing.disposition
    return {
        "reference": standing.element.reference,
        "number": standing.element.number,
        "text": standing.wording.text,
        "wording": standing.wording.number,
        "status": standing.status,
        "decision": disposition.decision.reference if disposition else None,
        "url": element_url(standing.element, group),
    }


def contributor_data(contributor: Contributor, group: str) -> dict[str, Any]:
    return {
        "slug": contributor.slug,
        "name": contributor.name,
        "short_name": contributor.short_name,
        "kind": contributor.kind,
        "stakeholder_group": contributor.stakeholder_group,
        "country": contributor.country or None,
        "affiliation": contributor.affiliation.slug if contributor.affiliation else None,
        "url": reverse("contributor_detail", kwargs={"group": group, "slug": contributor.slug}),
    }


def contribution_data(contribution: Contribution) -> dict[str, Any]:
    return {
        "title": contribution.title,
        "authors": [a.contributor.slug for a in contribution.authorships.all()],
        "question": contribution.question.number if contribution.question else None,
        "meeting": contribution.meeting.number if contribution.meeting else None,
        "dated": iso(contribution.dated),
        "url": contribution.url,
        "note": contribution.note,
        "source": source_data(contribution.source),
    }


def document_data(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "kind": document.kind,
        "author": document.author,
        "dated": iso(document.dated),
        "meeting": document.meeting.number if document.meeting else None,
        "url": document.url,
        "sha256": document.sha256,
        "note": document.note,
        "source": source_data(document.source),
    }


def citation_data(citation: Citation) -> dict[str, Any]:
    """How to cite it: as a footnote, as BibTeX; `url` reads for ever as it does now."""
    return {
        "in_words": citation.in_words,
        "bibtex": citation.bibtex,
        "url": citation.address,
    }


def line_data(line: Line) -> dict[str, Any]:
    """An entry of the history; `outside` for a change made outside the application."""
    entry = line.entry
    return {
        "number": entry.pk,
        "recorded_at": iso(entry.recorded_at),
        "outside": entry.is_outside,
        "act": (entry.context or {}).get("act"),
        "who": line.who,
        "reason": line.reason,
        "noun": entry.noun,
        "thing": line.thing,
        "change": entry.label,
        "fields": [{"name": c.name, "old": c.old, "new": c.new} for c in line.changes],
    }


def screen_data(screen: Screen, group: str) -> dict[str, Any]:
    """What the screen in the room shows, of what kind it is; for how many seconds, null for open.

    amends: the current wording of an element that the draft amends.
    """
    ruling = {
        "outcome": screen.outcome or None,
        "sentence": screen.sentence,
        "terms": screen.terms,
        "elements": [
            {"reference": line.reference, "text": line.text, "amends": line.before or None}
            for line in screen.lines
        ],
    }
    item, standing = screen.item, screen.standing
    return {
        "shows": screen.shows,
        "seconds": screen.seconds,
        "draft": ruling if screen.shows == "draft" else None,
        "decision": {**decision_data(screen.decision, group), "elements": ruling["elements"]}
        if screen.decision
        else None,
        "item": {
            "position": item.position,
            "title": item.title,
            "question": question_data(item.question) if item.question else None,
            "element": standing_data(standing, group) if standing else None,
            "by_status": {share.status: share.number for share in screen.shares},
        }
        if item
        else None,
    }


def issue_data(issue: Issue, group: str) -> dict[str, Any]:
    """An issued document without its text. sha256: of the text in UTF-8."""
    return {
        "number": issue.number,
        "title": issue.title,
        "meeting": issue.meeting.number if issue.meeting else None,
        "dated": iso(issue.dated),
        "language": issue.language,
        "issued_at": iso(issue.recorded_at),
        "sha256": issue.sha256,
        "docx_sha256": issue.docx_sha256,
        "pdf_sha256": issue.pdf_sha256,
        "url": reverse("document_detail", kwargs={"group": group, "number": issue.number}),
    }


def hit_data(hit: Hit, group: str) -> dict[str, Any]:
    """A thing that a search found; text: as it was found, of an element in the wording named."""
    thing, more = hit.thing, {}
    if hit.kind == "elements":
        more = {
            "reference": thing.element.reference,
            "wording": thing.number,
            "is_current": hit.is_current,
            "status": hit.status,
            "url": element_url(thing.element, group),
        }
    elif hit.kind == "decisions":
        more = {"reference": thing.reference, "url": decision_url(thing, group)}
    elif hit.kind == "statements":
        on = thing.element or thing.decision
        more = {
            "contributor": thing.contributor.slug,
            "statement": thing.kind,
            "on": on.reference,
            "url": element_url(on, group) if thing.element else decision_url(on, group),
        }
    elif hit.kind == "contributors":
        more = {
            "reference": thing.slug,
            "url": reverse("contributor_detail", kwargs={"group": group, "slug": thing.slug}),
        }
    elif hit.kind == "issued":
        more = issue_data(thing, group)
    else:
        more = {"title": thing.title, "dated": iso(thing.dated), "url": thing.url}
    return {"kind": hit.kind, "text": hit.text, **more}
