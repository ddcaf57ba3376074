from django.db import migrations, models


def first(apps, schema_editor):
    notes = apps.get_model("notes", "Note").objects
    notes.using(schema_editor.connection.alias).create(text="the first")


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            "Note", [("id", models.BigAutoField(primary_key=True)), ("text", models.TextField())]
        ),
        migrations.RunPython(first, migrations.RunPython.noop),
    ]
