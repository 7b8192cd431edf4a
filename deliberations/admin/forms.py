"""The forms of the admin: with a reason, and with choices within reach."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from deliberations.admin.reach import (
    group_of,
    of_group,
    within_reach,
)
from deliberations.forms.fields import LONGEST, TextField, readable

if TYPE_CHECKING:
    BaseModelAdmin = admin.options.BaseModelAdmin[Any]
    ModelForm = forms.ModelForm[Any]
else:
    BaseModelAdmin = admin.options.BaseModelAdmin
    ModelForm = forms.ModelForm

TEXTS: dict[type, Any] = {
    models.TextField: {
        "form_class": TextField,
        "max_length": LONGEST,
        "widget": AdminTextareaWidget(attrs={"rows": 4}),
    }
}


class PartForm(ModelForm):
    def validate_constraints(self) -> None:
        """Whether a rule holds is the database's to say, in the same sentence for everyone."""


class ReasonedForm(PartForm):
    """A form of the admin, with the reason that goes into the history.

    refusal: why the record refused what the form asked, for showing the form again.
    """

    refusal = ""
    reason = TextField(
        label=gettext_lazy("Reason"),
        rows=2,
        max_length=500,
        required=False,
        help_text=gettext_lazy("It stands in the history, with your name."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = not self.instance._state.adding

    def clean(self) -> dict[str, Any] | None:
        if self.refusal:
            raise ValidationError(self.refusal)
        return super().clean()

    @property
    def changed_fields(self) -> list[str]:
        """The fields of the thing itself that the form changes."""
        own = {field.name for field in self.instance._meta.fields}
        return [name for name in self.changed_data if name in own]


class ReasonForm(forms.Form):
    """Why a thing is deleted."""

    reason = TextField(label=gettext_lazy("Reason"), rows=2, max_length=500)


class Within(BaseModelAdmin):
    """Fields of a form choose from what is within reach, and hold texts as the record's forms do.

    The choices are limited in the field, so that a forged form is refused as well.
    """

    formfield_overrides = TEXTS

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field: forms.Field | None = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        if isinstance(field, forms.CharField) and readable not in field.validators:
            field.validators.append(readable)
        return field

    def limit(self, form: Any, request: HttpRequest, thing: models.Model | None) -> None:
        """thing: whose form it is; None for a new one, whose group is not said yet."""
        group = group_of(thing) if thing is not None else None
        for field in form.base_fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = of_group(within_reach(field.queryset, request.user), group)
