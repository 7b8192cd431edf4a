"""What comes from the floor while a decision is composed: a new element, a statement."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.forms.elements import contributor_field
from deliberations.forms.fields import PlainForm, TextField, offer
from deliberations.models import (
    Contributor,
    Decision,
    Element,
    Question,
    StatementKind,
    WorkingGroup,
)


class FromTheFloor(PlainForm):
    """At the meeting whose console it is; the browser asks for none of it, nor fills it in."""

    use_required_attribute = False
    named = ""
    nobody: Any = ""

    def __init__(
        self,
        *args: Any,
        group: WorkingGroup,
        contributors: list[Contributor],
        reader: permissions.Person,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, prefix=self.named, **kwargs)
        self.group, self.reader = group, reader
        offer(
            self,
            "contributor",
            Contributor.objects.visible_to(reader).filter(group=group).by_name(),
        )
        # Asked for already, as names to choose from.
        field = self.fields["contributor"]
        names = [(contributor.slug, str(contributor)) for contributor in contributors]
        offer_again(field, [("", self.nobody), *names])


def offer_again(field: forms.Field, choices: list[tuple[Any, Any]]) -> None:
    """What a field shows to choose from; what it takes stays its queryset's."""
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(field)
    field.choices = choices


class FloorForm(FromTheFloor):
    """A new element, proposed by a contributor who may not be named."""

    named = "floor"
    nobody = gettext_lazy("not named")
    text = TextField(
        label=gettext_lazy("Text"),
        rows=2,
        error_messages={"required": gettext_lazy("Write the text of the element.")},
    )
    question = forms.ModelChoiceField(
        Question.objects.none(),
        label=gettext_lazy("In answer to"),
        to_field_name="number",
        error_messages={"required": gettext_lazy("Choose the question.")},
        empty_label=None,
    )
    contributor = contributor_field(gettext_lazy("Proposed by"), gettext_lazy("not named"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = Question.objects.visible_to(self.reader).filter(group=self.group)
        offer(self, "question", questions)
        offer_again(
            self.fields["question"],
            [(question.number, str(question)) for question in questions],
        )


class SaidForm(FromTheFloor):
    """A statement. Leaves in `on` the element or the decision."""

    named = "said"
    on = TextField(
        label=gettext_lazy("On"),
        max_length=20,
        widget=forms.TextInput(attrs={"placeholder": "E41, 3/D2", "size": 10}),
        error_messages={"required": gettext_lazy("Say on what: E41, or 3/D2.")},
    )
    contributor = forms.ModelChoiceField(
        Contributor.objects.none(),
        label=gettext_lazy("By"),
        to_field_name="slug",
        error_messages={"required": gettext_lazy("Choose who said it.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=StatementKind.choices,
        initial=StatementKind.RESERVATION,
    )
    text = TextField(
        label=gettext_lazy("What was said"),
        rows=2,
        error_messages={"required": gettext_lazy("Write what was said.")},
    )

    def clean_on(self) -> Element | Decision:
        said = self.cleaned_data["on"].strip()
        if number := re.fullmatch(r"[eE]?([1-9][0-9]{0,8})", said):
            elements = Element.objects.visible_to(self.reader).filter(group=self.group)
            if element := elements.filter(number=int(number[1])).first():
                return element
        elif number := re.fullmatch(r"([1-9][0-9]{0,8})/[dD]([1-9][0-9]{0,8})", said):
            decisions = Decision.objects.visible_to(self.reader).select_related("meeting")
            decision = decisions.filter(
                meeting__group=self.group,
                meeting__number=int(number[1]),
                number=int(number[2]),
            ).first()
            if decision:
                return decision
        raise ValidationError(
            _("The group has no element or decision “%(said)s”. Write E41, or 3/D2."),
            params={"said": said},
        )
