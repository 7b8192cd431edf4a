"""manage.py archive_record --group wgec --output FILE: the whole record of a group in one file."""

from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from deliberations.archives import pack
from deliberations.models import WorkingGroup
from deliberations.permissions import Inside


class Command(BaseCommand):
    help = _(
        "Write the record of a group into one archive, as its secretariat sees it; load_record "
        "makes an equal record of it."
    )

    requires_system_checks = []  # they take longer than the command

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--group", required=True, help=_("its address, as wgec"))
        parser.add_argument("--output", required=True, help=_("the file to write, a .zip"))
        parser.add_argument("--public", action="store_true", help=_("only what everybody may see"))

    def handle(self, *, group: str, output: str, public: bool, **options: Any) -> None:
        found = WorkingGroup.objects.visible_to(AnonymousUser()).filter(slug=group).first()
        if found is None:
            raise CommandError(_("There is no working group “%(slug)s” here.") % {"slug": group})
        reader = AnonymousUser() if public else Inside(found.pk)
        try:
            write(found, reader, Path(output))
        except (OSError, ValueError) as trouble:
            why = getattr(trouble, "strerror", None) or trouble
            raise CommandError(
                _("%(file)s can’t be written: %(why)s.") % {"file": output, "why": why}
            ) from None


def write(group: WorkingGroup, reader: AnonymousUser, output: Path) -> None:
    """The whole or nothing: an earlier archive stays until the new one is whole.

    Readable by nobody else: it may hold what is not published.
    """
    with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as file:
        try:
            pack(group, reader, file)
            file.close()
            Path(file.name).replace(output)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
