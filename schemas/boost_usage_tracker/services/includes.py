"""All that many files include, told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date

from django.utils import timezone

from boost_usage_tracker.models import BoostMissingHeaderTmp, BoostUsage
from boost_usage_tracker.records import FileIncludes
from boost_usage_tracker.services.usages import except_usages
from boost_usage_tracker.transactions import atomic


def set_includes(*, repo_id: int, includes: Iterable[FileIncludes], day: date) -> tuple[int, int]:
    """Let these be all headers of Boost that the files include; how many are new, how many gone.

    A header that a file does not include any more is left out from `day` on. At most a dozen
    statements, however many files there are.
    """
    files = {each.file_id: each for each in includes}
    with atomic():
        new, gone = _set_headers(repo_id, files, day)
        new_missing, gone_missing = _set_missing(repo_id, files)
    return new + new_missing, gone + gone_missing


# Private
# -------


def _set_headers(repo_id: int, files: Mapping[int, FileIncludes], day: date) -> tuple[int, int]:
    wanted = {(key, header) for key, file in files.items() for header in file.header_ids}
    usages = BoostUsage.objects.filter(
        repo=repo_id, file_path__in=list(files), boost_header__isnull=False
    )
    found = {(usage.file_path_id, usage.boost_header_id): usage for usage in usages}
    there = {key for key, usage in found.items() if usage.excepted_at is None}
    dates = {key: files[key[0]].last_commit_date for key in wanted}
    news = {key for key in wanted if key not in there or found[key].last_commit_date != dates[key]}
    BoostUsage.objects.bulk_create(
        [
            BoostUsage(
                repo_id=repo_id,
                boost_header_id=header,
                file_path_id=file,
                last_commit_date=dates[file, header],
            )
            for file, header in sorted(news)
        ],
        update_conflicts=True,
        unique_fields=["repo", "boost_header", "file_path"],
        update_fields=["last_commit_date", "excepted_at", "updated_at"],
    )
    gone = except_usages(usage_ids=[found[key].pk for key in there - wanted], day=day)
    return len(wanted - there), gone


def _set_missing(repo_id: int, files: Mapping[int, FileIncludes]) -> tuple[int, int]:
    wanted = {(key, name) for key, file in files.items() for name in file.missing}
    usages = _rows_of_missing(repo_id, files, {key for key, _ in wanted})
    names = BoostMissingHeaderTmp.objects.filter(usage__in=usages.values())
    there = {
        (file, name): key
        for key, name, file in names.values_list("pk", "header_name", "usage__file_path_id")
    }
    gone = there.keys() - wanted
    names.filter(pk__in=[there[key] for key in gone]).delete()
    BoostMissingHeaderTmp.objects.bulk_create(
        [
            BoostMissingHeaderTmp(usage=usages[file], header_name=name)
            for file, name in sorted(wanted - there.keys())
        ],
        ignore_conflicts=True,
    )
    BoostUsage.objects.filter(
        pk__in=[usage.pk for usage in usages.values()], missing_headers=None
    ).delete()
    return len(wanted - there.keys()), len(gone)


def _rows_of_missing(
    repo_id: int, files: Mapping[int, FileIncludes], needed: Set[int]
) -> dict[int, BoostUsage]:
    """Each file's row for headers that no library has, made where it is needed."""
    usages = BoostUsage.objects.filter(repo=repo_id, file_path__in=list(files), boost_header=None)
    known = set(usages.values_list("file_path_id", flat=True))
    BoostUsage.objects.bulk_create(
        [BoostUsage(repo_id=repo_id, file_path_id=key) for key in sorted(needed - known)],
        ignore_conflicts=True,
    )
    rows = {usage.file_path_id: usage for usage in usages.all()}
    dated = []
    for key, usage in rows.items():
        if usage.last_commit_date != files[key].last_commit_date:
            usage.last_commit_date = files[key].last_commit_date
            usage.updated_at = timezone.now()
            dated.append(usage)
    BoostUsage.objects.bulk_update(dated, ["last_commit_date", "updated_at"])
    return rows
