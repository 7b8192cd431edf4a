"""The texts that are made of the record, and what was issued of them."""

from typing import Any

from deliberations.data.things import (
    decision_data,
    decision_url,
    group_data,
    iso,
    issue_data,
    meeting_data,
    question_data,
)
from deliberations.readings.issues import Difference, Issued
from deliberations.readings.parts import Part
from deliberations.readings.report import Chapter, Report
from deliberations.readings.rulings import Ruling
from deliberations.readings.synthesis import Synthesis


def synthesis_data(synthesis: Synthesis) -> dict[str, Any]:
    """The synthesis in the order of its text; `text` is the whole as plain text."""
    group = synthesis.meeting.group
    return {
        "group": group_data(group),
        "meeting": meeting_data(synthesis.meeting, group.slug),
        "letterhead": synthesis.letterhead,
        "title": synthesis.title,
        "dated": iso(synthesis.dated),
        "introduction": synthesis.introduction,
        "sections": [
            {
                "questions": [question_data(question) for question in section.questions],
                "decisions": [ruling_data(ruling, group.slug) for ruling in section.rulings],
            }
            for section in synthesis.sections
        ],
        "closing": synthesis.closing,
        "annulled": [str(note) for note in synthesis.annulled],
        "text": synthesis.text,
    }


def report_data(report: Report) -> dict[str, Any]:
    """The report in the order of its text; `text` is the whole as plain text."""
    slug = report.group.slug
    return {
        "group": group_data(report.group),
        "letterhead": report.letterhead,
        "title": report.title,
        "dated": iso(report.dated),
        "introduction": report.introduction,
        "questions": [
            {
                **question_data(answer.question),
                "standings": [chapter_data(chapter, slug) for chapter in answer.chapters],
            }
            for answer in report.answers
        ],
        "reservations": [
            {
                "about": kept.about,
                "contributor": kept.statement.contributor.slug,
                "kind": kept.statement.kind,
                "text": kept.statement.text,
            }
            for kept in report.kept
        ],
        "closing": report.closing,
        "annulled": [str(note) for note in report.annulled],
        "text": report.text,
    }


def chapter_data(chapter: Chapter, group: str) -> dict[str, Any]:
    """decisions: each with the elements that still stand by it; elements: those by none."""
    return {
        "status": chapter.status,
        "decisions": [
            {
                "reference": ruling.decision.reference,
                "sentence": ruling.decision.sentence,
                "basis": ruling.decision.basis,
                "qualifiers": [q.qualifier.phrase for q in ruling.decision.qualifications.all()],
                "url": decision_url(ruling.decision, group),
                "elements": [
                    {
                        "reference": disposition.element.reference,
                        "wording": disposition.wording.number,
                        "text": disposition.wording.text,
                    }
                    for disposition in ruling.dispositions
                ],
                "notes": [str(note) for note in ruling.notes],
            }
            for ruling in chapter.rulings
        ],
        "elements": [
            {
                "reference": standing.element.reference,
                "wording": standing.wording.number,
                "text": standing.wording.text,
            }
            for standing in chapter.undecided
        ],
    }


def ruling_data(ruling: Ruling, group: str) -> dict[str, Any]:
    """A decision in force, each element in the wording in which it was disposed of."""
    return {
        **decision_data(ruling.decision, group),
        "elements": [
            {
                "reference": disposition.element.reference,
                "wording": disposition.wording.number,
                "text": disposition.wording.text,
            }
            for disposition in ruling.dispositions
        ],
        "notes": [str(note) for note in ruling.notes],
        "statements": [
            {
                "contributor": said.statement.contributor.slug,
                "kind": said.statement.kind,
                "text": said.statement.text,
                "lifted": said.lift is not None,
            }
            for said in ruling.statements
        ],
    }


def issued_data(issued: Issued, group: str) -> dict[str, Any]:
    """The document for good, and in which paragraphs the record says otherwise today."""
    place = vars(issued.issue)
    return {
        "group": group_data(issued.issue.group),
        **issue_data(issued.issue, group),
        "superseded_by": place["newest"],
        "supersedes": place["previous"],
        "parts": [part_data(part) for part in issued.parts],
        "text": issued.issue.text,
        "differs": [difference_data(difference) for difference in issued.differences],
    }


def part_data(part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "text": part.text,
        "decision": part.of if "/" in part.of else None,
    }


def difference_data(difference: Difference) -> dict[str, Any]:
    """before, after: null where there is no such paragraph; entries: of the history."""
    before, after = difference.before, difference.after
    return {
        "before": part_data(before) if before else None,
        "after": part_data(after) if after else None,
        "by": [cause.words for cause in difference.causes],
        "entries": [line.entry.pk for line in difference.lines],
    }
