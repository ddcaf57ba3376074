"""The app's configuration."""

from django.apps import AppConfig


class CppaYoutubeScriptTrackerConfig(AppConfig):
    """YouTube channels, videos, speakers and tags."""

    name = "cppa_youtube_script_tracker"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "YouTube"
