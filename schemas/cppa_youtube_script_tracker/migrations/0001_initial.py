import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CppaTags",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tag_name", models.CharField(max_length=128, unique=True)),
            ],
            options={
                "verbose_name_plural": "cppa tags",
            },
        ),
        migrations.CreateModel(
            name="YouTubeChannel",
            fields=[
                ("channel_id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("channel_title", models.CharField(blank=True, default="", max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="YouTubeVideo",
            fields=[
                ("video_id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("title", models.CharField(blank=True, default="", max_length=512)),
                ("description", models.TextField(blank=True, default="")),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("duration_seconds", models.IntegerField(default=0)),
                ("view_count", models.IntegerField(blank=True, null=True)),
                ("like_count", models.IntegerField(blank=True, null=True)),
                ("comment_count", models.IntegerField(blank=True, null=True)),
                ("search_term", models.CharField(blank=True, default="", max_length=255)),
                ("has_transcript", models.BooleanField(default=False)),
                ("transcript_path", models.CharField(blank=True, default="", max_length=1024)),
                ("scraped_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "channel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="videos",
                        to="cppa_youtube_script_tracker.youtubechannel",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="YouTubeVideoSpeaker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.youtubespeaker",
                    ),
                ),
                (
                    "video",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="speakers",
                        to="cppa_youtube_script_tracker.youtubevideo",
                    ),
                ),
            ],
            options={
                "unique_together": {("video", "speaker")},
            },
        ),
        migrations.CreateModel(
            name="YouTubeVideoTags",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cppa_tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="videos",
                        to="cppa_youtube_script_tracker.cppatags",
                    ),
                ),
                (
                    "youtube_video",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to="cppa_youtube_script_tracker.youtubevideo",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "YouTube video tags",
                "unique_together": {("youtube_video", "cppa_tag")},
            },
        ),
    ]
