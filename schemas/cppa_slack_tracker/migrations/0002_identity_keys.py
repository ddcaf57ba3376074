import django.db.models.deletion
from django.db import migrations

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cppa_slack_tracker", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="slackchannel",
            name="creator_user",
            field=appschemas.fields.IdentityKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="cppa_user_tracker.slackuser",
            ),
        ),
        migrations.AlterField(
            model_name="slackchannelmembership",
            name="user",
            field=appschemas.fields.IdentityKey(
                db_column="slack_user_id",
                on_delete=django.db.models.deletion.CASCADE,
                to="cppa_user_tracker.slackuser",
            ),
        ),
        migrations.AlterField(
            model_name="slackchannelmembershipchangelog",
            name="user",
            field=appschemas.fields.IdentityKey(
                db_column="slack_user_id",
                on_delete=django.db.models.deletion.CASCADE,
                to="cppa_user_tracker.slackuser",
            ),
        ),
        migrations.AlterField(
            model_name="slackmessage",
            name="user",
            field=appschemas.fields.IdentityKey(
                blank=True,
                db_column="slack_user_id",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="cppa_user_tracker.slackuser",
            ),
        ),
    ]
