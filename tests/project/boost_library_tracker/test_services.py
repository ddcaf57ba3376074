"""Boost libraries' services."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from boost_library_tracker import selectors, services
from boost_library_tracker.models import (
    BoostDependency,
    BoostLibrary,
    BoostLibraryCategory,
    BoostLibraryRepository,
    BoostLibraryRoleRelationship,
    BoostLibraryVersion,
    DependencyChangeLog,
)
from tests.tools.project.held import account, file, repository
from tests.tools.project.racing import raced

BOOST = "boost_library_tracker"
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def libraries(*names: str) -> list[int]:
    made, _ = services.get_or_create_library_repository(repo_id=repository("boost"))
    keys = services.upsert_libraries(repo_id=made.pk, names=names)
    return [keys[name] for name in names]


@concurrent
def test_of_two_writers_of_a_library_repository_one_waits_and_finds() -> None:
    repo = repository()

    def get_or_create() -> tuple[BoostLibraryRepository, bool]:
        return services.get_or_create_library_repository(repo_id=repo)

    (one, created), (other, created_again) = raced(get_or_create, get_or_create, using=BOOST)

    assert (created, created_again) == (True, False)
    assert one.pk == other.pk == repo


@concurrent
def test_a_library_repository_has_the_key_of_a_repository() -> None:
    with pytest.raises(IntegrityError), transaction.atomic(using=BOOST):
        services.get_or_create_library_repository(repo_id=-1)

    assert not BoostLibraryRepository.objects.exists()


@single
def test_libraries_can_be_upserted_again() -> None:
    json, asio = libraries("json", "asio")

    assert libraries("asio", "json") == [asio, json]
    assert selectors.library_names(library_ids=[json, asio]) == {json: "json", asio: "asio"}


@single
def test_a_library_version_takes_over_what_the_metadata_says_now() -> None:
    [json] = libraries("json")
    release = services.upsert_version(version="boost-1.85.0")

    for cpp_version in ("11", "17"):
        key = services.upsert_library_version(
            library_id=json, version_id=release, cpp_version=cpp_version, key="json"
        )

    assert BoostLibraryVersion.objects.get().cpp_version == "17"
    assert selectors.library_version_id(library_id=json, version="boost-1.85.0") == key


@single
def test_a_release_gets_its_date_once_it_is_known() -> None:
    later = services.upsert_version(version="boost-1.86.0")
    earlier = services.upsert_version(version="boost-1.85.0")

    for key, month in (("boost-1.86.0", 8), ("boost-1.85.0", 4)):
        services.upsert_version(
            version=key, version_created_at=datetime(2024, month, 15, tzinfo=UTC)
        )

    assert list(selectors.versions().items()) == [
        ("boost-1.85.0", earlier),
        ("boost-1.86.0", later),
    ]


@single
def test_a_file_belongs_to_the_library_that_it_was_assigned_to_last() -> None:
    json, asio = libraries("json", "asio")
    header = file("detail.hpp", repo_id=repository("boost"))

    for library in (json, asio):
        services.assign_files(library_id=library, file_ids=[header, header])

    assert selectors.libraries_of_files(file_ids=[header, -1]) == {header: asio}


@single
def test_dependencies_replace_the_ones_before_in_one_release_only() -> None:
    json, core, config = libraries("json", "core", "config")
    old, new = (services.upsert_version(version=name) for name in ("1.84", "1.85"))
    for release in (old, new):
        services.set_dependencies(
            client_library_id=json, version_id=release, dep_library_ids=[core]
        )

    services.set_dependencies(client_library_id=json, version_id=new, dep_library_ids=[config])

    assert selectors.dependencies(client_library_id=json, version_id=old) == {core}
    assert selectors.dependencies(client_library_id=json, version_id=new) == {config}
    assert BoostDependency.objects.count() == 2


@single
def test_a_dependency_s_change_is_logged_once_a_day() -> None:
    json, core = libraries("json", "core")
    day = date(2024, 5, 1)

    services.log_dependency_changes(client_library_id=json, added=[core], day=day)
    services.log_dependency_changes(client_library_id=json, removed=[core], day=day)

    change = DependencyChangeLog.objects.get()
    assert (change.is_add, change.created_at) == (False, day)


@single
def test_categories_replace_the_ones_before_and_stay_for_others() -> None:
    [json] = libraries("json")

    services.set_categories(library_id=json, names=["IO", "Parsing"])
    services.set_categories(library_id=json, names=["Parsing", "Containers"])

    mine = BoostLibrary.objects.get(pk=json).categories.values_list("category__name", flat=True)
    assert set(mine) == {"Parsing", "Containers"}
    assert BoostLibraryCategory.objects.count() == 3


@single
def test_roles_replace_the_ones_before() -> None:
    [json] = libraries("json")
    version = services.upsert_library_version(
        library_id=json, version_id=services.upsert_version(version="1.85")
    )
    one, two = account(1), account(2)

    services.set_roles(library_version_id=version, maintainers=[one], authors=[one])
    services.set_roles(library_version_id=version, maintainers=[two], authors=[two, one])

    roles = BoostLibraryRoleRelationship.objects.order_by("account")
    assert list(roles.values_list("account_id", "is_maintainer", "is_author")) == [
        (one, False, True),
        (two, True, True),
    ]
