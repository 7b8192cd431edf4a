"""The shapes of the acts on decisions."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.forms.fields import WHEN, MomentForm, PlainForm, TextField, offer, offer_choices
from deliberations.models import (
    Basis,
    Decision,
    Element,
    Heading,
    KnownTo,
    Meeting,
    Outcome,
    Qualifier,
)
from deliberations.operations import NOW

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
            label=_("Elements"),
            error_messages={
                "required": _("Choose at least one element."),
                "invalid_choice": _("The group has no element E%(value)s."),
                "invalid_pk_value": _("“%(pk)s” is not the number of an element."),
            },
            **kwargs,
        )


class DecisionForm(MomentForm):
    """What the group decided: the same shape for a decision and for its correction."""

    elements = ByNumber()
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the outcome.")},
    )
    basis = forms.ChoiceField(label=_("Basis"), choices=Basis.choices, initial=Basis.NOT_STATED)
    heading = forms.ModelChoiceField(
        Heading.objects.none(), label=_("Heading"), required=False, empty_label=_("none")
    )
    qualifiers = forms.ModelMultipleChoiceField(
        Qualifier.objects.none(),
        label=_("Qualifiers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sentence = TextField(
        label=_("Sentence, as it will stand in the record"),
        rows=3,
        error_messages={"required": _("Write the sentence of the decision.")},
    )
    intention = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(
        self, *args: Any, meeting: Meeting, reader: permissions.Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        group = meeting.group
        self.zone = meeting.zone
        elements = Element.objects.visible_to(reader).filter(group=group).order_by("number")
        offer(self, "elements", elements)
        headings = Heading.objects.visible_to(reader).filter(question__group=group)
        offer(self, "heading", headings)
        offer(self, "qualifiers", Qualifier.objects.visible_to(reader).filter(group=group))
        # A decision is at least known to the meeting that took it.
        offer_choices(self, "known_to", [c for c in WHEN if c[0] != KnownTo.UNKNOWN])

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


class RecordForm(DecisionForm):
    """A new decision.

    seen: the place in the record up to which the person has seen it.
    """

    reconsiders = TextField(
        label=_("Why the group reconsiders"),
        required=False,
        rows=2,
        help_text=_("Needed when an element is already decided."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)

    @property
    def act(self) -> dict[str, Any]:
        return {
            **super().act,
            "reconsiders": self.cleaned_data["reconsiders"],
            "seen": self.cleaned_data["seen"],
        }


class CorrectForm(DecisionForm):
    """What the group really decided, where a clerical error was recorded."""

    reason = TextField(
        label=_("What was wrong"),
        rows=2,
        error_messages={"required": _("Say what was wrong.")},
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
        label=_("Why it is annulled"),
        rows=2,
        error_messages={"required": _("Say why it is annulled.")},
    )
    intention = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
