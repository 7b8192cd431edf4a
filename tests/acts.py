"""The acts of the record in short, for tests whose point is something else."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from deliberations.models import (
    AgendaItem,
    Correction,
    Decision,
    Document,
    DocumentKind,
    Draft,
    Element,
    Import,
    Issue,
    Lift,
    Meeting,
    Membership,
    Statement,
    StatementKind,
    Status,
    Style,
    User,
    WorkingGroup,
)
from deliberations.operations import (
    Proposer,
    Written,
    add_proposal,
    adopt_style,
    annul_decision,
    correct_decision,
    file_contribution,
    import_document,
    issue_document,
    lift_statement,
    make_statement,
    mark_looked_at,
    note_attendance,
    propose_element,
    record_decision,
    reword_element,
    save_draft,
    take_over_issue,
    withdraw_element,
)
from deliberations.papers.issuing import frozen
from deliberations.permissions import PublicThen, Role
from deliberations.readings.report import report_of
from deliberations.readings.synthesis import Synthesis, synthesis_of
from deliberations.readings.texts import Text
from tests.factories import (
    ContributorFactory,
    ElementFactory,
    HeadingFactory,
    MeetingFactory,
    MembershipFactory,
    QualifierFactory,
    QuestionFactory,
    SourceFactory,
)


def secretary_of(group: WorkingGroup) -> User:
    """Somebody of the group's secretariat; made if there is nobody."""
    membership = Membership.objects.filter(
        group=group, role=Role.SECRETARIAT, user__is_active=True
    ).first()
    return (membership or MembershipFactory(group=group)).user


def decide(meeting: Meeting, *elements: Element, by: User | None = None, **more: Any) -> Decision:
    """The meeting agrees the elements; further arguments are record_decision's."""
    return record_decision(
        meeting=meeting,
        elements=elements,
        by=by or secretary_of(meeting.group),
        **{"outcome": "agreed", "sentence": "So decided.", "intention": uuid4(), **more},
    )


def draft(meeting: Meeting, sentence: str, by: User | None = None, **content: Any) -> Draft:
    """Somebody of the secretariat composes a decision."""
    return save_draft(
        meeting=meeting,
        intention=uuid4(),
        content={"sentence": [sentence], **content},
        by=by or secretary_of(meeting.group),
    )


def bring_in(meeting: Meeting, text: str = "A paper.", **more: Any) -> Import:
    """Somebody of the secretariat brings in a plain text on the meeting."""
    return import_document(
        meeting=meeting,
        content=text.encode(),
        text=text,
        **{"name": "paper.txt", "kind": "text", "by": secretary_of(meeting.group), **more},
    )


def correct(decision: Decision, *elements: Element, **more: Any) -> Decision:
    """A clerical correction: the decision was about these elements; else as it was recorded."""
    return correct_decision(
        decision=decision,
        elements=elements,
        by=secretary_of(decision.meeting.group),
        **{
            "reason": "A slip of the pen.",
            "outcome": decision.outcome,
            "sentence": decision.sentence,
            "basis": decision.basis,
            "intention": uuid4(),
            **more,
        },
    )


def annul(decision: Decision, **more: Any) -> Correction:
    return annul_decision(
        decision=decision,
        by=secretary_of(decision.meeting.group),
        **{"reason": "Nothing was decided.", "intention": uuid4(), **more},
    )


def reword(element: Element, text: str, **more: Any):
    return reword_element(
        element=element,
        text=text,
        by=secretary_of(element.group),
        **{"reason": "Clearer.", **more},
    )


def withdraw(element: Element, **more: Any):
    return withdraw_element(element=element, by=secretary_of(element.group), **more)


def propose_again(element: Element, **more: Any):
    return add_proposal(element=element, by=secretary_of(element.group), **more)


def state(**what: Any) -> Statement:
    """A reservation, unless `kind` says otherwise."""
    thing = what.get("element") or what["decision"].meeting
    contributor = what.pop("contributor", None) or ContributorFactory(group=thing.group)
    return make_statement(
        contributor=contributor,
        by=secretary_of(thing.group),
        **{"kind": StatementKind.RESERVATION, "text": "We can’t live with it.", **what},
    )


def lift(statement: Statement, **more: Any) -> Lift:
    group = statement.contributor.group
    return lift_statement(statement=statement, by=secretary_of(group), **more)


def issue(meeting: Meeting, **more: Any) -> Issue:
    """Issue its synthesis as it stands now, with files that take no time to write."""
    return issue_text(lambda: issuable(meeting), meeting.group, **{"meeting": meeting, **more})


def issue_report(group: WorkingGroup, **more: Any) -> Issue:
    """Issue the report of the group as it stands now."""
    return issue_text(lambda: report_of(group, PublicThen()), group, **more)


def issue_text(
    of_now: Callable[[], Text], group: WorkingGroup, style: Style | None = None, **more: Any
) -> Issue:
    return issue_document(
        **{
            "group": group,
            "meeting": None,
            "written": quickly_written(of_now(), style),
            "still": lambda: frozen(of_now()),
            "intention": uuid4(),
            "by": secretary_of(group),
            **more,
        }
    )


def take_over(meeting: Meeting, by: User) -> Issue:
    """Enter its synthesis as one that was issued elsewhere."""
    return take_over_issue(
        group=meeting.group,
        meeting=meeting,
        written=quickly_written(issuable(meeting)),
        intention=uuid4(),
        by=by,
    )


def quickly_written(paper: Text, style: Style | None = None) -> Written:
    return Written(
        title=paper.title,
        dated=paper.dated,
        language="en",
        document=paper.document,
        parts=frozen(paper),
        text=paper.text,
        docx=b"A DOCX.",
        pdf=b"A PDF.",
        style=style,
    )


def issuable(meeting: Meeting) -> Synthesis:
    """The synthesis as the public may know it, once the meeting is published."""
    return synthesis_of(meeting, PublicThen(meeting.pk))


def element_at(status: str, meeting: Meeting) -> Element:
    """A new element that stands there, by the meeting if it was decided."""
    element = ElementFactory(group=meeting.group)
    if status == Status.WITHDRAWN:
        withdraw(element)
    elif status != Status.PROPOSED:
        decide(meeting, element, outcome=status)
    return element


def everything_happens(group: WorkingGroup, **of_the_meeting: Any) -> Meeting:
    """A meeting at which each act of the record happens, so that each of its tables has a row."""
    meeting = MeetingFactory(group=group, **of_the_meeting)
    by = secretary_of(group)
    source = SourceFactory(group=group)
    question = QuestionFactory(group=group)
    heading = HeadingFactory(question=question)
    qualifier = QualifierFactory(group=group)
    contributor = ContributorFactory(group=group)
    contribution = file_contribution(
        group=group, title=f"Paper for {meeting.pk}", authors=[contributor], by=by
    )
    from_the_floor = partial(
        propose_element,
        group=group,
        question=question,
        proposers=(Proposer(contributor=contributor, contribution=contribution),),
        meeting=meeting,
        by=by,
    )
    first = from_the_floor(text="The first.", heading=heading, source=source)
    second = from_the_floor(text="The second.")
    AgendaItem.objects.create(meeting=meeting, position=1, question=question)
    AgendaItem.objects.create(meeting=meeting, position=2, element=first)
    Document.objects.create(
        group=group, title=f"Synthesis {meeting.pk}", kind=DocumentKind.SYNTHESIS, meeting=meeting
    )
    note_attendance(meeting=meeting, present=[contributor], by=by)
    draft(meeting, "A sentence to come.", by=by)
    bring_in(meeting, by=by)
    reword(first, "The first, clearer.", meeting=meeting)
    withdraw(second, meeting=meeting, contributor=contributor)
    propose_again(second, meeting=meeting)
    decision = decide(meeting, first, second, qualifiers=[qualifier], heading=heading, by=by)
    decide(meeting, second, outcome="rejected", reconsiders="We changed our mind.", by=by)
    lift(state(element=first, meeting=meeting), meeting=meeting)
    said = state(decision=decision)
    style = adopt_style(group=group, name="house.docx", content=f"{meeting.pk}".encode(), by=by)
    adopt_style(group=group, name="", content=b"", by=by)
    issue(meeting, by=by, style=style)
    mark_looked_at(group=group, finding=f"unlifted-{said.pk}", reason="It was said.", by=by)
    annul(correct(decision, first))
    return meeting
