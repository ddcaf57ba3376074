import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SlackTeam",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("team_id", models.CharField(max_length=50, unique=True)),
                ("team_name", models.CharField(blank=True, default="", max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="SlackChannel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel_id", models.CharField(max_length=50)),
                ("channel_name", models.CharField(blank=True, default="", max_length=255)),
                ("channel_type", models.CharField(blank=True, default="", max_length=50)),
                ("description", models.TextField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "creator_user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="cppa_user_tracker.slackuser",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="channels",
                        to="cppa_slack_tracker.slackteam",
                    ),
                ),
            ],
            options={
                "unique_together": {("team", "channel_id")},
            },
        ),
        migrations.CreateModel(
            name="SlackChannelMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_restricted", models.BooleanField(default=False)),
                ("is_deleted", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="cppa_slack_tracker.slackchannel",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="slack_user_id",
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.slackuser",
                    ),
                ),
            ],
            options={
                "unique_together": {("channel", "user")},
            },
        ),
        migrations.CreateModel(
            name="SlackChannelMembershipChangeLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_joined", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="membership_changes",
                        to="cppa_slack_tracker.slackchannel",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="slack_user_id",
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.slackuser",
                    ),
                ),
            ],
            options={
                "unique_together": {("channel", "user", "created_at")},
            },
        ),
        migrations.CreateModel(
            name="SlackMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ts", models.CharField(max_length=50)),
                ("message", models.TextField(blank=True, default="")),
                ("thread_ts", models.CharField(blank=True, max_length=50, null=True)),
                ("slack_message_created_at", models.DateTimeField()),
                ("slack_message_updated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="cppa_slack_tracker.slackchannel",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="slack_user_id",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="cppa_user_tracker.slackuser",
                    ),
                ),
            ],
            options={
                "unique_together": {("channel", "ts")},
            },
        ),
    ]
