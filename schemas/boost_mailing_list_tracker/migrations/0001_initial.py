import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cppa_user_tracker", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailingListMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("msg_id", models.CharField(max_length=255, unique=True)),
                ("parent_id", models.CharField(blank=True, default="", max_length=255)),
                ("thread_id", models.CharField(blank=True, default="", max_length=255)),
                ("subject", models.CharField(blank=True, default="", max_length=1024)),
                ("content", models.TextField(blank=True, default="")),
                ("list_name", models.CharField(blank=True, default="", max_length=255)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="cppa_user_tracker.mailinglistprofile",
                    ),
                ),
            ],
        ),
    ]
