"""The app's configuration."""

from django.apps import AppConfig


class CppaSlackTrackerConfig(AppConfig):
    """Slack teams, channels, messages and memberships."""

    name = "cppa_slack_tracker"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Slack"
