"""The shape of a record file, as tables. `fixtures/README.md` has it in words, with examples."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deliberations.imports.files import ENDINGS
from deliberations.models import (
    AgendaItem,
    Basis,
    Contribution,
    Contributor,
    Document,
    DocumentKind,
    Ending,
    Heading,
    Import,
    Issue,
    Meeting,
    MeetingState,
    Outcome,
    Qualifier,
    Source,
    StakeholderGroup,
    StatementKind,
    WorkingGroup,
)
from deliberations.models import (
    Kind as ContributorKind,
)
from deliberations.readings.checks import CHECKS
from deliberations.readings.parts import PartKind
from deliberations.record_file.kinds import (
    Either,
    Key,
    Keyed,
    Kind,
    ListOf,
    OneOf,
    OrNull,
    Ref,
    Thing,
)
from deliberations.record_file.values import (
    Address,
    Choice,
    Day,
    Number,
    Pattern,
    Sentence,
    Text,
    When,
    YesOrNo,
    Zone,
)

FORMAT = "record of a working group"
VERSION = 1

SLUG = Pattern(r"[-a-zA-Z0-9_]+", _("a name for addresses, as “icc-basis” is"))
ELEMENT = Pattern(r"E[1-9][0-9]{0,8}", _("an element, as “E41” is"))
DECISION = Pattern(r"[1-9][0-9]{0,8}/D[1-9][0-9]{0,8}", _("a decision, as “2/D5” is"))
CHECKSUM = Pattern(r"[0-9a-f]{64}", _("a SHA-256 checksum (64 hexadecimal digits)"), 64)
KEY = Pattern(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", _("a key of 32 hexadecimal digits"))
FILE_NAME = Pattern(
    r"(?:documents|imports)/[-a-zA-Z0-9_]+\.[a-z]+",
    _("a file of the archive, as “documents/wgec-document-1.pdf” is"),
    120,
)

# References: what stands there must stand elsewhere in the file.
A_SOURCE = Ref(SLUG, "sources")
A_QUESTION = Ref(Number(), "questions")
A_MEETING = Ref(Number(), "meetings")
A_CONTRIBUTOR = Ref(SLUG, "contributors")
AN_ELEMENT = Ref(ELEMENT, "elements")
A_DECISION = Ref(DECISION, "decisions")
A_STATEMENT = Ref(SLUG, "statements")
SUBJECT = Either("E", AN_ELEMENT, A_DECISION)


def text(model: type[models.Model], name: str) -> Text:
    """A text that fits in the field."""
    field: Any = model._meta.get_field(name)
    return Text(field.max_length)


def one_of(choices: type[models.TextChoices]) -> Choice:
    return Choice(tuple(choices.values))


def needed(kind: Kind) -> Key:
    return Key(kind)


def known(kind: Kind, default: Any = "") -> Key:
    """What may be left out where it is not known."""
    return Key(kind, default)


def maybe(kind: Kind) -> Key:
    return Key(kind, None)


A_CONTRIBUTION = Ref(text(Contribution, "title"), "contributions")
A_QUALIFIER = Ref(text(Qualifier, "phrase"), "qualifiers")
SOURCED = {"source": maybe(A_SOURCE)}
NOTED = {"note": known(Text())}
REASON = {"reason": needed(Text())}
# A file that lies beside the record file, in an archive or its folder.
FILE = Thing({"file": needed(FILE_NAME), "sha256": needed(CHECKSUM)})

GROUP = Thing(
    {
        "slug": needed(SLUG),
        "short_name": needed(text(WorkingGroup, "short_name")),
        "name": needed(text(WorkingGroup, "name")),
        "set_up_by": known(text(WorkingGroup, "parent")),
        "mandate": known(Text()),
        "time_zone": known(Zone(), "UTC"),
        "sentence_agreed": known(Sentence()),
        "sentence_deferred": known(Sentence()),
        "sentence_not_discussed": known(Sentence()),
        "sentence_rejected": known(Sentence()),
        **SOURCED,
    }
)
SOURCE = Thing(
    {
        "title": needed(text(Source, "title")),
        "author": known(text(Source, "author")),
        "dated": maybe(Day()),
        "url": known(Address()),
        **NOTED,
    }
)
QUESTION = Thing(
    {
        "number": needed(Number()),
        "text": needed(Text()),
        "headings": known(ListOf(text(Heading, "name"), distinct=True), ()),
        **SOURCED,
    }
)
AGENDA_ITEM = Thing(
    {
        "title": known(text(AgendaItem, "title")),
        "question": maybe(A_QUESTION),
        "element": maybe(AN_ELEMENT),
        "position": maybe(Number()),
        "ending": known(one_of(Ending)),
        "carried_to": maybe(A_MEETING),
        **NOTED,
        **SOURCED,
    }
)
# Adjourned is a state of a day, which a file outlasts.
STATES = tuple(state.value for state in MeetingState if state != MeetingState.ADJOURNED)
MEETING = Thing(
    {
        "number": needed(Number()),
        "first_day": needed(Day()),
        "last_day": needed(Day()),
        "place": known(text(Meeting, "place_name")),
        "chair": known(text(Meeting, "chair")),
        "time_zone": known(Zone()),
        "state": known(Choice(STATES), MeetingState.PLANNED.value),
        "published": known(YesOrNo(), False),
        **NOTED,
        **SOURCED,
        "agenda": known(ListOf(AGENDA_ITEM), ()),
        "takes_up": maybe(Number()),
        "present": known(ListOf(A_CONTRIBUTOR, distinct=True), ()),
    }
)
CONTRIBUTOR = Thing(
    {
        "name": needed(text(Contributor, "name")),
        "short_name": known(text(Contributor, "short_name")),
        "kind": needed(one_of(ContributorKind)),
        "stakeholder_group": known(one_of(StakeholderGroup), StakeholderGroup.NOT_STATED.value),
        "country": known(text(Contributor, "country")),
        "affiliation": maybe(A_CONTRIBUTOR),
        **NOTED,
        **SOURCED,
    }
)
CONTRIBUTION = Thing(
    {
        "title": needed(text(Contribution, "title")),
        "authors": known(ListOf(A_CONTRIBUTOR, distinct=True), ()),
        "question": maybe(A_QUESTION),
        "meeting": maybe(A_MEETING),
        "dated": maybe(Day()),
        "url": known(Address()),
        **NOTED,
        **SOURCED,
    }
)
DOCUMENT = Thing(
    {
        "title": needed(text(Document, "title")),
        "kind": needed(one_of(DocumentKind)),
        "author": known(text(Document, "author")),
        "dated": maybe(Day()),
        "meeting": maybe(A_MEETING),
        "letterhead": known(text(Document, "letterhead")),
        "introduction": known(Text()),
        "closing": known(Text()),
        "url": known(Address()),
        "sha256": known(CHECKSUM),
        **NOTED,
        **SOURCED,
    }
)
IMPORT = Thing(
    {
        "meeting": needed(A_MEETING),
        "name": needed(text(Import, "name")),
        "kind": needed(Choice(tuple(sorted(set(ENDINGS.values()))))),
        "content": needed(FILE),
        "text": needed(FILE),
        "remarks": known(ListOf(Text()), ()),
        "passages": known(ListOf(KEY), ()),
        "set_aside": known(ListOf(KEY), ()),
        **SOURCED,
    }
)
LOOK = Thing(
    {
        "check": needed(Choice(tuple(name for name, *_further in CHECKS))),
        "of": needed(ListOf(Text(), least=1)),
        **REASON,
    }
)
WORDS_OF = Thing({"title": needed(text(Document, "title")), "dated": maybe(Day())})
PARAGRAPH = Thing(
    {
        "kind": needed(Choice(tuple(PartKind))),
        "text": known(Text()),
        "of": known(Either("E", ELEMENT, DECISION)),
    }
)


def an_act(keys: dict[str, Key], when: str = "unknown") -> Thing:
    """What all acts have, and what this one has of its own."""
    moment = {"meeting": maybe(A_MEETING), "when": known(When(), when), **SOURCED}
    return Thing({"act": needed(Text()), **keys, **moment})


def without(thing: Thing, *names: str) -> Thing:
    return Thing({name: key for name, key in thing.keys.items() if name not in names})


PUT_FORWARD = {
    "contributor": needed(OrNull(A_CONTRIBUTOR)),
    "contribution": maybe(A_CONTRIBUTION),
    **NOTED,
}
PROPOSER = Thing(PUT_FORWARD)
DECIDED = {
    "decision": needed(DECISION),
    "outcome": needed(one_of(Outcome)),
    "sentence": needed(Text()),
    "basis": known(one_of(Basis), Basis.NOT_STATED.value),
    "qualifiers": known(ListOf(A_QUALIFIER, distinct=True), ()),
    "heading": maybe(text(Heading, "name")),
    "question": maybe(A_QUESTION),
    "elements": needed(ListOf(AN_ELEMENT, distinct=True, least=1)),
}
AMENDED = Thing(
    {"element": needed(AN_ELEMENT), "wording": needed(Number()), "text": needed(Text())}
)
# A decision and its corrections are of the meeting that their number names.
OF_ITS_MEETING = ("meeting",)

ACTS: dict[str, Thing] = {
    "propose_element": an_act(
        {
            "element": needed(ELEMENT),
            "question": needed(A_QUESTION),
            "heading": maybe(text(Heading, "name")),
            "text": needed(Text()),
            "proposed_by": known(ListOf(PROPOSER), ()),
        }
    ),
    "add_proposal": an_act({"element": needed(AN_ELEMENT), **PUT_FORWARD}),
    "reword_element": an_act(
        {
            "element": needed(AN_ELEMENT),
            "wording": needed(Number()),
            "text": needed(Text()),
            **REASON,
        }
    ),
    "withdraw_element": an_act(
        {
            "element": needed(AN_ELEMENT),
            "contributor": maybe(A_CONTRIBUTOR),
            "reason": known(Text()),
        }
    ),
    "record_decision": without(
        an_act(
            {
                **DECIDED,
                "amended": known(ListOf(AMENDED), ()),
                "reconsiders": known(Text()),
                "passage": maybe(KEY),
            },
            when="meeting",
        ),
        *OF_ITS_MEETING,
    ),
    "correct_decision": without(
        an_act({**DECIDED, "corrects": needed(A_DECISION), **REASON}, when="meeting"),
        *OF_ITS_MEETING,
    ),
    "annul_decision": without(
        an_act({"decision": needed(A_DECISION), **REASON}), *OF_ITS_MEETING, "when"
    ),
    "make_statement": an_act(
        {
            "key": maybe(SLUG),
            "on": needed(SUBJECT),
            "contributor": needed(A_CONTRIBUTOR),
            "kind": needed(one_of(StatementKind)),
            "text": needed(Text()),
        }
    ),
    "lift_statement": an_act({"statement": needed(A_STATEMENT), "reason": known(Text())}),
    "issue_document": Thing(
        {
            "act": needed(Text()),
            "document": needed(Number()),
            "meeting": maybe(A_MEETING),
            "title": needed(text(Issue, "title")),
            "dated": maybe(Day()),
            "language": needed(text(Issue, "language")),
            "words_of": maybe(WORDS_OF),
            "paragraphs": needed(ListOf(PARAGRAPH)),
            "text": needed(FILE),
            "docx": needed(FILE),
            "pdf": needed(FILE),
        }
    ),
}

RECORD = Thing(
    {
        "format": needed(Choice((FORMAT,))),
        "version": needed(Number()),
        "group": needed(GROUP),
        "sources": known(Keyed(SLUG, SOURCE), {}),
        "qualifiers": known(ListOf(text(Qualifier, "phrase"), distinct=True), ()),
        "questions": needed(ListOf(QUESTION, least=1)),
        "meetings": known(ListOf(MEETING), ()),
        "contributors": known(Keyed(SLUG, CONTRIBUTOR), {}),
        "contributions": known(ListOf(CONTRIBUTION), ()),
        "documents": known(ListOf(DOCUMENT), ()),
        "imports": known(ListOf(IMPORT), ()),
        "acts": known(ListOf(OneOf("act", ACTS)), ()),
        "looks": known(ListOf(LOOK), ()),
    }
)
