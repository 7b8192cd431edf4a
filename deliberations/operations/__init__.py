"""The acts of the record. Each is one function, one transaction, one history context; only these
write. An operation never calls another operation."""

from deliberations.operations.acts import NOW
from deliberations.operations.checks import look_again, mark_looked_at
from deliberations.operations.contributions import file_contribution
from deliberations.operations.contributors import import_contributors, register_contributor
from deliberations.operations.corrections import annul_decision, correct_decision, put_right
from deliberations.operations.decisions import Consequences, foresee, record_decision
from deliberations.operations.drafts import (
    Seen,
    discard_draft,
    save_draft,
    show_draft,
    take_over_draft,
)
from deliberations.operations.elements import (
    Proposer,
    add_proposal,
    propose_element,
    reword_element,
    withdraw_element,
)
from deliberations.operations.imports import import_document, set_passage_aside
from deliberations.operations.issues import Written, issue_document, take_over_issue
from deliberations.operations.meetings import (
    adjourn_meeting,
    arrange_agenda,
    close_meeting,
    convene_meeting,
    note_attendance,
    open_meeting,
    publish_meeting,
    take_up,
    without_outcome,
)
from deliberations.operations.people import change_password
from deliberations.operations.refusals import (
    AgendaChanged,
    DraftChanged,
    ElementsChanged,
    IntentionTaken,
    MeetingNotInSession,
    NotAllowed,
    NothingChosen,
    NothingThere,
    ReconsidersUnsaid,
    Refused,
    RuleBroken,
    StillReferredTo,
)
from deliberations.operations.statements import lift_statement, make_statement
from deliberations.operations.styles import adopt_style
from deliberations.operations.surroundings import (
    edit_people,
    edit_surroundings,
    remove_people,
    remove_surroundings,
)

__all__ = [
    "NOW",
    "AgendaChanged",
    "Consequences",
    "DraftChanged",
    "ElementsChanged",
    "IntentionTaken",
    "MeetingNotInSession",
    "NotAllowed",
    "NothingChosen",
    "NothingThere",
    "Proposer",
    "ReconsidersUnsaid",
    "Refused",
    "RuleBroken",
    "Seen",
    "StillReferredTo",
    "Written",
    "add_proposal",
    "adjourn_meeting",
    "adopt_style",
    "annul_decision",
    "arrange_agenda",
    "change_password",
    "close_meeting",
    "convene_meeting",
    "correct_decision",
    "discard_draft",
    "edit_people",
    "edit_surroundings",
    "file_contribution",
    "foresee",
    "import_contributors",
    "import_document",
    "issue_document",
    "lift_statement",
    "look_again",
    "make_statement",
    "mark_looked_at",
    "note_attendance",
    "open_meeting",
    "propose_element",
    "publish_meeting",
    "put_right",
    "record_decision",
    "register_contributor",
    "remove_people",
    "remove_surroundings",
    "reword_element",
    "save_draft",
    "set_passage_aside",
    "show_draft",
    "take_over_draft",
    "take_over_issue",
    "take_up",
    "withdraw_element",
    "without_outcome",
]
