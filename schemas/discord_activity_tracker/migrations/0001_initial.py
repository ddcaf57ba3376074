import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="DiscordChannel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel_id", models.BigIntegerField(unique=True)),
                ("channel_name", models.CharField(blank=True, default="", max_length=255)),
                ("channel_type", models.CharField(blank=True, default="", max_length=50)),
                ("category_id", models.BigIntegerField(blank=True, null=True)),
                ("category_name", models.CharField(blank=True, default="", max_length=255)),
                ("topic", models.TextField(blank=True, default="")),
                ("position", models.IntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="DiscordServer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("server_id", models.BigIntegerField(unique=True)),
                ("server_name", models.CharField(blank=True, default="", max_length=255)),
                ("icon_url", models.URLField(blank=True, default="", max_length=512)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="DiscordMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_id", models.BigIntegerField(unique=True)),
                ("content", models.TextField(blank=True, default="")),
                ("message_type", models.CharField(blank=True, default="", max_length=50)),
                ("is_pinned", models.BooleanField(default=False)),
                ("message_created_at", models.DateTimeField()),
                ("message_edited_at", models.DateTimeField(blank=True, null=True)),
                ("is_deleted", models.BooleanField(default=False)),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                ("reply_to_message_id", models.BigIntegerField(blank=True, null=True)),
                ("has_attachments", models.BooleanField(default=False)),
                ("attachment_urls", models.JSONField(blank=True, default=list)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.discordprofile",
                    ),
                ),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="discord_activity_tracker.discordchannel",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="discordchannel",
            name="server",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="channels",
                to="discord_activity_tracker.discordserver",
            ),
        ),
        migrations.CreateModel(
            name="DiscordReaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("emoji", models.CharField(max_length=255)),
                ("count", models.IntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reactions",
                        to="discord_activity_tracker.discordmessage",
                    ),
                ),
            ],
            options={
                "unique_together": {("message", "emoji")},
            },
        ),
    ]
