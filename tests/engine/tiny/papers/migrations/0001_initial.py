"""As it was before the wall: foreign keys that leave the schema."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            "Paper",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, auto_created=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=50)),
                (
                    "author",
                    models.ForeignKey("people.person", on_delete=django.db.models.deletion.CASCADE),
                ),
            ],
            options={"unique_together": {("title", "author")}},
        ),
        migrations.CreateModel(
            "Section",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, auto_created=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey("papers.paper", on_delete=django.db.models.deletion.CASCADE),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        "papers.section",
                        on_delete=django.db.models.deletion.SET_NULL,
                        null=True,
                        blank=True,
                    ),
                ),
            ],
        ),
    ]
