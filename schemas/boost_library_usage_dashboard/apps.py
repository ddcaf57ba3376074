"""The app's configuration."""

from django.apps import AppConfig


class BoostLibraryUsageDashboardConfig(AppConfig):
    """Reporting on Boost usage: reads three schemas, writes nothing."""

    name = "boost_library_usage_dashboard"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Boost usage dashboard"
