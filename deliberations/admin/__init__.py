"""Django's admin, for the surroundings of the record. Its acts are shown there, to read."""

from deliberations.admin import (
    contributions,
    contributors,
    corrections,
    decisions,
    documents,
    elements,
    groups,
    meetings,
    people,
    proposals,
    questions,
    statements,
)
from deliberations.admin.site import site

__all__ = [
    "contributions",
    "contributors",
    "corrections",
    "decisions",
    "documents",
    "elements",
    "groups",
    "meetings",
    "people",
    "proposals",
    "questions",
    "site",
    "statements",
]
