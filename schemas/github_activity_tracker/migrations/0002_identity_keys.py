import django.db.models.deletion
from django.db import migrations, models

from appschemas.fields import IdentityKey


def account() -> IdentityKey:
    return IdentityKey(
        to="cppa_user_tracker.githubaccount", on_delete=django.db.models.deletion.CASCADE
    )


def join_table(owner: str) -> migrations.SeparateDatabaseAndState:
    """The table that the many-to-many field made becomes a model's; the database stays."""
    return migrations.SeparateDatabaseAndState(
        state_operations=[
            migrations.RemoveField(owner, "assignees"),
            migrations.CreateModel(
                f"{owner}Assignee",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        owner.lower(),
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="assignees",
                            to=f"github_activity_tracker.{owner.lower()}",
                        ),
                    ),
                    (
                        "githubaccount",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            to="cppa_user_tracker.githubaccount",
                        ),
                    ),
                ],
                options={
                    "db_table": f"github_activity_tracker_{owner.lower()}_assignees",
                    "unique_together": {(owner.lower(), "githubaccount")},
                },
            ),
        ]
    )


class Migration(migrations.Migration):
    dependencies = [("github_activity_tracker", "0001_initial")]

    operations = [
        migrations.AlterField("githubrepository", "owner_account", account()),
        migrations.AlterField("gitcommit", "account", account()),
        migrations.AlterField("issue", "account", account()),
        migrations.AlterField("issuecomment", "account", account()),
        migrations.AlterField("pullrequest", "account", account()),
        migrations.AlterField("pullrequestreview", "account", account()),
        migrations.AlterField("pullrequestcomment", "account", account()),
        join_table("Issue"),
        migrations.AlterField("issueassignee", "githubaccount", account()),
        join_table("PullRequest"),
        migrations.AlterField("pullrequestassignee", "githubaccount", account()),
    ]
