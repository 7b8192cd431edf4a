"""The shapes of bringing a document in, and of recording what it was understood to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.forms.fields import PlainForm, TextField, offer, offer_choices
from deliberations.imports.words import WITHDRAWN
from deliberations.models import (
    Basis,
    Element,
    Heading,
    Meeting,
    Outcome,
    Question,
    Status,
    WorkingGroup,
)
from deliberations.readings.imports import Match, Passage, Reading
from deliberations.readings.meetings import likely_told_of

OUTCOMES = [*Outcome.choices, (WITHDRAWN, Status.WITHDRAWN.label)]


class ImportForm(PlainForm):
    """A file, and which meeting it is about."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        to_field_name="number",
        label=gettext_lazy("The meeting that it is about"),
        empty_label=None,
        error_messages={"required": gettext_lazy("Choose the meeting.")},
    )
    file = forms.FileField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("Text, Markdown, Word (.docx) or PDF; at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".txt,.md,.markdown,.docx,.pdf"}),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a document.")},
    )

    def __init__(
        self, *args: Any, group: WorkingGroup, reader: permissions.Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        meetings = Meeting.objects.visible_to(reader).filter(group=group)
        offer(self, "meeting", meetings.select_related("group").order_by("-number"))
        self.initial.setdefault("meeting", likely_told_of(meetings))


class PassageForm(PlainForm):
    """What of a passage is recorded: as it was understood, until somebody changes it.

    Each item is an element there is (by its number), a new one, or left out. What is only alike
    is chosen by nobody but the secretariat.
    """

    passage = forms.UUIDField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"))
    basis = forms.ChoiceField(label=gettext_lazy("Basis"), choices=Basis.choices)
    heading = forms.ChoiceField(label=gettext_lazy("Heading"), required=False)
    qualifiers = forms.MultipleChoiceField(
        label=gettext_lazy("Qualifiers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    question = forms.ChoiceField(label=gettext_lazy("New elements answer"), required=False)
    sentence = TextField(label=gettext_lazy("Sentence"), rows=3)
    reconsiders = TextField(
        label=gettext_lazy("Why the group reconsiders"),
        required=False,
        help_text=gettext_lazy("Needed when an element is already decided."),
    )

    def __init__(self, *args: Any, passage: Passage, reading: Reading) -> None:
        super().__init__(
            *args,
            initial=as_read(passage),
            auto_id=f"p{passage.disposal.paragraph}-%s",
        )
        self.of = passage
        several = len(passage.disposal.outcomes) > 1
        offer_choices(self, "outcome", [*([("", "?")] if several else []), *OUTCOMES])
        self.headings = {str(heading.pk): heading for heading in reading.headings}
        several_asked = len({heading.question_id for heading in reading.headings}) > 1
        named = [
            (key, f"{h.name} ({h.question.number})" if several_asked else h.name)
            for key, h in self.headings.items()
        ]
        offer_choices(self, "heading", [("", gettext_lazy("none")), *named])
        # What was read first: in the order in which the sentence says it.
        phrases = dict.fromkeys([*read_qualifiers(passage), *reading.phrases])
        offer_choices(self, "qualifiers", [(phrase, phrase) for phrase in phrases])
        self.questions = {str(question.number): question for question in reading.questions}
        asked = [(number, question.text) for number, question in self.questions.items()]
        offer_choices(self, "question", [("", gettext_lazy("choose")), *asked])
        for number, match in enumerate(passage.matches):
            self.fields[f"item-{number}"] = forms.ChoiceField(
                label=match.item.text, choices=choices_of(match), initial=initial_of(match)
            )

    @property
    def items(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("item-")]

    @property
    def under(self) -> Heading | None:
        return self.headings.get(self.cleaned_data["heading"])

    @property
    def answered(self) -> Question | None:
        return self.questions.get(self.cleaned_data["question"])

    def elements(self) -> list[tuple[str, Element | None]]:
        """The items that are not left out, each with the element chosen for it, or None."""
        found = []
        for number, match in enumerate(self.of.matches):
            chosen = self.cleaned_data[f"item-{number}"]
            there = [match.standing, *(standing for standing, _likeness in match.near)]
            elements = {str(s.element.number): s.element for s in there if s is not None}
            if chosen != "out":
                found.append((match.item.text, elements.get(chosen)))
        return found


def read_qualifiers(passage: Passage) -> list[str]:
    return [words.meaning for words in passage.disposal.qualifiers]


def as_read(passage: Passage) -> dict[str, Any]:
    disposal = passage.disposal
    return {
        "passage": passage.key,
        "outcome": disposal.outcomes[0].meaning if len(disposal.outcomes) == 1 else "",
        "basis": disposal.basis.meaning if disposal.basis else Basis.NOT_STATED,
        "heading": str(passage.heading.pk) if passage.heading else "",
        "qualifiers": read_qualifiers(passage),
        "question": passage.question.number if passage.question else None,
        "sentence": disposal.sentence,
    }


def choices_of(match: Match) -> list[tuple[str, Any]]:
    there = [(match.standing, 100)] if match.standing else match.near
    elements = [
        (str(s.element.number), f"{s.element.reference} {s.wording.text[:80]} ({likeness} %)")
        for s, likeness in there
    ]
    unclear = [] if initial_of(match) else [("", gettext_lazy("choose"))]
    return [
        *unclear,
        *elements,
        ("new", gettext_lazy("a new element")),
        ("out", gettext_lazy("leave it out")),
    ]


def initial_of(match: Match) -> str:
    if match.standing and match.exactly:
        return str(match.standing.element.number)
    return "" if match.standing or match.near else "new"
