"""Outside repositories, what their files include, and headers found later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from boost_usage_tracker.models import (
    BoostExternalRepository,
    BoostMissingHeaderTmp,
    BoostUsage,
)
from boost_usage_tracker.transactions import atomic


def upsert_external_repository(
    *,
    repo_id: int,
    boost_version: str = "",
    is_boost_embedded: bool = False,
    is_boost_used: bool = False,
) -> None:
    """Record what is known of the outside repository with that key."""
    BoostExternalRepository.objects.bulk_create(
        [
            BoostExternalRepository(
                githubrepository_ptr_id=repo_id,
                boost_version=boost_version,
                is_boost_embedded=is_boost_embedded,
                is_boost_used=is_boost_used,
            )
        ],
        update_conflicts=True,
        unique_fields=["githubrepository_ptr"],
        update_fields=["boost_version", "is_boost_embedded", "is_boost_used", "updated_at"],
    )


def record_usages(
    *,
    repo_id: int,
    file_id: int,
    header_ids: Iterable[int],
    last_commit_date: datetime | None = None,
) -> None:
    """Record which headers a file of the repository includes; it is no exception any more.

    A header that it does not include any more stays, see `except_usages`.
    """
    BoostUsage.objects.bulk_create(
        [
            BoostUsage(
                repo_id=repo_id,
                boost_header_id=header,
                file_path_id=file_id,
                last_commit_date=last_commit_date,
            )
            for header in sorted(set(header_ids))
        ],
        update_conflicts=True,
        unique_fields=["repo", "boost_header", "file_path"],
        update_fields=["last_commit_date", "excepted_at", "updated_at"],
    )


def except_usages(*, usage_ids: Iterable[int], day: date) -> int:
    """Leave usages out from `day` on, where they are not left out already; how many."""
    usages = BoostUsage.objects.filter(pk__in=list(usage_ids), excepted_at=None)
    return usages.update(excepted_at=day)


def record_missing_headers(
    *,
    repo_id: int,
    file_id: int,
    header_names: Iterable[str],
    last_commit_date: datetime | None = None,
) -> int | None:
    """Let these be the headers that the file includes and no library has; the key of their usage.

    None when there are no names; the usage goes with the last of them.
    """
    names = sorted(set(header_names))
    with atomic():
        if not names:
            BoostUsage.objects.filter(
                repo_id=repo_id, file_path=file_id, boost_header=None
            ).delete()
            return None
        usage, _ = BoostUsage.objects.update_or_create(
            repo_id=repo_id,
            file_path_id=file_id,
            boost_header=None,
            defaults={"last_commit_date": last_commit_date},
        )
        BoostMissingHeaderTmp.objects.filter(usage=usage).exclude(header_name__in=names).delete()
        BoostMissingHeaderTmp.objects.bulk_create(
            [BoostMissingHeaderTmp(usage=usage, header_name=name) for name in names],
            ignore_conflicts=True,
        )
        return usage.pk


def resolve_missing_header(*, header_name: str, header_id: int) -> int:
    """Turn all usages of a header that was missing into usages of the one found; how many."""
    with atomic():
        missing = BoostMissingHeaderTmp.objects.filter(header_name=header_name)
        usages = list(BoostUsage.objects.filter(missing_headers__in=missing).order_by("pk"))
        BoostUsage.objects.bulk_create(
            [
                BoostUsage(
                    repo_id=usage.repo_id,
                    boost_header_id=header_id,
                    file_path_id=usage.file_path_id,
                    last_commit_date=usage.last_commit_date,
                )
                for usage in usages
            ],
            ignore_conflicts=True,
        )
        missing.filter(usage__in=usages).delete()
        BoostUsage.objects.filter(
            pk__in=[usage.pk for usage in usages], missing_headers=None
        ).delete()
        return len(usages)
