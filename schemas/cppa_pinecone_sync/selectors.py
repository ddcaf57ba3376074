"""Reads: where the sync of a source stands."""

from __future__ import annotations

from datetime import datetime

from cppa_pinecone_sync.models import PineconeFailList, PineconeSyncStatus


def synced_until(*, app_type: str) -> datetime | None:
    """Up to when a source is in the index; None when it never was."""
    rows = PineconeSyncStatus.objects.filter(app_type=app_type)
    return rows.values_list("final_sync_at", flat=True).first()


def failed_ids(*, app_type: str) -> list[str]:
    """What of a source has to be tried again, longest-waiting first."""
    rows = PineconeFailList.objects.filter(app_type=app_type).order_by("id")
    return list(rows.values_list("failed_id", flat=True))
