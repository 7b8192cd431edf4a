"""What a row is found by, kept beside it: an index alone makes the words of a text anew for each
row that is ranked, or looked at for words side by side.
"""

from django.db import migrations

# Of each noun, what is searched of it: an expression of its columns.
TEXTS = {
    "wording": "text",
    "decision": "sentence",
    "statement": "text",
    "contributor": "name || ' ' || short_name || ' ' || country",
    "contribution": "title || ' ' || note",
    "document": "title || ' ' || author || ' ' || introduction || ' ' || closing || ' ' || note",
    "issue": "title || ' ' || text",
}


def column(noun: str, texts: str) -> tuple[str, str]:
    """SQL (there, back)."""
    table, index = f"deliberations_{noun}", f"{noun}_is_searched"
    return (
        f"DROP INDEX {index};"
        f"ALTER TABLE {table} ADD COLUMN searched tsvector"
        f" GENERATED ALWAYS AS (deliberations_searched({texts})) STORED;"
        f"CREATE INDEX {index} ON {table} USING gin (searched);",
        f"DROP INDEX {index};"
        f"ALTER TABLE {table} DROP COLUMN searched;"
        f"CREATE INDEX {index} ON {table} USING gin (deliberations_searched({texts}));",
    )


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0013_issues_found")]

    operations = [
        migrations.RunSQL(
            *column(noun, texts),
            state_operations=[migrations.RemoveIndex(noun, f"{noun}_is_searched")],
        )
        for noun, texts in TEXTS.items()
    ]
