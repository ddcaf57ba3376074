"""Boost documentation's services."""

from __future__ import annotations

import pytest

from boost_library_docs_tracker import selectors, services
from boost_library_docs_tracker.models import BoostDocContent, BoostLibraryDocumentation
from boost_library_tracker import services as boost
from boost_library_tracker.models import BoostVersion
from tests.project.history import repository
from tests.project.racing import raced

DOCS = "boost_library_docs_tracker"
PAGE = services.Page(url="libs/json/index.html", content_hash="abc")
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


@single
def test_a_content_keeps_its_first_version_and_moves_its_last() -> None:
    old, new = (boost.upsert_version(version=name) for name in ("1.84", "1.85"))

    [key] = services.upsert_contents(pages=[PAGE, PAGE], version_id=old).values()
    again = services.upsert_contents(pages=[PAGE], version_id=new)

    content = BoostDocContent.objects.get()
    assert again == {"abc": key}
    assert (content.first_version_id, content.last_version_id) == (old, new)


@concurrent
def test_of_two_writers_of_a_content_one_waits_and_updates() -> None:
    release = boost.upsert_version(version="1.85")

    def upsert() -> dict[str, int]:
        return services.upsert_contents(pages=[PAGE], version_id=release)

    one, other = raced(upsert, upsert, using=DOCS)

    assert one == other


@concurrent
def test_a_content_outlives_its_versions() -> None:
    release = boost.upsert_version(version="1.85")
    services.upsert_contents(pages=[PAGE], version_id=release)

    BoostVersion.objects.get().delete()

    content = BoostDocContent.objects.get()
    assert (content.first_version_id, content.last_version_id) == (None, None)


@single
def test_a_library_version_shows_a_content_once() -> None:
    release = boost.upsert_version(version="1.85")
    home, _ = boost.get_or_create_library_repository(repo_id=repository("json"))
    [library] = boost.upsert_libraries(repo_id=home.pk, names=["json"]).values()
    version = boost.upsert_library_version(library_id=library, version_id=release)
    [key] = services.upsert_contents(pages=[PAGE], version_id=release).values()

    for _ in range(2):
        services.link_contents(library_version_id=version, content_ids=[key])

    assert BoostLibraryDocumentation.objects.count() == 1
    assert selectors.urls_of_library_version(library_version_id=version) == {key: PAGE.url}


@single
def test_a_content_is_upserted_until_it_is_said_to_be() -> None:
    release = boost.upsert_version(version="1.85")
    [key] = services.upsert_contents(pages=[PAGE], version_id=release).values()
    assert [content.pk for content in selectors.contents_to_upsert()] == [key]

    assert services.mark_upserted(content_ids=[key]) == 1

    assert selectors.contents_to_upsert() == []
