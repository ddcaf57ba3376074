"""Rows written by a migration, which reads the hub as the hub's owner."""

from typing import Any

from django.db import migrations


def write(apps: Any, schema_editor: Any) -> None:
    person = apps.get_model("people", "Person").objects.create(name="historian")
    apps.get_model("papers", "Paper").objects.create(title="first", author_id=person.pk)


def remove(apps: Any, schema_editor: Any) -> None:
    apps.get_model("papers", "Paper").objects.filter(title="first").delete()
    apps.get_model("people", "Person").objects.filter(name="historian").delete()


class Migration(migrations.Migration):
    dependencies = [("papers", "0002_paper_editor")]

    operations = [migrations.RunPython(write, remove)]
