"""Reads of Boost's libraries for other apps; what it is given and gives back are keys (`int`)."""

from __future__ import annotations

from collections.abc import Iterable

from boost_library_tracker.models import (
    BoostDependency,
    BoostFile,
    BoostLibrary,
    BoostLibraryRepository,
    BoostLibraryVersion,
    BoostVersion,
)


def versions() -> dict[str, int]:
    """Keys of all releases by name, in order of their dates."""
    releases = BoostVersion.objects.order_by("version_created_at", "pk")
    return dict(releases.values_list("version", "pk"))


def library_version_id(*, library_id: int, version: str) -> int | None:
    """The key of a library in the release of that name."""
    return (
        BoostLibraryVersion.objects.filter(library_id=library_id, version__version=version)
        .values_list("pk", flat=True)
        .first()
    )


def library_names(*, library_ids: Iterable[int]) -> dict[int, str]:
    """Names of libraries by key, in one query."""
    return dict(BoostLibrary.objects.filter(pk__in=list(library_ids)).values_list("pk", "name"))


def libraries_of_files(*, file_ids: Iterable[int]) -> dict[int, int]:
    """Keys of libraries by key of their file; files of no library are left out."""
    return dict(
        BoostFile.objects.filter(github_file__in=list(file_ids)).values_list(
            "github_file_id", "library_id"
        )
    )


def library_files() -> list[int]:
    """Keys of all files that belong to a library, the oldest first."""
    return list(BoostFile.objects.order_by("pk").values_list("pk", flat=True))


def is_library_repository(*, repo_id: int) -> bool:
    """Whether Boost libraries live in the repository with that key."""
    return BoostLibraryRepository.objects.filter(pk=repo_id).exists()


def dependencies(*, client_library_id: int, version_id: int) -> set[int]:
    """Keys of the libraries that a library needs in a release."""
    return set(
        BoostDependency.objects.filter(
            client_library_id=client_library_id, version_id=version_id
        ).values_list("dep_library_id", flat=True)
    )
