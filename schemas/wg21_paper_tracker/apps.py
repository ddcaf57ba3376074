"""The app's configuration."""

from django.apps import AppConfig


class Wg21PaperTrackerConfig(AppConfig):
    """WG21 mailings, papers and authors."""

    name = "wg21_paper_tracker"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "WG21 papers"
