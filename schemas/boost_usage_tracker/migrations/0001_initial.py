import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("boost_library_tracker", "0001_initial"),
        ("github_activity_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoostExternalRepository",
            fields=[
                (
                    "githubrepository_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="github_activity_tracker.githubrepository",
                    ),
                ),
                ("boost_version", models.CharField(blank=True, max_length=64)),
                ("is_boost_embedded", models.BooleanField(default=False)),
                ("is_boost_used", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "external repository",
                "verbose_name_plural": "external repositories",
            },
            bases=("github_activity_tracker.githubrepository",),
        ),
        migrations.CreateModel(
            name="BoostUsage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_commit_date", models.DateTimeField(blank=True, null=True)),
                ("excepted_at", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "boost_header",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="boost_library_tracker.boostfile",
                    ),
                ),
                (
                    "file_path",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="github_activity_tracker.githubfile",
                    ),
                ),
                (
                    "repo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="usages",
                        to="boost_usage_tracker.boostexternalrepository",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BoostMissingHeaderTmp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("header_name", models.CharField(blank=True, max_length=512)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "usage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="missing_headers",
                        to="boost_usage_tracker.boostusage",
                    ),
                ),
            ],
            options={
                "verbose_name": "missing header",
            },
        ),
        migrations.AddConstraint(
            model_name="boostusage",
            constraint=models.UniqueConstraint(
                condition=models.Q(("boost_header__isnull", True)),
                fields=("repo", "file_path"),
                name="boost_usage_one_missing_row",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="boostusage",
            unique_together={("repo", "boost_header", "file_path")},
        ),
        migrations.AlterUniqueTogether(
            name="boostmissingheadertmp",
            unique_together={("usage", "header_name")},
        ),
    ]
