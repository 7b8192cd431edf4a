"""The shapes of the acts on decisions."""

import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.forms.fields import (
    WHEN,
    MomentForm,
    PlainForm,
    TextField,
    offer,
    offer_choices,
    sent,
)
from deliberations.models import (
    Basis,
    Decision,
    Element,
    Heading,
    KnownTo,
    Meeting,
    Outcome,
    Qualifier,
    Wording,
)
from deliberations.operations import NOW, Seen

if TYPE_CHECKING:
    ElementsField = forms.ModelMultipleChoiceField[Element]
else:
    ElementsField = forms.ModelMultipleChoiceField


class ByNumber(ElementsField):
    """Elements by their numbers in the group, in the order of the numbers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Element.objects.none(),
            to_field_name="number",
            label=gettext_lazy("Elements"),
            error_messages={
                "required": gettext_lazy("Choose at least one element."),
                "invalid_choice": gettext_lazy("The group has no element E%(value)s."),
                "invalid_pk_value": gettext_lazy("“%(pk)s” is not the number of an element."),
            },
            **kwargs,
        )


class DecisionForm(MomentForm):
    """What the group decided: the same shape for a decision and for its correction."""

    elements = ByNumber()
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the outcome.")},
    )
    basis = forms.ChoiceField(
        label=gettext_lazy("Basis"), choices=Basis.choices, initial=Basis.NOT_STATED
    )
    heading = forms.ModelChoiceField(
        Heading.objects.none(),
        label=gettext_lazy("Heading"),
        required=False,
        empty_label=gettext_lazy("none"),
    )
    qualifiers = forms.ModelMultipleChoiceField(
        Qualifier.objects.none(),
        label=gettext_lazy("Qualifiers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sentence = TextField(
        label=gettext_lazy("Sentence, as it will stand in the record"),
        rows=3,
        error_messages={"required": gettext_lazy("Write the sentence of the decision.")},
    )
    intention = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(
        self, *args: Any, meeting: Meeting, reader: permissions.Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reader = reader
        group = meeting.group
        self.zone = meeting.zone
        elements = Element.objects.visible_to(reader).filter(group=group).order_by("number")
        offer(self, "elements", elements)
        headings = Heading.objects.visible_to(reader).filter(question__group=group)
        offer(self, "heading", headings)
        offer(self, "qualifiers", Qualifier.objects.visible_to(reader).filter(group=group))
        # A decision is at least known to the meeting that took it.
        offer_choices(self, "known_to", [c for c in WHEN if c[0] != KnownTo.UNKNOWN])

    def of(self, name: str) -> "QuerySet[Any]":
        """What a field of the form lets choose from."""
        field = self.fields[name]
        if not isinstance(field, forms.ModelChoiceField) or field.queryset is None:
            raise TypeError(name)
        return field.queryset

    @property
    def act(self) -> dict[str, Any]:
        """The checked form as arguments of the operation."""
        cleaned = self.cleaned_data
        is_now = cleaned["known_to"] == NOW
        return {
            "outcome": cleaned["outcome"],
            "basis": cleaned["basis"],
            "heading": cleaned["heading"],
            "qualifiers": list(cleaned["qualifiers"]),
            "sentence": cleaned["sentence"],
            "elements": list(cleaned["elements"]),
            "intention": cleaned["intention"],
            # Left to the operation, which knows whether it is the first "now" of this intention.
            **({"happened_at": None, "known_to": NOW} if is_now else cleaned["moment"]),
        }


AMENDED = re.compile(r"amended-([1-9][0-9]{0,8})-([1-9][0-9]{0,8})")
AMENDMENT = TextField(error_messages={"required": gettext_lazy("Write its text as amended.")})


class RecordForm(DecisionForm):
    """A new decision.

    seen: the place in the record up to which the person has seen it. version and window: see
    Seen. Fields named amended-<element>-<wording> hold texts of chosen elements, each begun
    from that wording; where one says something else, the element is agreed as amended.
    """

    reconsiders = TextField(
        label=gettext_lazy("Why the group reconsiders"),
        required=False,
        # While the placeholder is shown the field is empty: the sheet of the console asks that.
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": " "}),
        help_text=gettext_lazy("Needed when an element is already decided."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)
    version = forms.IntegerField(
        widget=forms.HiddenInput,
        required=False,
        initial=0,
        min_value=0,
        max_value=2**31 - 1,
    )

    window = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def clean(self) -> dict[str, Any]:
        """Leaves `amended` as the operation takes it."""
        return {**super().clean(), "amended": self.amendments()}

    def amendments(self) -> dict[Element, tuple[int, str]]:
        chosen = {
            str(element.number): element for element in self.cleaned_data.get("elements", ())
        }
        texts = {
            (chosen[found[1]], int(found[2])): sent(self)[name]
            for name in sent(self)
            if (found := AMENDED.fullmatch(name)) and found[1] in chosen
        }
        if not texts:
            return {}
        wordings: dict[Element, dict[int, str]] = {}
        for wording in (
            Wording.objects.visible_to(self.reader)
            .filter(element__in=[element for element, _number in texts])
            .select_related("element")
        ):
            wordings.setdefault(wording.element, {})[wording.number] = wording.text
        amended = {}
        for (element, number), text in texts.items():
            try:
                text = AMENDMENT.clean(text)
            except forms.ValidationError as error:
                self.add_error(None, f"{element}: {' '.join(error.messages)}")
                continue
            # Left as it was; were it reworded since, that is no amendment either.
            if text == wordings[element].get(number):
                continue
            amended[element] = number, text
        return amended

    @property
    def act(self) -> dict[str, Any]:
        return {
            **super().act,
            "reconsiders": self.cleaned_data["reconsiders"],
            "seen": self.cleaned_data["seen"],
            "amended": self.cleaned_data["amended"],
            "draft": draft_seen(self.cleaned_data),
        }


def draft_seen(cleaned: dict[str, Any]) -> Seen:
    return Seen(cleaned["version"] or 0, str(cleaned["window"] or ""))


class CorrectForm(DecisionForm):
    """What the group really decided, where a clerical error was recorded."""

    reason = TextField(
        label=gettext_lazy("What was wrong"),
        rows=2,
        error_messages={"required": gettext_lazy("Say what was wrong.")},
    )

    @property
    def act(self) -> dict[str, Any]:
        return {**super().act, "reason": self.cleaned_data["reason"]}

    @staticmethod
    def as_recorded(decision: Decision) -> dict[str, Any]:
        """The decision as the form's first content, to be changed where it is wrong."""
        moment = decision.happened_at
        local = moment.astimezone(decision.meeting.zone) if moment else None
        return {
            "elements": [
                d.element.number
                for d in decision.dispositions.select_related("element").order_by("position")
            ],
            "outcome": decision.outcome,
            "basis": decision.basis,
            "heading": decision.heading_id,
            "qualifiers": list(
                decision.qualifications.order_by("position").values_list("qualifier", flat=True)
            ),
            "sentence": decision.sentence,
            "known_to": decision.known_to,
            "day": local.date() if local else None,
            "time_of_day": local.time() if local and decision.known_to == "minute" else None,
        }


class AnnulForm(PlainForm):
    """Why what was recorded was no decision."""

    reason = TextField(
        label=gettext_lazy("Why it is annulled"),
        rows=2,
        error_messages={"required": gettext_lazy("Say why it is annulled.")},
    )
    intention = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
