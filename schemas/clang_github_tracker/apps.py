"""The app's configuration."""

from django.apps import AppConfig


class ClangGithubTrackerConfig(AppConfig):
    """LLVM issues, pull requests and commits seen."""

    name = "clang_github_tracker"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Clang on GitHub"
