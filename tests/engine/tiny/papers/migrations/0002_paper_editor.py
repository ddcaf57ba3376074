"""A foreign key that leaves the schema, added to a table that is there."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial")]

    operations = [
        migrations.AddField(
            "paper",
            "editor",
            models.ForeignKey(
                "people.person",
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                null=True,
                blank=True,
            ),
        ),
    ]
