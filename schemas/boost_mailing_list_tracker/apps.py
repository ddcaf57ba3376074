"""The app's configuration."""

from django.apps import AppConfig


class BoostMailingListTrackerConfig(AppConfig):
    """Boost mailing-list messages."""

    name = "boost_mailing_list_tracker"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Boost mailing lists"
