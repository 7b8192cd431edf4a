"""How PostgreSQL plans the functions that say where an element stands.

A connection that lives long keeps the plans of its first calls, made when the tables may have been
nearly empty and not yet analysed: it then reads whole tables, four times as long for a decision
after three hundred. All that these functions ask for is found by an index.
"""

from django.db import migrations

FUNCTIONS = (
    "deliberations_in_force(bigint)",
    "deliberations_counts(bigint, bigint)",
    "deliberations_stands(bigint, boolean, bigint)",
    "deliberations_hides(bigint, bigint, bigint)",
    "deliberations_restand(bigint)",
)
SETTINGS = {"enable_seqscan": "off", "plan_cache_mode": "force_generic_plan"}


def each(change: str) -> str:
    return "\n".join(f"ALTER FUNCTION {function} {change};" for function in FUNCTIONS)


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0005_in_the_room")]

    operations = [
        migrations.RunSQL(each(f"SET {name} TO {value}"), each(f"RESET {name}"))
        for name, value in SETTINGS.items()
    ]
