"""Documentation beside the libraries whose versions it is of."""

from __future__ import annotations

import pytest

from boost_library_docs_tracker import services
from boost_library_docs_tracker.models import BoostDocContent
from boost_library_tracker import services as boost
from boost_library_tracker.models import BoostVersion

PAGE = services.Page(url="libs/json/index.html", content_hash="abc")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


@concurrent
def test_a_content_outlives_its_versions() -> None:
    release = boost.upsert_version(version="1.85")
    services.upsert_contents(pages=[PAGE], version_id=release)

    BoostVersion.objects.get().delete()

    content = BoostDocContent.objects.get()
    assert (content.first_version_id, content.last_version_id) == (None, None)
