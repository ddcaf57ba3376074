"""Libraries beside the repositories that they are in."""

from __future__ import annotations

import pytest

from boost_library_tracker import services
from boost_library_tracker.models import BoostFile, BoostLibrary, BoostLibraryRepository
from github_activity_tracker.models import GitHubRepository
from tests.tools.project.history import file, repository

single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def libraries(*names: str) -> list[int]:
    made, _ = services.get_or_create_library_repository(repo_id=repository("boost"))
    keys = services.upsert_libraries(repo_id=made.pk, names=names)
    return [keys[name] for name in names]


@concurrent
def test_a_repository_takes_its_libraries_with_it() -> None:
    [library] = libraries("json")
    services.assign_files(
        library_id=library, file_ids=[file("json.hpp", repo_id=repository("boost"))]
    )

    GitHubRepository.objects.get(repo_name="boost").delete()

    assert not BoostLibraryRepository.objects.exists()
    assert not BoostLibrary.objects.exists()
    assert not BoostFile.objects.exists()


@single
def test_a_repository_is_reached_by_the_key_that_it_shares() -> None:
    libraries("json")

    assert BoostLibraryRepository.objects.get().githubrepository_ptr.repo_name == "boost"
