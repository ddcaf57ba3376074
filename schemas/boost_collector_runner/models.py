"""Status of the collector groups."""

from django.db import models


class CollectorGroupRunStatus(models.Model):
    """How the last runs of a collector group ended."""

    group_id = models.CharField(max_length=64, primary_key=True)
    last_success_at = models.DateTimeField(null=True, blank=True)
    last_failure_at = models.DateTimeField(null=True, blank=True)
    last_run_at = models.DateTimeField(null=True, blank=True)
    last_exit_code = models.IntegerField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "collector group run statuses"

    def __str__(self) -> str:
        return self.group_id
