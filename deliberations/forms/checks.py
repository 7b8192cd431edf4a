"""The shape of a second look."""

from django.utils.translation import gettext_lazy as _

from deliberations.forms.fields import PlainForm, TextField


class LookForm(PlainForm):
    """Why a finding stays as it is."""

    reason = TextField(
        label=_("Why it stays as it is"),
        rows=2,
        error_messages={"required": _("Say why it stays as it is.")},
    )
