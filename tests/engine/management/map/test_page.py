"""The page of a map: one file that shows what it is given and runs what it was built with."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from appschemas.auditing.pages.page import data
from appschemas.management.map.page import map_page
from appschemas.management.map.picture import picture
from tests.tools.checkout import ROOT
from tests.tools.maps import ELEMENT, NAMES, facts_in, hostile, map_of


@pytest.mark.parametrize("name", NAMES)
def test_no_name_ends_the_element_that_it_stands_in(name: str) -> None:
    text = data({"name": name})

    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"name": name}


def test_a_page_of_hostile_names_has_its_two_elements_and_every_name() -> None:
    page = map_page(hostile())

    assert len(ELEMENT.findall(page)) == page.count("</script>") == 2
    assert {box["name"] for box in facts_in(page)["boxes"]} == set(NAMES)


def test_a_page_may_run_its_own_program_and_ask_for_nothing() -> None:
    page = map_page(map_of(3))
    program = ELEMENT.findall(page)[1]
    digest = b64encode(hashlib.sha256(program.encode()).digest()).decode()

    assert f"default-src 'none'; script-src 'sha256-{digest}';" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|@import|url\(""", page)


def test_a_page_of_a_hundred_schemas_is_no_more_than_a_megabyte_and_a_half() -> None:
    assert len(map_page(map_of(100)).encode()) <= 1_500_000


@pytest.mark.parametrize("count", [0, 1, 3, 15, 100])
def test_no_two_boxes_of_a_picture_touch(count: int) -> None:
    drawn = picture(map_of(count) if count > 1 else _few(count))

    spots = [
        tuple(map(float, each))
        for each in re.findall(
            r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="6"', drawn
        )
    ]
    assert len(spots) == count
    for number, (x, y, width, height) in enumerate(spots):
        for other_x, other_y, other_width, other_height in spots[:number]:
            beside = x + width < other_x or other_x + other_width < x
            assert beside or y + height < other_y or other_y + other_height < y


def test_a_picture_of_hostile_names_is_well_formed() -> None:
    drawn = ElementTree.fromstring(picture(hostile()))  # noqa: S314 - the engine's own
    texts = [each.text or "" for each in drawn.iter()]

    assert all(any(name in text for text in texts) for name in NAMES)


@pytest.mark.parametrize(
    ("name", "built"), [("map", "management/map/map.js"), ("audit", "auditing/pages/audit.js")]
)
def test_a_program_was_built_from_its_sources(name: str, built: str) -> None:
    folder = ROOT / "pages"
    sources = [
        *sorted((folder / name).glob("*.js")),
        *sorted((folder / "shared").glob("*.js")),
        folder / "build.mjs",
        folder / "package-lock.json",
    ]
    digest = hashlib.sha256(b"".join(each.read_bytes() for each in sources)).hexdigest()[:16]

    text = (ROOT / "routers" / "appschemas" / built).read_text(encoding="utf-8")
    assert f"Built from pages/ {digest};" in text, "run: make pages"


def _few(count: int) -> Any:
    whole = map_of(3)
    return replace(whole, boxes=whole.boxes[:count], keys=(), reads=(), rings=())
