import django.db.models.deletion
from django.db import migrations, models

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial")]
    operations = [
        migrations.AlterField(
            "paper",
            "author",
            appschemas.fields.IdentityKey(
                "people.person", on_delete=django.db.models.deletion.CASCADE
            ),
        ),
        migrations.AddField(
            "paper",
            "editor",
            appschemas.fields.IdentityKey(
                "people.editor", null=True, on_delete=django.db.models.deletion.SET_NULL
            ),
        ),
        migrations.AddField(
            "paper",
            "place",
            appschemas.fields.IdentityKey(
                "people.place",
                null=True,
                key=models.CharField(max_length=8),
                on_delete=django.db.models.deletion.SET_NULL,
            ),
        ),
    ]
