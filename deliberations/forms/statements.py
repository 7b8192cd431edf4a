"""The shapes of what contributors say, and of taking it back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deliberations.forms.elements import GroupActForm
from deliberations.forms.fields import PlainForm, TextField
from deliberations.models import Contributor, StatementKind


class StatementForm(GroupActForm):
    """What a contributor said of an element or a decision."""

    contributor = forms.ModelChoiceField(
        Contributor.objects.none(),
        label=_("By"),
        to_field_name="slug",
        error_messages={"required": _("Choose who said it.")},
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=StatementKind.choices)
    text = TextField(
        label=_("What was said"),
        rows=3,
        error_messages={"required": _("Write what was said.")},
    )


class LiftForm(GroupActForm):
    """That a reservation or an objection is lifted."""

    reason = TextField(label=_("Reason given"), required=False, rows=2)


class StatementsForm(PlainForm):
    """What an address asks of the statements."""

    kind = forms.ChoiceField(label=_("Kind"), choices=StatementKind.choices, required=False)
