import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Language",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="License",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True)),
                ("spdx_id", models.CharField(blank=True, max_length=64)),
                ("url", models.URLField(blank=True, max_length=512)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="GitHubRepository",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("repo_name", models.CharField(blank=True, max_length=255)),
                ("stars", models.IntegerField(default=0)),
                ("forks", models.IntegerField(default=0)),
                ("description", models.TextField(blank=True)),
                ("repo_pushed_at", models.DateTimeField(blank=True, null=True)),
                ("repo_created_at", models.DateTimeField(blank=True, null=True)),
                ("repo_updated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "owner_account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "licenses",
                    models.ManyToManyField(
                        blank=True,
                        related_name="repositories",
                        to="github_activity_tracker.license",
                    ),
                ),
            ],
            options={
                "verbose_name": "repository",
                "verbose_name_plural": "repositories",
                "unique_together": {("owner_account", "repo_name")},
            },
        ),
        migrations.CreateModel(
            name="GitHubFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filename", models.CharField(blank=True, max_length=1024)),
                ("is_deleted", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "previous_filename",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="renamed_to",
                        to="github_activity_tracker.githubfile",
                    ),
                ),
                (
                    "repo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="github_activity_tracker.githubrepository",
                    ),
                ),
            ],
            options={
                "verbose_name": "file",
            },
        ),
        migrations.CreateModel(
            name="GitCommit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("commit_hash", models.CharField(blank=True, max_length=64)),
                ("comment", models.TextField(blank=True)),
                ("commit_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "repo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commits",
                        to="github_activity_tracker.githubrepository",
                    ),
                ),
            ],
            options={
                "verbose_name": "commit",
                "unique_together": {("repo", "commit_hash")},
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issue_number", models.IntegerField()),
                ("issue_id", models.BigIntegerField(unique=True)),
                ("title", models.CharField(blank=True, max_length=1024)),
                ("body", models.TextField(blank=True)),
                ("state", models.CharField(blank=True, max_length=20)),
                ("state_reason", models.CharField(blank=True, max_length=20)),
                ("issue_created_at", models.DateTimeField(blank=True, null=True)),
                ("issue_updated_at", models.DateTimeField(blank=True, null=True)),
                ("issue_closed_at", models.DateTimeField(blank=True, null=True)),
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
                    "assignees",
                    models.ManyToManyField(
                        blank=True,
                        related_name="assigned_issues",
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "repo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="issues",
                        to="github_activity_tracker.githubrepository",
                    ),
                ),
            ],
            options={
                "unique_together": {("repo", "issue_number")},
            },
        ),
        migrations.CreateModel(
            name="IssueComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issue_comment_id", models.BigIntegerField(unique=True)),
                ("body", models.TextField(blank=True)),
                ("issue_comment_created_at", models.DateTimeField(blank=True, null=True)),
                ("issue_comment_updated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="github_activity_tracker.issue",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PullRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pr_number", models.IntegerField()),
                ("pr_id", models.BigIntegerField(unique=True)),
                ("title", models.CharField(blank=True, max_length=1024)),
                ("body", models.TextField(blank=True)),
                ("state", models.CharField(blank=True, max_length=20)),
                ("head_hash", models.CharField(blank=True, max_length=64)),
                ("base_hash", models.CharField(blank=True, max_length=64)),
                ("pr_created_at", models.DateTimeField(blank=True, null=True)),
                ("pr_updated_at", models.DateTimeField(blank=True, null=True)),
                ("pr_merged_at", models.DateTimeField(blank=True, null=True)),
                ("pr_closed_at", models.DateTimeField(blank=True, null=True)),
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
                    "assignees",
                    models.ManyToManyField(
                        blank=True,
                        related_name="assigned_pull_requests",
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "repo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pull_requests",
                        to="github_activity_tracker.githubrepository",
                    ),
                ),
            ],
            options={
                "unique_together": {("repo", "pr_number")},
            },
        ),
        migrations.CreateModel(
            name="PullRequestComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pr_comment_id", models.BigIntegerField(unique=True)),
                ("body", models.TextField(blank=True)),
                ("pr_comment_created_at", models.DateTimeField(blank=True, null=True)),
                ("pr_comment_updated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "pr",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="github_activity_tracker.pullrequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PullRequestReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pr_review_id", models.BigIntegerField(unique=True)),
                ("body", models.TextField(blank=True)),
                ("in_reply_to_id", models.BigIntegerField(blank=True, null=True)),
                ("pr_review_created_at", models.DateTimeField(blank=True, null=True)),
                ("pr_review_updated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.githubaccount",
                    ),
                ),
                (
                    "pr",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="github_activity_tracker.pullrequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GitCommitFileChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("status", models.CharField(blank=True, max_length=20)),
                ("additions", models.IntegerField(default=0)),
                ("deletions", models.IntegerField(default=0)),
                ("patch", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "commit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file_changes",
                        to="github_activity_tracker.gitcommit",
                    ),
                ),
                (
                    "github_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="github_activity_tracker.githubfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "file change",
                "unique_together": {("commit", "github_file")},
            },
        ),
        migrations.CreateModel(
            name="IssueLabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label_name", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="github_activity_tracker.issue",
                    ),
                ),
            ],
            options={
                "unique_together": {("issue", "label_name")},
            },
        ),
        migrations.CreateModel(
            name="CreatedReposByLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.IntegerField()),
                ("all_repos", models.IntegerField(default=0)),
                ("significant_repos", models.IntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "language",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="created_repos",
                        to="github_activity_tracker.language",
                    ),
                ),
            ],
            options={
                "verbose_name": "repositories created by language",
                "verbose_name_plural": "repositories created by language",
                "unique_together": {("language", "year")},
            },
        ),
        migrations.CreateModel(
            name="PullRequestLabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label_name", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "pr",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="github_activity_tracker.pullrequest",
                    ),
                ),
            ],
            options={
                "unique_together": {("pr", "label_name")},
            },
        ),
        migrations.CreateModel(
            name="RepoLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line_count", models.IntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "language",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="repositories",
                        to="github_activity_tracker.language",
                    ),
                ),
                (
                    "repo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="languages",
                        to="github_activity_tracker.githubrepository",
                    ),
                ),
            ],
            options={
                "verbose_name": "repository's language",
                "unique_together": {("repo", "language")},
            },
        ),
    ]
