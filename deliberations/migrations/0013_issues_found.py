"""What was issued is found by its words."""

import django.contrib.postgres.indexes
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations
from django.db.models import Func


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0012_checks")]

    operations = [
        migrations.AddIndex(
            "issue",
            django.contrib.postgres.indexes.GinIndex(
                Func(
                    "title",
                    "text",
                    function="deliberations_searched",
                    arg_joiner=" || ' ' || ",
                    output_field=SearchVectorField(),
                ),
                name="issue_is_searched",
            ),
        ),
    ]
