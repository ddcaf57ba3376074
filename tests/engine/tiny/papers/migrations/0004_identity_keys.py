"""The foreign keys become identity keys."""

import django.db.models.deletion
from django.db import migrations

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [("papers", "0003_first_paper")]

    operations = [
        migrations.AlterField(
            "paper",
            "author",
            appschemas.fields.IdentityKey(
                to="people.person", on_delete=django.db.models.deletion.CASCADE
            ),
        ),
        migrations.AlterField(
            "paper",
            "editor",
            appschemas.fields.IdentityKey(
                to="people.person",
                on_delete=django.db.models.deletion.SET_NULL,
                null=True,
                blank=True,
            ),
        ),
    ]
