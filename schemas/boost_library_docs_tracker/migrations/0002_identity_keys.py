import django.db.models.deletion
from django.db import migrations

from appschemas.fields import IdentityKey


def version() -> IdentityKey:
    return IdentityKey(
        to="boost_library_tracker.boostversion",
        on_delete=django.db.models.deletion.SET_NULL,
        null=True,
        blank=True,
    )


class Migration(migrations.Migration):
    dependencies = [("boost_library_docs_tracker", "0001_initial")]

    operations = [
        migrations.AlterField("boostdoccontent", "first_version", version()),
        migrations.AlterField("boostdoccontent", "last_version", version()),
        migrations.AlterField(
            "boostlibrarydocumentation",
            "boost_library_version",
            IdentityKey(
                to="boost_library_tracker.boostlibraryversion",
                on_delete=django.db.models.deletion.CASCADE,
            ),
        ),
    ]
