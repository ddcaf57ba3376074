import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
        ("github_activity_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoostLibrary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
            ],
            options={
                "verbose_name_plural": "Boost libraries",
            },
        ),
        migrations.CreateModel(
            name="BoostLibraryCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name_plural": "Boost library categories",
            },
        ),
        migrations.CreateModel(
            name="BoostLibraryRepository",
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
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name_plural": "Boost library repositories",
            },
            bases=("github_activity_tracker.githubrepository",),
        ),
        migrations.CreateModel(
            name="BoostVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.CharField(max_length=64, unique=True)),
                ("version_created_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="BoostFile",
            fields=[
                (
                    "github_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="github_activity_tracker.githubfile",
                    ),
                ),
                (
                    "library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="boostlibrary",
            name="repo",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="libraries",
                to="boost_library_tracker.boostlibraryrepository",
            ),
        ),
        migrations.CreateModel(
            name="BoostLibraryVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("cpp_version", models.CharField(blank=True, max_length=64)),
                ("description", models.TextField(blank=True)),
                ("key", models.CharField(blank=True, max_length=255)),
                ("documentation", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="libraries",
                        to="boost_library_tracker.boostversion",
                    ),
                ),
            ],
            options={
                "unique_together": {("library", "version")},
            },
        ),
        migrations.CreateModel(
            name="BoostLibraryCategoryRelationship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="libraries",
                        to="boost_library_tracker.boostlibrarycategory",
                    ),
                ),
                (
                    "library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="categories",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
            ],
            options={
                "verbose_name": "library's category",
                "verbose_name_plural": "library's categories",
                "unique_together": {("library", "category")},
            },
        ),
        migrations.AlterUniqueTogether(
            name="boostlibrary",
            unique_together={("repo", "name")},
        ),
        migrations.CreateModel(
            name="BoostLibraryRoleRelationship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_maintainer", models.BooleanField(default=False)),
                ("is_author", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "library_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="boost_library_tracker.boostlibraryversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "library role",
                "unique_together": {("library_version", "account")},
            },
        ),
        migrations.CreateModel(
            name="BoostDependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "client_library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dependencies",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
                (
                    "dep_library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dependents",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dependencies",
                        to="boost_library_tracker.boostversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "Boost dependencies",
                "unique_together": {("client_library", "version", "dep_library")},
            },
        ),
        migrations.CreateModel(
            name="DependencyChangeLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_add", models.BooleanField(default=True)),
                ("created_at", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "client_library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dependency_changes",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
                (
                    "dep_library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dependent_changes",
                        to="boost_library_tracker.boostlibrary",
                    ),
                ),
            ],
            options={
                "verbose_name": "dependency change",
                "unique_together": {("client_library", "dep_library", "created_at")},
            },
        ),
    ]
