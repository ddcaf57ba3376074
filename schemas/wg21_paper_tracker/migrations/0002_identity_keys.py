import django.db.models.deletion
from django.db import migrations

import appschemas.fields


class Migration(migrations.Migration):
    dependencies = [
        ("wg21_paper_tracker", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="wg21paperauthor",
            name="profile",
            field=appschemas.fields.IdentityKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="cppa_user_tracker.wg21paperauthorprofile",
            ),
        ),
    ]
