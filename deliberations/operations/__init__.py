"""The acts of the record. Each is one function, one transaction, one history context; only these
write. An operation never calls another operation."""

from deliberations.operations.acts import NOW
from deliberations.operations.contributions import file_contribution
from deliberations.operations.contributors import import_contributors, register_contributor
from deliberations.operations.corrections import annul_decision, correct_decision, put_right
from deliberations.operations.decisions import Consequences, foresee, record_decision
from deliberations.operations.elements import (
    Proposer,
    add_proposal,
    propose_element,
    reword_element,
    withdraw_element,
)
from deliberations.operations.meetings import (
    close_meeting,
    convene_meeting,
    open_meeting,
    publish_meeting,
)
from deliberations.operations.refusals import (
    ElementsChanged,
    IntentionTaken,
    MeetingNotInSession,
    NotAllowed,
    NothingChosen,
    ReconsidersUnsaid,
    Refused,
    RuleBroken,
    StillReferredTo,
)
from deliberations.operations.statements import lift_statement, make_statement
from deliberations.operations.surroundings import (
    edit_people,
    edit_surroundings,
    remove_people,
    remove_surroundings,
)

__all__ = [
    "NOW",
    "Consequences",
    "ElementsChanged",
    "IntentionTaken",
    "MeetingNotInSession",
    "NotAllowed",
    "NothingChosen",
    "Proposer",
    "ReconsidersUnsaid",
    "Refused",
    "RuleBroken",
    "StillReferredTo",
    "add_proposal",
    "annul_decision",
    "close_meeting",
    "convene_meeting",
    "correct_decision",
    "edit_people",
    "edit_surroundings",
    "file_contribution",
    "foresee",
    "import_contributors",
    "lift_statement",
    "make_statement",
    "open_meeting",
    "propose_element",
    "publish_meeting",
    "put_right",
    "record_decision",
    "register_contributor",
    "remove_people",
    "remove_surroundings",
    "reword_element",
    "withdraw_element",
]
