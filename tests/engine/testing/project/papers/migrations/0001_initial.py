import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        migrations.CreateModel(
            "Paper",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("title", models.CharField(max_length=40)),
                (
                    "author",
                    models.ForeignKey("people.Person", on_delete=django.db.models.deletion.CASCADE),
                ),
            ],
        ),
    ]
