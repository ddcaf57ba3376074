"""Boost usage's services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from boost_usage_tracker import selectors, services
from boost_usage_tracker.models import (
    BoostExternalRepository,
    BoostMissingHeaderTmp,
    BoostUsage,
)
from tests.tools.project.held import file, key, repository
from tests.tools.project.racing import raced

USAGE = "boost_usage_tracker"
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


@dataclass(frozen=True)
class Project:
    """An outside repository with a file, and two headers of Boost's."""

    repo_id: int
    file_id: int
    json: int
    asio: int


def project() -> Project:
    headers = [key("boost_library_tracker.BoostFile", name) for name in ("json.hpp", "asio.hpp")]
    outside = repository("outside", owner=2)
    services.upsert_external_repository(repo_id=outside, is_boost_used=True)
    return Project(outside, file("main.cpp", repo_id=outside), *headers)


@single
def test_what_is_known_of_a_repository_can_be_told_again() -> None:
    mine = project()

    services.upsert_external_repository(repo_id=mine.repo_id, boost_version="1.85")

    found = BoostExternalRepository.objects.get()
    assert (found.pk, found.boost_version) == (mine.repo_id, "1.85")
    assert selectors.repositories_using_boost() == []


@single
def test_a_file_includes_several_headers_each_once() -> None:
    mine = project()

    for headers in ([mine.json], [mine.json, mine.asio, mine.asio]):
        services.record_usages(repo_id=mine.repo_id, file_id=mine.file_id, header_ids=headers)

    assert selectors.headers_of_repository(repo_id=mine.repo_id) == {
        mine.json: {mine.file_id},
        mine.asio: {mine.file_id},
    }


@single
def test_an_excepted_usage_counts_again_once_it_is_recorded_again() -> None:
    mine = project()
    services.record_usages(repo_id=mine.repo_id, file_id=mine.file_id, header_ids=[mine.json])
    usages = [usage.pk for usage in BoostUsage.objects.all()]

    assert services.except_usages(usage_ids=usages, day=date(2024, 5, 1)) == 1
    assert services.except_usages(usage_ids=usages, day=date(2024, 6, 1)) == 0
    assert selectors.headers_of_repository(repo_id=mine.repo_id) == {}
    services.record_usages(repo_id=mine.repo_id, file_id=mine.file_id, header_ids=[mine.json])

    assert BoostUsage.objects.get().excepted_at is None


@single
def test_missing_headers_replace_the_ones_before_and_share_one_usage() -> None:
    mine = project()

    for names in (["boost/a.hpp", "boost/b.hpp"], ["boost/b.hpp", "boost/c.hpp"]):
        key = services.record_missing_headers(
            repo_id=mine.repo_id, file_id=mine.file_id, header_names=names
        )

    assert BoostUsage.objects.get().pk == key
    assert selectors.missing_header_counts() == {"boost/b.hpp": 1, "boost/c.hpp": 1}


@single
def test_a_file_that_misses_no_header_has_no_usage_without_one() -> None:
    mine = project()
    where = {"repo_id": mine.repo_id, "file_id": mine.file_id}
    services.record_missing_headers(**where, header_names=["boost/a.hpp"])

    assert services.record_missing_headers(**where, header_names=[]) is None

    assert not BoostUsage.objects.exists()
    assert not BoostMissingHeaderTmp.objects.exists()


@concurrent
def test_two_writers_of_missing_headers_share_one_usage() -> None:
    mine = project()

    def record() -> int | None:
        return services.record_missing_headers(
            repo_id=mine.repo_id, file_id=mine.file_id, header_names=["boost/a.hpp"]
        )

    one, other = raced(record, record, using=USAGE)

    assert one == other == BoostUsage.objects.get().pk


@single
def test_a_header_that_was_missing_becomes_a_usage_of_what_was_found() -> None:
    mine = project()
    services.record_missing_headers(
        repo_id=mine.repo_id, file_id=mine.file_id, header_names=["boost/json.hpp", "boost/x.hpp"]
    )

    for _ in range(2):
        services.resolve_missing_header(header_name="boost/json.hpp", header_id=mine.json)

    assert selectors.headers_of_repository(repo_id=mine.repo_id) == {mine.json: {mine.file_id}}
    assert selectors.missing_header_counts() == {"boost/x.hpp": 1}


@single
def test_includes_of_many_files_are_set_and_those_that_went_are_left_out() -> None:
    mine = project()
    other = file("other.cpp", repo_id=mine.repo_id)
    day = date(2024, 5, 1)

    def told(**includes: frozenset[int] | frozenset[str]) -> tuple[int, int]:
        files = [
            services.records.FileIncludes(file_id=key, **includes) for key in (mine.file_id, other)
        ]
        return services.set_includes(repo_id=mine.repo_id, includes=files, day=day)

    before = told(header_ids=frozenset({mine.json}), missing=frozenset({"boost/none.hpp"}))
    after = told(header_ids=frozenset({mine.asio}))

    assert (before, after) == ((4, 0), (2, 4))
    assert selectors.headers_of_repository(repo_id=mine.repo_id) == {
        mine.asio: {mine.file_id, other}
    }
    assert not BoostMissingHeaderTmp.objects.exists()
    assert selectors.files_with_usages(repo_id=mine.repo_id) == {mine.file_id, other}
