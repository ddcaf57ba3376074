import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.CreateModel(
            "Badge",
            [("id", models.UUIDField(primary_key=True, serialize=False, default=uuid.uuid4))],
        ),
        migrations.CreateModel(
            "Country", [("code", models.CharField(max_length=2, primary_key=True, serialize=False))]
        ),
        migrations.CreateModel(
            "Person",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, auto_created=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50)),
            ],
        ),
        migrations.CreateModel(
            "Member",
            [
                (
                    "person_ptr",
                    models.OneToOneField(
                        "people.person",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        auto_created=True,
                        parent_link=True,
                        serialize=False,
                    ),
                ),
                ("since", models.IntegerField(default=2000)),
            ],
            bases=("people.person",),
        ),
        migrations.CreateModel(
            "Writer",
            [],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("people.person",),
        ),
    ]
