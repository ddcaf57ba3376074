"""Reads: how the collector groups stand."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from boost_collector_runner.models import CollectorGroupRunStatus


def status_of(*, group_id: str) -> CollectorGroupRunStatus | None:
    """The status of one group; None when it never ran."""
    return CollectorGroupRunStatus.objects.filter(pk=group_id).first()


def failing_groups() -> QuerySet[CollectorGroupRunStatus]:
    """The groups whose last run failed."""
    failed_last = Q(last_success_at=None) | Q(last_failure_at__gt=F("last_success_at"))
    return CollectorGroupRunStatus.objects.filter(
        failed_last, last_failure_at__isnull=False
    ).order_by("group_id")
