from django.apps import AppConfig


class BoostLibraryTrackerConfig(AppConfig):
    name = "boost_library_tracker"
    verbose_name = "Boost libraries"
