from django.apps import AppConfig


class GithubActivityTrackerConfig(AppConfig):
    name = "github_activity_tracker"
    verbose_name = "GitHub activity"
