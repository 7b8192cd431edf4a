"""The shape of the questions to the history."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.apps import apps
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from deliberations.forms.fields import LAST_DAY, PlainForm, TextField, offer_choices
from deliberations.permissions import ACTS, SEEN

ANY = ("", _("any"))


class HistoryForm(PlainForm):
    """What the address asks of the history; everything may be left out."""

    act = forms.ChoiceField(label=_("Act"), required=False)
    noun = forms.ChoiceField(label=_("Thing"), required=False)
    who = TextField(label=_("Who"), required=False, max_length=150)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("To"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        # There is no day after the very last one.
        validators=[MaxValueValidator(LAST_DAY, _("That is too far ahead."))],
    )
    number = forms.IntegerField(
        required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput
    )
    before = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, act_words: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outside = ("outside", _("changed outside the application"))
        acts = ((act, act_words.get(act, act)) for act in ACTS)
        offer_choices(self, "act", [ANY, outside, *acts])
        nouns = [noun for noun in SEEN if noun not in ("entry", "standing", "user", "membership")]
        words = ((n, apps.get_model("deliberations", n)._meta.verbose_name) for n in nouns)
        offer_choices(self, "noun", [ANY, *words])
