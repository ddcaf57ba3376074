"""Keys of other types, and a second table of the hub."""

import django.db.models.deletion
from django.db import migrations, models

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [("papers", "0004_identity_keys")]

    operations = [
        migrations.AddField(
            "paper",
            "badge",
            appschemas.fields.IdentityKey(
                to="people.badge",
                on_delete=django.db.models.deletion.PROTECT,
                key=models.UUIDField(),
                null=True,
                blank=True,
            ),
        ),
        migrations.AddField(
            "paper",
            "country",
            appschemas.fields.IdentityKey(
                to="people.country",
                on_delete=django.db.models.deletion.SET_NULL,
                key=models.CharField(max_length=2),
                null=True,
                blank=True,
            ),
        ),
        migrations.AddField(
            "paper",
            "referee",
            appschemas.fields.IdentityKey(
                to="people.member",
                on_delete=django.db.models.deletion.RESTRICT,
                null=True,
                blank=True,
            ),
        ),
    ]
