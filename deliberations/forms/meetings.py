"""The shapes of the acts on a meeting: how its agenda ended, who was there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.forms.fields import HiddenList, PlainForm, offer, sent
from deliberations.models import AgendaItem, Contributor, Ending, Meeting, MeetingState
from deliberations.readings.agenda import name_of
from deliberations.readings.attendance import present_at

if TYPE_CHECKING:
    ContributorsField = forms.ModelMultipleChoiceField[Contributor]
else:
    ContributorsField = forms.ModelMultipleChoiceField


class CloseForm(PlainForm):
    """How each item of the agenda ended that has no outcome; nothing is guessed."""

    def __init__(
        self,
        *args: Any,
        meeting: Meeting,
        items: Iterable[AgendaItem],
        reader: permissions.Person,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        later = (
            Meeting.objects.visible_to(reader)
            .filter(group=meeting.group, number__gt=meeting.number)
            .exclude(state=MeetingState.CLOSED)
        )
        self.items = {f"item-{item.pk}": item for item in items}
        self.later = {str(other.number): other for other in later.order_by("number")}
        endings: list[tuple[str, str]] = [
            (ending.value, str(ending.label)) for ending in (Ending.DISCUSSED, Ending.NOT_REACHED)
        ] + [
            (number, _("carried over to meeting %(number)s") % {"number": number})
            for number in self.later
        ]
        for name, item in self.items.items():
            self.fields[name] = forms.ChoiceField(
                label=name_of(item),
                choices=endings,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Say how it ended."),
                    "invalid_choice": _("Choose one of the endings offered."),
                },
            )

    @property
    def endings(self) -> dict[AgendaItem, Ending | Meeting]:
        return {
            item: self.later.get(self.cleaned_data[name]) or Ending(self.cleaned_data[name])
            for name, item in self.items.items()
        }


class AttendanceForm(PlainForm):
    """Who was present. seen: those who were noted when the person opened the form."""

    seen = HiddenList()
    present = ContributorsField(
        Contributor.objects.none(),
        label=gettext_lazy("Present"),
        to_field_name="slug",
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("There is no contributor “%(value)s”."),
            "invalid_pk_value": gettext_lazy("“%(pk)s” is no contributor."),
        },
    )

    def __init__(self, *args: Any, meeting: Meeting, reader: permissions.Person, **kwargs: Any):
        super().__init__(*args, **kwargs)
        contributors = Contributor.objects.visible_to(reader).filter(group=meeting.group)
        offer(self, "present", contributors)
        self.contributors = list(contributors.select_related("affiliation").by_name())
        self.noted = present_at(meeting, reader)

    @property
    def chosen(self) -> set[str]:
        """The slugs that are ticked."""
        if self.is_bound:
            return set(sent(self).getlist("present"))
        return {contributor.slug for contributor in self.noted}

    @property
    def slugs_seen(self) -> list[str]:
        if self.is_bound:
            return sent(self).getlist("seen")
        return [contributor.slug for contributor in self.noted]

    @property
    def those_present(self) -> list[Contributor]:
        """Those noted, with what the person changed of what they saw; others may note as well."""
        chosen, seen = set(self.cleaned_data["present"]), set(self.cleaned_data["seen"])
        unticked = {c for c in self.noted if c.slug in seen and c not in chosen}
        ticked = {c for c in chosen if c.slug not in seen}
        return [*(c for c in self.noted if c not in unticked), *(ticked - set(self.noted))]
