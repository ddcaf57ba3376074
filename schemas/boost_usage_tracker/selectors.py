"""Reads of Boost's usage for other apps; what it is given and gives back are keys (`int`)."""

from __future__ import annotations

from django.db.models import Count

from boost_usage_tracker.models import (
    BoostExternalRepository,
    BoostMissingHeaderTmp,
    BoostUsage,
)


def repositories_using_boost() -> list[int]:
    """Keys of the outside repositories that use Boost."""
    return list(
        BoostExternalRepository.objects.filter(is_boost_used=True)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def headers_of_repository(*, repo_id: int) -> dict[int, set[int]]:
    """Keys of files by key of the header that they include; exceptions are left out."""
    files: dict[int, set[int]] = {}
    usages = BoostUsage.objects.filter(repo=repo_id, boost_header__isnull=False, excepted_at=None)
    for header, file in usages.values_list("boost_header_id", "file_path_id"):
        files.setdefault(header, set()).add(file)
    return files


def missing_header_counts() -> dict[str, int]:
    """How many files include each header that no library has, the most frequent first."""
    counts = BoostMissingHeaderTmp.objects.values("header_name").annotate(files=Count("usage"))
    return dict(counts.order_by("-files", "header_name").values_list("header_name", "files"))


def files_with_usages(*, repo_id: int) -> set[int]:
    """Keys of the repository's files that include a header of Boost, known or missing."""
    usages = BoostUsage.objects.filter(repo=repo_id, excepted_at=None)
    return set(usages.values_list("file_path_id", flat=True))
