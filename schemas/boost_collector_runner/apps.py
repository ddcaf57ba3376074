"""The app's configuration."""

from django.apps import AppConfig


class BoostCollectorRunnerConfig(AppConfig):
    """Collector groups: one status row each, one run at a time."""

    name = "boost_collector_runner"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Boost collector runner"
