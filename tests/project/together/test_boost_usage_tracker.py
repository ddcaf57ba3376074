"""Usages beside the headers that are used."""

from __future__ import annotations

import pytest

from boost_library_tracker import services as boost
from boost_library_tracker.models import BoostFile
from boost_usage_tracker import selectors, services
from tests.tools.project.history import file, repository


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_a_header_takes_its_usages_with_it() -> None:
    home, outside = repository("boost"), repository("outside", owner=2)
    boost.get_or_create_library_repository(repo_id=home)
    [library] = boost.upsert_libraries(repo_id=home, names=["all"]).values()
    json, asio = (file(name, repo_id=home) for name in ("json.hpp", "asio.hpp"))
    boost.assign_files(library_id=library, file_ids=[json, asio])
    services.upsert_external_repository(repo_id=outside, is_boost_used=True)
    source = file("main.cpp", repo_id=outside)
    services.record_usages(repo_id=outside, file_id=source, header_ids=[json, asio])

    BoostFile.objects.get(pk=json).delete()

    assert list(selectors.headers_of_repository(repo_id=outside)) == [asio]
