import django.db.models.deletion
from django.db import migrations

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cppa_youtube_script_tracker", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="youtubevideospeaker",
            name="speaker",
            field=appschemas.fields.IdentityKey(
                on_delete=django.db.models.deletion.CASCADE, to="cppa_user_tracker.youtubespeaker"
            ),
        ),
    ]
