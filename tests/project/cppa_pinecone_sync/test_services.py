"""Sync status and failures."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cppa_pinecone_sync import selectors, services
from cppa_pinecone_sync.models import PineconeFailList, PineconeSyncStatus
from tests.tools.project.racing import raced

database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

MARCH, APRIL = datetime(2025, 3, 1, tzinfo=UTC), datetime(2025, 4, 1, tzinfo=UTC)


@database
def test_the_last_sync_of_a_source_is_kept() -> None:
    services.record_sync(app_type="slack", final_sync_at=MARCH)
    services.record_sync(app_type="slack", final_sync_at=APRIL)

    assert PineconeSyncStatus.objects.count() == 1
    assert selectors.synced_until(app_type="slack") == APRIL
    assert selectors.synced_until(app_type="discord") is None


@database
def test_failures_are_those_of_the_last_sync_and_old_ones_keep_their_row() -> None:
    services.replace_failures(app_type="slack", failed_ids=["a", "b"])
    waiting = PineconeFailList.objects.get(failed_id="b").pk
    services.replace_failures(app_type="slack", failed_ids=["c", "b", "b"])
    services.replace_failures(app_type="discord", failed_ids=["a"])

    assert selectors.failed_ids(app_type="slack") == ["b", "c"]
    assert PineconeFailList.objects.get(failed_id="b").pk == waiting

    services.replace_failures(app_type="slack", failed_ids=[])
    assert selectors.failed_ids(app_type="slack") == []
    assert selectors.failed_ids(app_type="discord") == ["a"]


@concurrent
def test_two_sessions_that_note_one_failure_note_it_once() -> None:
    def note() -> None:
        services.replace_failures(app_type="slack", failed_ids=["a"])

    raced(note, note, using="cppa_pinecone_sync")

    assert selectors.failed_ids(app_type="slack") == ["a"]
