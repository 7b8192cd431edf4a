"""The shape of the questions to the history."""

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from deliberations.forms.fields import TextField
from deliberations.permissions import ACTS, SEEN


class HistoryForm(forms.Form):
    """What the address asks of the history; everything may be left out."""

    act = forms.ChoiceField(label=_("Act"), required=False)
    noun = forms.ChoiceField(label=_("Thing"), required=False)
    who = TextField(label=_("Who"), required=False, max_length=150)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    number = forms.IntegerField(
        required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput
    )
    before = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, *args: object, act_words: dict[str, object], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["act"].choices = [
            ("", _("any")),
            ("outside", _("changed outside the application")),
            *((act, act_words.get(act, act)) for act in ACTS),
        ]
        nouns = [noun for noun in SEEN if noun not in ("entry", "standing", "user", "membership")]
        self.fields["noun"].choices = [
            ("", _("any")),
            *((noun, apps.get_model("deliberations", noun)._meta.verbose_name) for noun in nouns),
        ]
