"""Acts on the house style of a group."""

from hashlib import sha256

from django.utils.translation import gettext as _

from deliberations.models import Style, User, WorkingGroup
from deliberations.operations.acts import act
from deliberations.operations.refusals import Refused


def adopt_style(*, group: WorkingGroup, name: str, content: bytes, by: User) -> Style:
    """From now on papers of the group are issued in this style; what was issued stays as it is.

    content: a Word file that was tried out (papers.styles.try_out); empty, with no name, to go
    back to the built-in style.
    """
    with act("adopt_style", by=by, group=group):
        last = Style.objects.filter(group=group).order_by("number").defer("content").last()
        if (last.sha256 if last else NOTHING) == sha256(content).hexdigest():
            raise Refused(_("That style is in force already. Nothing was changed."))
        return Style.objects.create(group=group, name=name, content=content, adopted_by=by)


NOTHING = sha256(b"").hexdigest()
