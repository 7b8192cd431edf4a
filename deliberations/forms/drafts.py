"""A decision as it is being composed: kept as it was typed, right or not yet right."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.http import QueryDict
from django.utils.translation import gettext as _

from deliberations.forms.decisions import AMENDED, RecordForm, draft_seen
from deliberations.forms.fields import PlainForm, readable
from deliberations.models import Draft

KEPT = frozenset(RecordForm.base_fields) - {"intention", "seen", "version", "window"}
MOST = 100_000
"""Characters in a draft."""

no_null = ProhibitNullCharactersValidator()


class DraftForm(PlainForm):
    """What of the console is kept: each field as it was sent, were it recorded like that or not.

    Leaves `content` in cleaned_data, as Draft.content has it.
    """

    intention = forms.UUIDField()
    version = RecordForm.base_fields["version"]
    window = RecordForm.base_fields["window"]

    data: QueryDict

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        content = {
            name: values
            for name, values in self.data.lists()
            if name in KEPT or AMENDED.fullmatch(name)
        }
        texts = [text for values in content.values() for text in values]
        if sum(map(len, texts)) > MOST:
            raise ValidationError(_("That is more than a draft can hold."))
        for text in texts:
            no_null(text)
            readable(text)
        return {**cleaned, "content": content}

    @property
    def says_something(self) -> bool:
        """Whether it is worth keeping: something is chosen or written."""
        content = self.cleaned_data["content"]
        said = ("elements", "outcome", "sentence", "qualifiers", "reconsiders")
        return any(text.strip() for name in said for text in content.get(name, []))

    @property
    def act(self) -> dict[str, Any]:
        """The checked form as arguments of the operation."""
        return {
            "intention": self.cleaned_data["intention"],
            "seen": draft_seen(self.cleaned_data),
            "content": self.cleaned_data["content"],
        }

    def sentences(self) -> list[str]:
        return [str(error) for errors in self.errors.values() for error in errors]


def shown_again(draft: Draft) -> dict[str, Any]:
    """A draft as the first content of the form."""
    many = ("elements", "qualifiers")
    return {
        "intention": draft.intention,
        **{
            name: values if name in many else values[-1]
            for name, values in draft.content.items()
            if name in KEPT and values
        },
    }
