"""What was issued is found by its words."""

import django.contrib.postgres.indexes
from django.db import migrations

import deliberations.models.search


class Migration(migrations.Migration):
    dependencies = [("deliberations", "0012_checks")]

    operations = [
        migrations.AddIndex(
            "issue",
            django.contrib.postgres.indexes.GinIndex(
                deliberations.models.search.Searched("title", "text"), name="issue_is_searched"
            ),
        ),
    ]
