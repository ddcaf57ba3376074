import django.db.models.deletion
from django.db import migrations, models

from appschemas.fields import IdentityKey
from appschemas.operations import AlterModelBases


class Migration(migrations.Migration):
    dependencies = [("boost_library_tracker", "0001_initial")]

    operations = [
        AlterModelBases(name="boostlibraryrepository", bases=(models.Model,)),
        migrations.AlterField(
            "boostlibraryrepository",
            "githubrepository_ptr",
            IdentityKey(
                to="github_activity_tracker.githubrepository",
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                serialize=False,
            ),
        ),
        migrations.AlterField(
            "boostfile",
            "github_file",
            IdentityKey(
                to="github_activity_tracker.githubfile",
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                serialize=False,
            ),
        ),
        migrations.AlterField(
            "boostlibraryrolerelationship",
            "account",
            IdentityKey(
                to="cppa_user_tracker.githubaccount", on_delete=django.db.models.deletion.CASCADE
            ),
        ),
    ]
