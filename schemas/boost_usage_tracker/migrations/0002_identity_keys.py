import django.db.models.deletion
from django.db import migrations, models

from appschemas.fields import IdentityKey
from appschemas.operations import AlterModelBases


class Migration(migrations.Migration):
    dependencies = [("boost_usage_tracker", "0001_initial")]

    operations = [
        AlterModelBases(name="boostexternalrepository", bases=(models.Model,)),
        migrations.AlterField(
            "boostexternalrepository",
            "githubrepository_ptr",
            IdentityKey(
                to="github_activity_tracker.githubrepository",
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                serialize=False,
            ),
        ),
        migrations.AlterField(
            "boostusage",
            "boost_header",
            IdentityKey(
                to="boost_library_tracker.boostfile",
                on_delete=django.db.models.deletion.CASCADE,
                null=True,
                blank=True,
            ),
        ),
        migrations.AlterField(
            "boostusage",
            "file_path",
            IdentityKey(
                to="github_activity_tracker.githubfile",
                on_delete=django.db.models.deletion.CASCADE,
            ),
        ),
    ]
