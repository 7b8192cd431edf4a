"""The record as data: the shapes behind the `.json` of every page. Keys are the words of the
record; `url` leads to a thing's page; times are ISO 8601 in UTC."""

from deliberations.data.elements import (
    element_data,
)
from deliberations.data.papers import (
    issued_data,
    report_data,
    synthesis_data,
)
from deliberations.data.things import (
    act_data,
    citation_data,
    contribution_data,
    contributor_data,
    decision_data,
    decision_url,
    document_data,
    element_url,
    group_data,
    hit_data,
    iso,
    issue_data,
    line_data,
    meeting_data,
    moment_data,
    question_data,
    screen_data,
    source_data,
    standing_data,
)

__all__ = [
    "act_data",
    "citation_data",
    "contribution_data",
    "contributor_data",
    "decision_data",
    "decision_url",
    "document_data",
    "element_data",
    "element_url",
    "group_data",
    "hit_data",
    "iso",
    "issue_data",
    "issued_data",
    "line_data",
    "meeting_data",
    "moment_data",
    "question_data",
    "report_data",
    "screen_data",
    "source_data",
    "standing_data",
    "synthesis_data",
]
