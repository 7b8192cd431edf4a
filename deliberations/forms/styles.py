"""The shape of what is sent to adopt a house style."""

from django import forms
from django.utils.translation import gettext_lazy

from deliberations.forms.fields import PlainForm


class StyleForm(PlainForm):
    """A Word file."""

    file = forms.FileField(
        label=gettext_lazy("Your style"),
        help_text=gettext_lazy("A Word file (.docx) with the marks below; at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file.")},
    )
