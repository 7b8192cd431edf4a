"""The shape of what is sent to issue a document."""

from uuid import uuid4

from django import forms

from deliberations.forms.fields import PlainForm


class IssueForm(PlainForm):
    """Nothing but the intention: sent twice, it issues once."""

    intention = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
