"""The app's configuration."""

from django.apps import AppConfig


class CppaPineconeSyncConfig(AppConfig):
    """Vector-index sync: status and failures per source."""

    name = "cppa_pinecone_sync"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Pinecone sync"
