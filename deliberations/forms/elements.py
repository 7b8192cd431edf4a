"""The shapes of the acts on one element, and of the questions to the list of elements."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.forms.fields import (
    ChoiceOfFew,
    MeetingChoice,
    MomentForm,
    PlainForm,
    TextField,
    offer,
    offer_choices,
)
from deliberations.models import (
    Contribution,
    Contributor,
    Heading,
    Meeting,
    Question,
    Status,
    WorkingGroup,
)

WHEN_AND_WHERE = ("known_to", "day", "time_of_day", "meeting")


class GroupActForm(MomentForm):
    """An act of the group's record, at one of its meetings or outside them."""

    meeting = MeetingChoice()

    def __init__(
        self, *args: Any, group: WorkingGroup, reader: permissions.Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        # What happened first, then when and where.
        self.order_fields([name for name in self.fields if name not in WHEN_AND_WHERE])
        offer(self, "meeting", Meeting.objects.visible_to(reader).filter(group=group))
        offers: dict[str, QuerySet[Any]] = {
            "contributor": Contributor.objects.visible_to(reader).filter(group=group).by_name(),
            "contribution": Contribution.objects.visible_to(reader).filter(group=group),
            "question": Question.objects.visible_to(reader).filter(group=group),
            "heading": Heading.objects.visible_to(reader).filter(question__group=group),
        }
        for name in offers.keys() & self.fields.keys():
            offer(self, name, offers[name])

    def clean(self) -> dict[str, Any]:
        meeting = self.cleaned_data.get("meeting")
        self.zone = meeting.zone if meeting else ZoneInfo(self.group.time_zone)
        cleaned = super().clean()
        if cleaned.get("known_to") == "meeting" and not cleaned.get("meeting"):
            self.add_error("meeting", _("Choose the meeting, or another “when”."))
        return cleaned

    @property
    def act(self) -> dict[str, Any]:
        """The checked form as arguments of the operation."""
        mine = {
            name: self.cleaned_data[name]
            for name in self.fields
            if name not in ("known_to", "day", "time_of_day")
        }
        return {**mine, **self.cleaned_data["moment"]}


def contributor_field(label: Any, none: Any) -> "forms.ModelChoiceField[Contributor]":
    return forms.ModelChoiceField(
        Contributor.objects.none(),
        label=label,
        required=False,
        to_field_name="slug",
        empty_label=none,
    )


class ProposeForm(GroupActForm):
    """A new element."""

    text = TextField(
        label=_("Text"), rows=2, error_messages={"required": _("Write the text of the element.")}
    )
    question = forms.ModelChoiceField(
        Question.objects.none(),
        label=_("In answer to"),
        to_field_name="number",
        error_messages={"required": _("Choose the question.")},
        empty_label=None,
    )
    heading = forms.ModelChoiceField(
        Heading.objects.none(), label=_("Heading"), required=False, empty_label=_("none")
    )
    proposed_by = forms.ChoiceField(
        label=_("Proposed by"),
        choices=[
            ("contributor", _("a contributor")),
            ("unnamed", _("one contributor, not named")),
            ("unknown", _("the sources do not say")),
        ],
        initial="contributor",
    )
    contributor = contributor_field(_("Contributor"), _("none chosen"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_named = cleaned.get("proposed_by") == "contributor"
        if is_named and not cleaned.get("contributor"):
            self.add_error("contributor", _("Choose the contributor, or say that none is named."))
        if not is_named and cleaned.get("contributor"):
            self.add_error("contributor", _("Choose none, or say that a contributor proposed it."))
        heading, question = cleaned.get("heading"), cleaned.get("question")
        if heading and question and heading.question_id != question.pk:
            self.add_error("heading", _("That heading belongs to another question."))
        return cleaned


class SecondForm(GroupActForm):
    """A further proposal of an element, or the first again after a withdrawal."""

    contributor = contributor_field(_("Proposed by"), _("not named"))
    contribution = forms.ModelChoiceField(
        Contribution.objects.none(),
        label=_("In the contribution"),
        required=False,
        empty_label=_("none"),
    )
    note = TextField(label=_("Note"), required=False, rows=2)


class RewordForm(GroupActForm):
    """A new wording."""

    text = TextField(
        label=_("New wording"), rows=3, error_messages={"required": _("Write the new wording.")}
    )
    reason = TextField(
        label=_("Why it is reworded"),
        rows=2,
        error_messages={"required": _("Say why it is reworded.")},
    )
    seen_wording = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class WithdrawForm(GroupActForm):
    """That the proposer takes the element back."""

    contributor = contributor_field(_("Withdrawn by"), _("not named"))
    reason = TextField(label=_("Reason given"), required=False, rows=2)


class FilterForm(PlainForm):
    """What the address asks of the list of elements; everything may be left out."""

    q = TextField(label=_("Words, or a number"), required=False, max_length=200)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("any")), *Status.choices]
    )
    question = ChoiceOfFew(
        Question.objects.none(),
        label=_("Question"),
        required=False,
        to_field_name="number",
        empty_label=_("any"),
    )
    heading = forms.ChoiceField(label=_("Heading"), required=False)
    contributor = forms.ModelChoiceField(
        Contributor.objects.none(),
        label=_("Proposed by"),
        required=False,
        to_field_name="slug",
        empty_label=_("any"),
    )
    meeting = ChoiceOfFew(
        Meeting.objects.none(),
        label=_("Decided at"),
        required=False,
        to_field_name="number",
        empty_label=_("any"),
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("", _("by number")),
            ("-number", _("by number, last first")),
            ("status", _("by status")),
            ("recent", _("last touched first")),
        ],
    )

    def __init__(
        self, *args: Any, group: WorkingGroup, reader: permissions.Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "question", Question.objects.visible_to(reader).filter(group=group))
        offer(
            self,
            "contributor",
            Contributor.objects.visible_to(reader).filter(group=group).by_name(),
        )
        offer(self, "meeting", Meeting.objects.visible_to(reader).filter(group=group))
        headings = Heading.objects.visible_to(reader).filter(question__group=group)
        names = dict.fromkeys(headings.values_list("name", flat=True))
        offer_choices(self, "heading", [("", _("any")), *((name, name) for name in names)])

    @property
    def labels(self) -> dict[str, str]:
        return {name: str(field.label) for name, field in self.fields.items()}
