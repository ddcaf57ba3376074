import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("boost_library_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoostDocContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.TextField(blank=True)),
                ("content_hash", models.CharField(max_length=64, unique=True)),
                ("is_upserted", models.BooleanField(default=False)),
                ("scraped_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "first_version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="boost_library_tracker.boostversion",
                    ),
                ),
                (
                    "last_version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="boost_library_tracker.boostversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "documentation content",
            },
        ),
        migrations.CreateModel(
            name="BoostLibraryDocumentation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "boost_doc_content",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="library_versions",
                        to="boost_library_docs_tracker.boostdoccontent",
                    ),
                ),
                (
                    "boost_library_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="boost_library_tracker.boostlibraryversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "library documentation",
                "verbose_name_plural": "library documentation",
                "unique_together": {("boost_library_version", "boost_doc_content")},
            },
        ),
    ]
