"""The question to the search."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.forms.fields import PlainForm, TextField, offer, offer_choices
from deliberations.models import Contributor, Meeting, Status, WorkingGroup
from deliberations.readings.sought import BEST, BY_NUMBER, KINDS, LATEST


class SearchForm(PlainForm):
    """What the address asks of the search; everything may be left out.

    What is hidden is chosen by links beside what was found.
    """

    q = TextField(
        label=_("Words, or a number as E41 or 2/D5"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            (BEST, _("best first")),
            (LATEST, _("latest first")),
            (BY_NUMBER, _("by number")),
        ],
    )
    kind = forms.ChoiceField(required=False, label=_("Kind"), widget=forms.HiddenInput())
    status = forms.ChoiceField(
        required=False, label=_("Status"), choices=Status.choices, widget=forms.HiddenInput()
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("Meeting"),
        required=False,
        to_field_name="number",
        widget=forms.HiddenInput(),
    )
    contributor = forms.ModelChoiceField(
        Contributor.objects.none(),
        label=_("Contributor"),
        required=False,
        to_field_name="slug",
        widget=forms.HiddenInput(),
    )

    def __init__(
        self, *args: Any, group: WorkingGroup, reader: permissions.Person, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "kind", [(kind.name, kind.label) for kind in KINDS])
        offer(self, "meeting", Meeting.objects.visible_to(reader).filter(group=group))
        offer(self, "contributor", Contributor.objects.visible_to(reader).filter(group=group))
