"""What people do with their own account."""

from django.utils.translation import gettext as _

from deliberations.models import User
from deliberations.operations.acts import act
from deliberations.operations.refusals import NotAllowed


def change_password(*, user: User, password: str, by: User) -> User:
    """Set one's own password; that of another an admin sets, by editing people.

    That it changed is in the history, the password is not.
    """
    with act("change_password", by=by):
        if user.pk != by.pk:
            raise NotAllowed(_("You set your own password. That of others an admin sets."))
        user.set_password(password)
        user.save(update_fields=["password"])
        return user
