"""The question to the search."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deliberations.forms.fields import PlainForm, TextField
from deliberations.readings.search import KINDS


class SearchForm(PlainForm):
    """What the address asks of the search; everything may be left out."""

    q = TextField(
        label=_("Words, or a number as E41 or 2/D5"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(required=False, label=_("Kind"), widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.name, kind.label) for kind in KINDS]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a field of choices
