from django.apps import AppConfig


class BoostUsageTrackerConfig(AppConfig):
    name = "boost_usage_tracker"
    verbose_name = "Boost usage"
