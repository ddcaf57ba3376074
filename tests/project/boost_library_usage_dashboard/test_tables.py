"""The dashboard has no table."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import tables


@pytest.mark.django_db(databases="__all__")
def test_the_dashboard_has_no_table() -> None:
    assert tables("boost_library_usage_dashboard") == set()
