"""Boost documentation's services."""

from __future__ import annotations

import pytest

from boost_library_docs_tracker import selectors, services
from boost_library_docs_tracker.models import BoostDocContent, BoostLibraryDocumentation
from tests.tools.project.held import key
from tests.tools.project.racing import raced

DOCS = "boost_library_docs_tracker"
VERSION = "boost_library_tracker.BoostVersion"
LIBRARY_VERSION = "boost_library_tracker.BoostLibraryVersion"
PAGE = services.Page(url="libs/json/index.html", content_hash="abc")
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


@single
def test_a_content_keeps_its_first_version_and_moves_its_last() -> None:
    old, new = (key(VERSION, name) for name in ("1.84", "1.85"))

    [made] = services.upsert_contents(pages=[PAGE, PAGE], version_id=old).values()
    again = services.upsert_contents(pages=[PAGE], version_id=new)

    content = BoostDocContent.objects.get()
    assert again == {"abc": made}
    assert (content.first_version_id, content.last_version_id) == (old, new)


@concurrent
def test_of_two_writers_of_a_content_one_waits_and_updates() -> None:
    release = key(VERSION, "1.85")

    def upsert() -> dict[str, int]:
        return services.upsert_contents(pages=[PAGE], version_id=release)

    one, other = raced(upsert, upsert, using=DOCS)

    assert one == other


@single
def test_a_library_version_shows_a_content_once() -> None:
    release = key(VERSION, "1.85")
    version = key(LIBRARY_VERSION)
    [content] = services.upsert_contents(pages=[PAGE], version_id=release).values()

    for _ in range(2):
        services.link_contents(library_version_id=version, content_ids=[content])

    assert BoostLibraryDocumentation.objects.count() == 1
    assert selectors.urls_of_library_version(library_version_id=version) == {content: PAGE.url}


@single
def test_a_content_is_upserted_until_it_is_said_to_be() -> None:
    release = key(VERSION, "1.85")
    [made] = services.upsert_contents(pages=[PAGE], version_id=release).values()
    assert [content.pk for content in selectors.contents_to_upsert()] == [made]

    assert services.mark_upserted(content_ids=[made]) == 1

    assert selectors.contents_to_upsert() == []
