"""Writes: what is in the vector index, and what failed to get there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cppa_pinecone_sync.models import PineconeFailList, PineconeSyncStatus


def record_sync(*, app_type: str, final_sync_at: datetime) -> None:
    """Note up to when a source is in the index."""
    PineconeSyncStatus.objects.bulk_create(
        [PineconeSyncStatus(app_type=app_type, final_sync_at=final_sync_at)],
        update_conflicts=True,
        unique_fields=["app_type"],
        update_fields=["final_sync_at", "updated_at"],
    )


def replace_failures(*, app_type: str, failed_ids: Iterable[str]) -> None:
    """Make these the failures of a source; an empty list clears them."""
    wanted = sorted(set(failed_ids))
    with transaction.atomic(using=PineconeFailList.objects.db):
        # The table has no unique key: two syncs of one source must take turns.
        PineconeSyncStatus.objects.get_or_create(app_type=app_type)
        PineconeSyncStatus.objects.select_for_update().get(app_type=app_type)
        PineconeFailList.objects.filter(app_type=app_type).exclude(failed_id__in=wanted).delete()
        kept = PineconeFailList.objects.filter(app_type=app_type).values_list(
            "failed_id", flat=True
        )
        PineconeFailList.objects.bulk_create(
            PineconeFailList(app_type=app_type, failed_id=failed_id)
            for failed_id in sorted({*wanted} - {*kept})
        )
