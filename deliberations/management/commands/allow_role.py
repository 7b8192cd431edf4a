"""manage.py allow_role NAME: lets a role of the database serve the record, and do no more.

The owner of a table can disable its rules: a role of its own makes the tables (migrate), another
one serves. What the rules refuse whatever the row is not granted, either.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

import pgtrigger
from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from psycopg.sql import SQL, Composed, Identifier

from deliberations.models import Decision
from deliberations.models.rules import ModelClass, Refuse

WRITES = {"INSERT": pgtrigger.Insert, "UPDATE": pgtrigger.Update, "DELETE": pgtrigger.Delete}
OF_DJANGO = {"django_session": [*WRITES], "django_admin_log": ["INSERT"]}
"""What is written to tables that are not ours, beside migrate; the others are read."""


class Command(BaseCommand):
    help = _(
        "Grant a role of the database what serving the record needs, and no more: it can't change "
        "or delete what is recorded, nor switch off a rule. Run it as the owner of the tables, "
        "after each migrate."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help=_("the role as which the application connects"))

    def handle(self, *, role: str, **options: Any) -> None:
        with transaction.atomic():
            refuse_who_can_not_be_held(role)
            with connection.cursor() as cursor:
                for grant in grants(role):
                    cursor.execute(grant)
        self.stdout.write(_("%(role)s may serve the record, and no more.") % {"role": role})


def refuse_who_can_not_be_held(role: str) -> None:
    """CommandError for a role that may do all in any case, and for one that is not there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR pg_has_role(rolname, tableowner, 'MEMBER'), tableowner,"
            " pg_has_role(tableowner, 'MEMBER') FROM pg_tables"
            " LEFT JOIN pg_roles ON rolname = %s WHERE tablename = %s",
            [role, Decision._meta.db_table],
        )
        may_do_all, owner, is_owner = cursor.fetchone()
    if not is_owner:
        raise CommandError(_("Only the owner of the tables grants: run it as “%s”.") % owner)
    if may_do_all is None:
        raise CommandError(
            _("The database has no role “%s”. Make it first: CREATE ROLE … LOGIN.") % role
        )
    if may_do_all:
        raise CommandError(
            _("“%s” owns the tables, or may act as who does: no grant holds it. Name another.")
            % role
        )


def grants(role: str) -> Iterator[Composed]:
    """In the place of whatever was granted to it before."""
    to = Identifier(role)
    yield SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(to)
    yield SQL("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {}").format(to)
    yield SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(to)
    ours = {
        model._meta.db_table: may_be_written(model)
        for model in apps.get_app_config("deliberations").get_models()
    }
    for table, rights in (ours | OF_DJANGO).items():
        for right in rights:
            yield SQL("GRANT {} ON {} TO {}").format(SQL(right), Identifier(table), to)


def may_be_written(model: ModelClass) -> list[str]:
    """The rights that no rule of the table refuses whatever the row: ["INSERT"] for acts; none
    where there are no rules: to a view of what other tables hold."""
    rules = [rule for of, rule in pgtrigger.registered() if of is model]
    refused = [rule for rule in rules if isinstance(rule, Refuse) and rule.condition is None]
    return [
        right
        for right, operation in WRITES.items()
        if rules and not any(str(operation) in str(rule.operation) for rule in refused)
    ]
