from django.apps import AppConfig


class CppaUserTrackerConfig(AppConfig):
    name = "cppa_user_tracker"
    verbose_name = "People and profiles"
