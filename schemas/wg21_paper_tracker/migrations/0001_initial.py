import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="WG21Mailing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mailing_date", models.CharField(max_length=7, unique=True)),
                ("title", models.CharField(blank=True, default="", max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="WG21Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paper_id", models.CharField(max_length=255)),
                ("url", models.URLField(blank=True, default="", max_length=1024)),
                ("title", models.CharField(blank=True, default="", max_length=1024)),
                ("document_date", models.DateField(blank=True, null=True)),
                ("year", models.IntegerField()),
                ("subgroup", models.CharField(blank=True, default="", max_length=255)),
                ("is_downloaded", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "mailing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="wg21_paper_tracker.wg21mailing",
                    ),
                ),
            ],
            options={
                "unique_together": {("paper_id", "year")},
            },
        ),
        migrations.CreateModel(
            name="WG21PaperAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("author_order", models.PositiveIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authors",
                        to="wg21_paper_tracker.wg21paper",
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.wg21paperauthorprofile",
                    ),
                ),
            ],
            options={
                "unique_together": {("paper", "profile")},
            },
        ),
    ]
