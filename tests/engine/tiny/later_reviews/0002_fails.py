"""Writes into two schemas and then fails, unless it is told not to."""

from typing import Any

from django.db import migrations, models

FAILS = True


def write(apps: Any, schema_editor: Any) -> None:
    apps.get_model("people", "Person").objects.create(name="written by reviews")
    if FAILS:
        raise RuntimeError("as told")


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial")]

    operations = [
        migrations.AddField("review", "note", models.TextField(default="")),
        migrations.RunPython(write, migrations.RunPython.noop),
    ]
