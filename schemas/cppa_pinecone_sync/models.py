"""Status and failures of the vector-index sync."""

from django.db import models


class PineconeFailList(models.Model):
    """A record that could not be written to the index, to be tried again."""

    failed_id = models.CharField(max_length=255)
    app_type = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.app_type}: {self.failed_id}"


class PineconeSyncStatus(models.Model):
    """Up to when a source is in the index."""

    app_type = models.CharField(max_length=64, unique=True)
    final_sync_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "pinecone sync statuses"

    def __str__(self) -> str:
        return self.app_type
