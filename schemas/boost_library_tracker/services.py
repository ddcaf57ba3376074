"""All writes of Boost's libraries; what it is given and gives back are keys (`int`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models, router, transaction
from django.utils import timezone

from boost_library_tracker.models import (
    BoostDependency,
    BoostFile,
    BoostLibrary,
    BoostLibraryCategory,
    BoostLibraryCategoryRelationship,
    BoostLibraryRepository,
    BoostLibraryRoleRelationship,
    BoostLibraryVersion,
    BoostVersion,
    DependencyChangeLog,
)

# Libraries, their versions and files
# -----------------------------------


def get_or_create_library_repository(*, repo_id: int) -> tuple[BoostLibraryRepository, bool]:
    """Say that libraries live in the repository with that key, and whether that is news."""
    return BoostLibraryRepository.objects.get_or_create(githubrepository_ptr_id=repo_id)


def upsert_libraries(*, repo_id: int, names: Iterable[str]) -> dict[str, int]:
    """Keys of a repository's libraries by name; those not known yet are added."""
    wanted = sorted(set(names))
    BoostLibrary.objects.bulk_create(
        [BoostLibrary(repo_id=repo_id, name=name) for name in wanted], ignore_conflicts=True
    )
    libraries = BoostLibrary.objects.filter(repo_id=repo_id, name__in=wanted)
    return dict(libraries.values_list("name", "pk"))


def upsert_version(*, version: str, version_created_at: datetime | None = None) -> int:
    """The key of a release; its date is set when it is given."""
    found, _ = BoostVersion.objects.get_or_create(
        version=version, defaults={"version_created_at": version_created_at}
    )
    if version_created_at and found.version_created_at != version_created_at:
        found.version_created_at = version_created_at
        found.save(update_fields=["version_created_at"])
    return found.pk


def upsert_library_version(
    *,
    library_id: int,
    version_id: int,
    cpp_version: str = "",
    description: str = "",
    key: str = "",
    documentation: str = "",
) -> int:
    """The key of a library in a release, with what its metadata says now."""
    values = {
        "cpp_version": cpp_version,
        "description": description,
        "key": key,
        "documentation": documentation,
    }
    [row] = BoostLibraryVersion.objects.bulk_create(
        [BoostLibraryVersion(library_id=library_id, version_id=version_id, **values)],
        update_conflicts=True,
        unique_fields=["library", "version"],
        update_fields=[*values, "updated_at"],
    )
    return row.pk


def assign_files(*, library_id: int, file_ids: Iterable[int]) -> None:
    """Say that files with these keys belong to the library, whichever had them before."""
    BoostFile.objects.bulk_create(
        [BoostFile(github_file_id=key, library_id=library_id) for key in sorted(set(file_ids))],
        update_conflicts=True,
        unique_fields=["github_file"],
        update_fields=["library"],
    )


# Dependencies
# ------------


def set_dependencies(
    *, client_library_id: int, version_id: int, dep_library_ids: Iterable[int]
) -> None:
    """Let the library need these libraries in the release, and no others."""
    _replace(
        BoostDependency,
        "dep_library_id",
        dep_library_ids,
        client_library_id=client_library_id,
        version_id=version_id,
    )


def log_dependency_changes(
    *,
    client_library_id: int,
    added: Iterable[int] = (),
    removed: Iterable[int] = (),
    day: date | None = None,
) -> None:
    """Log which libraries the library began or ceased to need on `day`, by default today.

    What is logged of that day already is corrected; a library in both was added.
    """
    is_add = dict.fromkeys(removed, False) | dict.fromkeys(added, True)
    DependencyChangeLog.objects.bulk_create(
        [
            DependencyChangeLog(
                client_library_id=client_library_id,
                dep_library_id=key,
                is_add=is_add[key],
                created_at=day or timezone.localdate(),
            )
            for key in sorted(is_add)
        ],
        update_conflicts=True,
        unique_fields=["client_library", "dep_library", "created_at"],
        update_fields=["is_add"],
    )


# Categories and roles
# --------------------


def set_categories(*, library_id: int, names: Iterable[str]) -> None:
    """Let the library be in the categories of these names, and no others."""
    wanted = sorted(set(names))
    with _atomic():
        BoostLibraryCategory.objects.bulk_create(
            [BoostLibraryCategory(name=name) for name in wanted], ignore_conflicts=True
        )
        categories = BoostLibraryCategory.objects.filter(name__in=wanted)
        _replace(
            BoostLibraryCategoryRelationship,
            "category_id",
            categories.values_list("pk", flat=True),
            library_id=library_id,
        )


def set_roles(
    *, library_version_id: int, maintainers: Iterable[int] = (), authors: Iterable[int] = ()
) -> None:
    """Let the accounts with these keys have written or maintain the library, and no others."""
    maintaining, writing = set(maintainers), set(authors)
    accounts = sorted(maintaining | writing)
    with _atomic():
        roles = BoostLibraryRoleRelationship.objects.filter(library_version_id=library_version_id)
        roles.exclude(account__in=accounts).delete()
        BoostLibraryRoleRelationship.objects.bulk_create(
            [
                BoostLibraryRoleRelationship(
                    library_version_id=library_version_id,
                    account_id=account,
                    is_maintainer=account in maintaining,
                    is_author=account in writing,
                )
                for account in accounts
            ],
            update_conflicts=True,
            unique_fields=["library_version", "account"],
            update_fields=["is_maintainer", "is_author", "updated_at"],
        )


# Private
# -------


def _atomic() -> transaction.Atomic:
    return transaction.atomic(using=router.db_for_write(BoostLibrary))


def _replace(model: type[models.Model], field: str, keys: Iterable[int], **owner: Any) -> None:
    wanted = sorted(set(keys))
    with _atomic():
        model._base_manager.filter(**owner).exclude(**{f"{field}__in": wanted}).delete()
        model._base_manager.bulk_create(
            [model(**owner, **{field: key}) for key in wanted], ignore_conflicts=True
        )
