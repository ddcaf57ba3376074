"""Boost documentation's tables are what production has."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table

pytestmark = pytest.mark.django_db(databases="__all__")

VERSION = "=> boost_library_tracker.boost_library_tracker_boostversion"


def test_contents_are_unique_by_hash() -> None:
    assert_table(
        "boost_library_docs_tracker",
        "boost_library_docs_tracker_boostdoccontent",
        columns={
            "url": "text",
            "content_hash": "char(64)",
            "first_version_id": f"key null {VERSION}",
            "last_version_id": f"key null {VERSION}",
            "is_upserted": "bool",
            "scraped_at": "timestamptz",
            "created_at": "timestamptz",
        },
        unique=[("content_hash",)],
    )


def test_a_library_version_shows_a_content_once() -> None:
    library_version = "boost_library_tracker.boost_library_tracker_boostlibraryversion"
    assert_table(
        "boost_library_docs_tracker",
        "boost_library_docs_tracker_boostlibrarydocumentation",
        columns={
            "boost_library_version_id": f"key => {library_version}",
            "boost_doc_content_id": "key -> boost_library_docs_tracker_boostdoccontent",
            "created_at": "timestamptz",
        },
        unique=[("boost_library_version_id", "boost_doc_content_id")],
    )
