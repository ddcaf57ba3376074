"""The pictures of the reference project's schemas are what the command draws."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from tests.tools.checkout import ROOT

DRAWN = {
    "schemas-before.svg": {"before": True, "title": "Before"},
    "schemas.svg": {"no_database": True, "title": "Now"},
}
FOLDER = ROOT / "docs" / "explanation"


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_of_the_docs_shows_what_there_is(name: str) -> None:
    options: dict[str, Any] = DRAWN[name]

    call_command("schema_map", svg=FOLDER / name, check=True, stdout=StringIO(), **options)


def test_as_many_identity_keys_stand_where_foreign_keys_crossed() -> None:
    counts = [
        re.findall(r">(\d+) (foreign|identity) keys", (FOLDER / name).read_text()) for name in DRAWN
    ]

    assert counts == [[("26", "foreign")], [("26", "identity")]]
