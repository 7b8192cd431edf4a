"""manage.py run_local: all of `make run` in one process, from an empty database to the server."""

import os
from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from deliberations.management.commands.serve import listener, serve
from wgec.database.cluster import CannotStart

RECORD = "fixtures/wgec.json"


class Command(BaseCommand):
    help = _("Bring the database up to date, load the WGEC record, make local people, serve.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError(_("Not in production: this is for one's own machine."))
        # The port first: nothing is more often in the way.
        with suppress(KeyboardInterrupt), listener("127.0.0.1", port) as there:
            try:
                call_command("migrate", verbosity=0, interactive=False, stdout=self.stdout)
            except CannotStart as error:
                raise CommandError(str(error)) from None
            self.load()
            call_command("local_people", port=there.getsockname()[1], stdout=self.stdout)
            serve(there, said=self.stdout.write)

    def load(self) -> None:
        record = os.path.relpath(settings.BASE_DIR / RECORD)
        try:
            call_command("load_record", record, stdout=self.stdout)
        except CommandError as error:
            start_anew = _("If what it holds is not yours, start anew: remove %(data)s.")
            data = {"data": os.path.relpath(settings.DATA_DIR)}
            raise CommandError(f"{error}\n{start_anew % data}") from None
