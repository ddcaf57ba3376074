import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            "Person",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("name", models.CharField(max_length=40, unique=True)),
            ],
        ),
        migrations.CreateModel(
            "Place",
            [("code", models.CharField(max_length=8, primary_key=True))],
        ),
        migrations.CreateModel(
            "Editor",
            [
                (
                    "person_ptr",
                    models.OneToOneField(
                        "people.Person",
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                    ),
                ),
                ("since", models.DateField()),
            ],
            bases=("people.person",),
        ),
    ]
