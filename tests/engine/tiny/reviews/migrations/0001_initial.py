import django.db.models.deletion
from django.db import migrations, models

import appschemas.fields
import reviews.models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), ("papers", "0001_initial")]

    operations = [
        migrations.CreateModel(
            "Review",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, auto_created=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.IntegerField(default=0)),
                (
                    "paper",
                    appschemas.fields.IdentityKey(
                        to="papers.paper", on_delete=django.db.models.deletion.CASCADE
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            "Opinion",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, auto_created=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    appschemas.fields.IdentityKey(
                        to="people.person", on_delete=models.SET(reviews.models.nobody)
                    ),
                ),
                (
                    "paper",
                    appschemas.fields.IdentityKey(
                        to="papers.paper",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        null=True,
                    ),
                ),
                (
                    "country",
                    appschemas.fields.IdentityKey(
                        to="people.country",
                        on_delete=django.db.models.deletion.SET_DEFAULT,
                        key=models.CharField(max_length=2),
                        default="xx",
                        null=True,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            "Grant",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, auto_created=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey("people.person", on_delete=django.db.models.deletion.CASCADE),
                ),
                ("papers", models.ManyToManyField("papers.paper")),
            ],
        ),
    ]
