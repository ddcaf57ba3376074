import django.db.models.deletion
from django.db import migrations

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [
        ("boost_mailing_list_tracker", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="mailinglistmessage",
            name="sender",
            field=appschemas.fields.IdentityKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="cppa_user_tracker.mailinglistprofile",
            ),
        ),
    ]
