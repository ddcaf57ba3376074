"""The app's configuration."""

from django.apps import AppConfig


class DiscordActivityTrackerConfig(AppConfig):
    """Discord servers, channels, messages and reactions."""

    name = "discord_activity_tracker"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Discord"
