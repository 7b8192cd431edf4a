"""Recording the acts that a record file has and the record has not: by the operations."""

from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from deliberations import operations
from deliberations.models import (
    Contribution,
    Contributor,
    Decision,
    Document,
    Element,
    Heading,
    Lift,
    Meeting,
    Qualifier,
    Question,
    Source,
)
from deliberations.operations import Proposer, Refused, Written
from deliberations.record_file.held import as_moment
from deliberations.record_file.making import Maker
from deliberations.record_file.tables import Name, Values

INTENTIONS = UUID("6f0f6d2b-7d3e-5c53-9a3f-3c8a4a3a9f5d")
"""The space of the intentions of loaded decisions, so that a decision is loaded once."""


class Writer(Maker):
    """Records what is missing: a method for each operation that a file's acts name."""

    def propose_element(self, act: Values) -> None:
        question = self.named(Question, act["question"])
        element = operations.propose_element(
            group=self.group,
            question=question,
            heading=self.named(Heading, act["heading"] and (act["question"], act["heading"])),
            text=act["text"],
            proposers=tuple(
                Proposer(
                    contributor=self.named(Contributor, proposer["contributor"]),
                    contribution=self.named(Contribution, proposer["contribution"]),
                    note=proposer["note"],
                )
                for proposer in act["proposed_by"]
            ),
            by=self.user,
            **self.moment(act),
        )
        element.refresh_from_db(fields=["number"])
        refuse_unless_numbered(element.reference, act["element"])
        self.held.things[Element][act["element"]] = element

    def add_proposal(self, act: Values) -> None:
        operations.add_proposal(
            element=self.named(Element, act["element"]),
            contributor=self.named(Contributor, act["contributor"]),
            contribution=self.named(Contribution, act["contribution"]),
            note=act["note"],
            by=self.user,
            **self.moment(act),
        )

    def reword_element(self, act: Values) -> None:
        operations.reword_element(
            element=self.named(Element, act["element"]),
            text=act["text"],
            reason=act["reason"],
            by=self.user,
            **self.moment(act),
        )

    def withdraw_element(self, act: Values) -> None:
        operations.withdraw_element(
            element=self.named(Element, act["element"]),
            contributor=self.named(Contributor, act["contributor"]),
            reason=act["reason"],
            by=self.user,
            **self.moment(act),
        )

    def record_decision(self, act: Values) -> None:
        decision = operations.record_decision(
            **self.decided(act),
            **self.moment(act),
            amended={
                self.named(Element, one["element"]): (one["wording"] - 1, one["text"])
                for one in act["amended"]
            },
            reconsiders=act["reconsiders"],
        )
        self.keep_decision(decision, act)

    def correct_decision(self, act: Values) -> None:
        moment = self.moment(act)
        del moment["meeting"]
        decision = operations.correct_decision(
            decision=self.named(Decision, act["corrects"]),
            reason=act["reason"],
            **self.decided(act),
            **moment,
        )
        self.keep_decision(decision, act)

    def decided(self, act: Values) -> Values:
        elements = [self.named(Element, element) for element in act["elements"]]
        question = act["question"] or elements[0].question.number
        return {
            "outcome": act["outcome"],
            "sentence": act["sentence"],
            "basis": act["basis"],
            "qualifiers": [self.named(Qualifier, phrase) for phrase in act["qualifiers"]],
            "heading": self.named(Heading, act["heading"] and (question, act["heading"])),
            "elements": elements,
            "intention": self.intention(act["decision"], act.get("passage")),
            "by": self.user,
        }

    def keep_decision(self, decision: Decision, act: Values) -> None:
        decision.refresh_from_db(fields=["number"])
        refuse_unless_numbered(decision.reference, act["decision"])
        self.held.things[Decision][act["decision"]] = decision

    def annul_decision(self, act: Values) -> None:
        operations.annul_decision(
            decision=self.named(Decision, act["decision"]),
            reason=act["reason"],
            intention=self.intention(f"{act['decision']} annulled"),
            source=self.named(Source, act["source"]),
            by=self.user,
        )

    def make_statement(self, act: Values) -> None:
        is_on_element = act["on"].startswith("E")
        statement = operations.make_statement(
            contributor=self.named(Contributor, act["contributor"]),
            kind=act["kind"],
            text=act["text"],
            element=self.named(Element, act["on"]) if is_on_element else None,
            decision=None if is_on_element else self.named(Decision, act["on"]),
            by=self.user,
            **self.moment(act),
        )
        self.held.statements.setdefault(act["name"], []).append(statement)

    def lift_statement(self, act: Values) -> None:
        alike = self.held.statements[act["name"]]
        lifted = set(Lift.objects.filter(statement__in=alike).values_list("statement", flat=True))
        operations.lift_statement(
            statement=next((one for one in alike if one.pk not in lifted), alike[0]),
            reason=act["reason"],
            by=self.user,
            **self.moment(act),
        )

    def issue_document(self, act: Values) -> None:
        issue = operations.take_over_issue(
            group=self.group,
            meeting=self.named(Meeting, act["meeting"]),
            written=Written(
                title=act["title"],
                dated=act["dated"],
                language=act["language"],
                document=self.named(Document, act["words_of"] and name_of_words(act["words_of"])),
                parts=[[one["kind"], one["text"], one["of"]] for one in act["paragraphs"]],
                text=self.file(act["text"]).decode(),
                docx=self.file(act["docx"]),
                pdf=self.file(act["pdf"]),
            ),
            intention=self.intention(f"document {act['document']}"),
            by=self.user,
        )
        issue.refresh_from_db(fields=["number"])
        refuse_unless_numbered(str(issue.number), str(act["document"]))

    def moment(self, act: Values) -> Values:
        """Meeting, moment and source of an act, as the operations take them."""
        meeting = self.named(Meeting, act["meeting"])
        happened_at, known_to = as_moment(act["when"], self.held.zone(meeting))
        return {
            "meeting": meeting,
            "happened_at": happened_at,
            "known_to": known_to,
            "source": self.named(Source, act["source"]),
        }

    def intention(self, what: str, passage: str | None = None) -> UUID:
        """passage: the key of what it was read from, which is its intention."""
        return UUID(passage) if passage else uuid5(INTENTIONS, f"{self.group.slug} {what}")


def name_of_words(words: Values) -> Name:
    return (words["title"], words["dated"])


def refuse_unless_numbered(given: str, wanted: str) -> None:
    if given != wanted:
        raise Refused(
            _("the record numbers it %(given)s, not %(wanted)s.")
            % {"given": given, "wanted": wanted}
        )
