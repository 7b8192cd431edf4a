"""The facts of the record, and the rules that always hold, beside each other."""

from deliberations.models.acts import Act, Clock, KnownTo, RecordQuerySet
from deliberations.models.contributions import Authorship, Contribution
from deliberations.models.contributors import Contributor, Kind, StakeholderGroup
from deliberations.models.corrections import Correction, CorrectionKind
from deliberations.models.decisions import (
    Basis,
    Decision,
    DecisionQualifier,
    Disposition,
    Qualifier,
)
from deliberations.models.documents import Document, DocumentKind
from deliberations.models.drafts import Draft
from deliberations.models.elements import Element, Standing, Wording
from deliberations.models.entries import Entry
from deliberations.models.groups import Source, WorkingGroup
from deliberations.models.imports import Import
from deliberations.models.issues import Issue
from deliberations.models.looks import Look
from deliberations.models.meetings import AgendaItem, Attendance, Ending, Meeting, MeetingState
from deliberations.models.people import Membership, User
from deliberations.models.proposals import Proposal, Withdrawal
from deliberations.models.questions import Heading, Question
from deliberations.models.rules import REFUSALS, broken_rule
from deliberations.models.statements import Lift, Statement, StatementKind
from deliberations.models.statuses import DECIDED, TRANSITIONS, Outcome, Status, allows
from deliberations.models.stays import BEGINNING, END, Stay
from deliberations.models.styles import Style
from deliberations.models.tallies import Tally

__all__ = [
    "BEGINNING",
    "DECIDED",
    "END",
    "REFUSALS",
    "TRANSITIONS",
    "Act",
    "AgendaItem",
    "Attendance",
    "Authorship",
    "Basis",
    "Clock",
    "Contribution",
    "Contributor",
    "Correction",
    "CorrectionKind",
    "Decision",
    "DecisionQualifier",
    "Disposition",
    "Document",
    "DocumentKind",
    "Draft",
    "Element",
    "Ending",
    "Entry",
    "Heading",
    "Import",
    "Issue",
    "Kind",
    "KnownTo",
    "Lift",
    "Look",
    "Meeting",
    "MeetingState",
    "Membership",
    "Outcome",
    "Proposal",
    "Qualifier",
    "Question",
    "RecordQuerySet",
    "Source",
    "StakeholderGroup",
    "Standing",
    "Statement",
    "StatementKind",
    "Status",
    "Stay",
    "Style",
    "Tally",
    "User",
    "Withdrawal",
    "Wording",
    "WorkingGroup",
    "allows",
    "broken_rule",
]
