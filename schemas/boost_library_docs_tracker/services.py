"""All writes of documentation; what it is given and gives back are keys (`int`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from boost_library_docs_tracker.models import BoostDocContent, BoostLibraryDocumentation


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as scraped; its content is recognized by its hash."""

    url: str
    content_hash: str


def upsert_contents(
    *, pages: Iterable[Page], version_id: int, scraped_at: datetime | None = None
) -> dict[str, int]:
    """Keys of contents by hash, after a scrape of the release with key `version_id`.

    Releases are to be scraped oldest first: the first version of a content is the one that it
    was first seen in, the last version the one that it is seen in now.
    """
    latest = {page.content_hash: page for page in pages}
    rows = BoostDocContent.objects.bulk_create(
        [
            BoostDocContent(
                url=latest[content_hash].url,
                content_hash=content_hash,
                first_version_id=version_id,
                last_version_id=version_id,
                scraped_at=scraped_at or timezone.now(),
            )
            for content_hash in sorted(latest)
        ],
        update_conflicts=True,
        unique_fields=["content_hash"],
        update_fields=["url", "last_version", "scraped_at"],
    )
    found = {row.content_hash: row.pk for row in rows}
    # A version that was deleted left its contents without one.
    BoostDocContent.objects.filter(pk__in=found.values(), first_version=None).update(
        first_version=F("last_version")
    )
    return found


def link_contents(*, library_version_id: int, content_ids: Iterable[int]) -> None:
    """Say that the library version shows these contents; what it showed before stays."""
    BoostLibraryDocumentation.objects.bulk_create(
        [
            BoostLibraryDocumentation(
                boost_library_version_id=library_version_id, boost_doc_content_id=key
            )
            for key in sorted(set(content_ids))
        ],
        ignore_conflicts=True,
    )


def mark_upserted(*, content_ids: Iterable[int], is_upserted: bool = True) -> int:
    """Say whether the search index has these contents; how many there were to mark."""
    return BoostDocContent.objects.filter(pk__in=list(content_ids)).update(is_upserted=is_upserted)
