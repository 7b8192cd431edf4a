"""What must fit together within a record file, beyond that what is named is there."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from deliberations.record_file.kinds import refuse_twice
from deliberations.record_file.places import Place, printable, quoted

type Content = dict[str, Any]


def check_consistency(content: Content, place: Place) -> None:
    """Check a content whose every value and reference is in order."""
    check_named_once(content, place)
    for at, meeting in enumerate(content["meetings"]):
        check_meeting(meeting, place / "meetings" / at)
    check_affiliations(content["contributors"], place / "contributors")
    if not place.problems:
        Replay(content, place).check()


def check_named_once(content: Content, place: Place) -> None:
    """What the record keeps apart by number, title or name."""
    for part, names in (
        ("questions", ["number"]),
        ("meetings", ["number"]),
        ("contributions", ["title"]),
        ("documents", ["title", "dated"]),
    ):
        identities = [tuple(thing[name] for name in names) for thing in content[part]]
        places = [place / part / at / names[0] for at in range(len(identities))]
        refuse_twice(identities, places)
    contributors = content["contributors"]
    refuse_twice(
        [contributor["name"] for contributor in contributors.values()],
        [place / "contributors" / key / "name" for key in contributors],
    )


def check_meeting(meeting: Content, place: Place) -> None:
    if meeting["last_day"] < meeting["first_day"]:
        (place / "last_day").wrong(_("is before the first day."))
    last = 0
    for at, item in enumerate(meeting["agenda"]):
        there = place / "agenda" / at
        if not (item["title"] or item["question"] or item["element"]):
            there.wrong(_("needs a title, a question or an element: what is it about?"))
        check_ending(item, meeting, there)
        item["position"] = item["position"] or last + 1
        if item["position"] <= last:
            (there / "position").wrong(_("is not after that of the item before."))
        last = item["position"]
    if meeting["takes_up"] not in (None, *(item["position"] for item in meeting["agenda"])):
        (place / "takes_up").wrong(_("is the position of no item of the agenda."))


def check_ending(item: Content, meeting: Content, place: Place) -> None:
    """What Ending, close_meeting and the rules of an agenda item say together."""
    if item["ending"] and meeting["state"] != "closed":
        (place / "ending").wrong(_("is of a meeting that is not closed."))
    if (item["ending"] == "carried-over") != (item["carried_to"] is not None):
        (place / "carried_to").wrong(_("says where to what was carried over, and only that."))
    elif item["carried_to"] is not None and item["carried_to"] <= meeting["number"]:
        (place / "carried_to").wrong(_("is no later meeting."))


def check_affiliations(contributors: dict[str, Content], place: Place) -> None:
    for key in contributors:
        above: str | None = key
        seen: set[str] = set()
        while above is not None and above not in seen:
            seen.add(above)
            above = contributors[above]["affiliation"]
        if above == key:
            (place / key / "affiliation").wrong(_("leads back to itself."))


class Replay:
    """Goes through the acts in their order and checks that each can follow those before."""

    def __init__(self, content: Content, place: Place) -> None:
        self.content = content
        self.place = place / "acts"
        self.meetings = {meeting["number"]: meeting for meeting in content["meetings"]}
        self.headings = {q["number"]: q["headings"] for q in content["questions"]}
        self.last_element = 0
        self.questions: dict[str, int] = {}
        self.wordings: Counter[str] = Counter()
        self.decisions: Counter[int] = Counter()
        self.issues = 0
        self.titles = {(one["title"], one["dated"]) for one in content["documents"]}
        self.statements: set[str] = set()

    def check(self) -> None:
        for at, act in enumerate(self.content["acts"]):
            place = self.place / at
            self.check_moment(act, place)
            check = getattr(self, act["act"], None)
            if check is None:
                self.refuse_unless_proposed([act["element"]], place / "element")
            else:
                check(act, place)

    def check_moment(self, act: Content, place: Place) -> None:
        if act.get("when") == "meeting" and act.get("meeting", "") is None:
            (place / "when").wrong(_("“meeting” says which one only together with “meeting”."))

    def propose_element(self, act: Content, place: Place) -> None:
        number, self.last_element = self.last_element + 1, int(act["element"][1:])
        if self.last_element != number:
            (place / "element").wrong(
                _("elements are numbered in the order of their proposal: expected E%(number)d.")
                % {"number": number}
            )
        self.questions[act["element"]] = act["question"]
        self.wordings[act["element"]] = 1
        self.check_heading(act, act["question"], place)

    def reword_element(self, act: Content, place: Place) -> None:
        if self.refuse_unless_proposed([act["element"]], place / "element"):
            expected = self.wordings[act["element"]] + 1
            if act["wording"] != expected:
                (place / "wording").wrong(
                    _("wordings are numbered in their order: expected %(number)d.")
                    % {"number": expected}
                )
            self.wordings[act["element"]] = act["wording"]

    def check_amended(self, act: Content, place: Place) -> None:
        for at, amended in enumerate(act.get("amended", ())):
            self.reword_element(amended, place / "amended" / at)
            if amended["element"] not in act["elements"]:
                (place / "amended" / at / "element").wrong(_("is not decided on."))

    def record_decision(self, act: Content, place: Place) -> None:
        number, _d, rank = act["decision"].partition("/D")
        meeting = self.meetings.get(int(number))
        if meeting is None:
            (place / "decision").wrong(
                _("%(number)s is not one of the file's meetings.") % {"number": number}
            )
            return
        if meeting["state"] == "planned":
            (place / "decision").wrong(
                _("meeting %(number)s is planned; only one in session or closed has decided.")
                % {"number": number}
            )
        expected = self.decisions[meeting["number"]] + 1
        if int(rank) != expected:
            (place / "decision").wrong(
                _("decisions are numbered in their order: expected %(number)s/D%(rank)d.")
                % {"number": number, "rank": expected}
            )
        self.decisions[meeting["number"]] = int(rank)
        if self.refuse_unless_proposed(act["elements"], place / "elements"):
            self.check_heading(act, self.question_of(act), place)
            self.check_amended(act, place)

    def correct_decision(self, act: Content, place: Place) -> None:
        self.refuse_unless_decided(act["corrects"], place / "corrects")
        self.record_decision(act, place)
        if act["corrects"].partition("/")[0] != act["decision"].partition("/")[0]:
            (place / "corrects").wrong(_("is of another meeting."))

    def annul_decision(self, act: Content, place: Place) -> None:
        self.refuse_unless_decided(act["decision"], place / "decision")

    def make_statement(self, act: Content, place: Place) -> None:
        if act["on"].startswith("E"):
            self.refuse_unless_proposed([act["on"]], place / "on")
        else:
            self.refuse_unless_decided(act["on"], place / "on")
        if act["key"] is not None:
            if act["key"] in self.statements:
                (place / "key").wrong(_("stands there twice."))
            self.statements.add(act["key"])

    def lift_statement(self, act: Content, place: Place) -> None:
        if act["statement"] not in self.statements:
            (place / "statement").wrong(_("is made only later in the file."))

    def issue_document(self, act: Content, place: Place) -> None:
        self.issues += 1
        if act["document"] != self.issues:
            (place / "document").wrong(
                _("issued documents are numbered in their order: expected %(number)d.")
                % {"number": self.issues}
            )
            self.issues = act["document"]
        words = act["words_of"]
        if words is not None and (words["title"], words["dated"]) not in self.titles:
            (place / "words_of").wrong(_("is none of the file’s documents."))

    def question_of(self, act: Content) -> int | None:
        """The question whose heading a decision names: said, or that of all its elements."""
        if act["question"] is not None:
            return int(act["question"])
        questions = {self.questions[element] for element in act["elements"]}
        return questions.pop() if len(questions) == 1 else None

    def check_heading(self, act: Content, question: int | None, place: Place) -> None:
        if act["heading"] is None:
            return
        if question is None:
            (place / "heading").wrong(
                _(
                    "the elements answer several questions: say with “question” of which one it "
                    "is a heading."
                )
            )
        elif act["heading"] not in self.headings[question]:
            (place / "heading").wrong(
                _("%(heading)s is not a heading of question %(question)d (%(headings)s).")
                % {
                    "heading": quoted(act["heading"]),
                    "question": question,
                    "headings": printable(", ".join(self.headings[question]))
                    or _("there are none"),
                }
            )

    def refuse_unless_proposed(self, elements: Any, place: Place) -> bool:
        for element in elements:
            if element not in self.questions:
                place.wrong(
                    _("%(element)s is proposed only later in the file.") % {"element": element}
                )
                return False
        return True

    def refuse_unless_decided(self, decision: str, place: Place) -> None:
        number, _d, rank = decision.partition("/D")
        if int(rank) > self.decisions[int(number)]:
            place.wrong(
                _("%(decision)s is recorded only later in the file.") % {"decision": decision}
            )
