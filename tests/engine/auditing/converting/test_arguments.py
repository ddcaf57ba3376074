"""Arguments: a call loses and gets some, and all else of it stays where it was."""

from __future__ import annotations

from typing import Any

import libcst as cst
import pytest

from appschemas.auditing.converting.arguments import added, named, without


def call(text: str) -> Any:
    return cst.parse_expression(text)


def code(node: Any) -> str:
    return cst.Module([]).code_for_node(node)


BELOW = """\
f(
    a,
    b=1,  # the last
)"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(a)", "f(a, key=1)"),
        ("f(a, b=1)", "f(a, b=1, key=1)"),
        ("f(a, b=1,)", "f(a, b=1, key=1,)"),
        ("f(\n    a, b=1\n)", "f(\n    a, b=1, key=1\n)"),
        ("f(\n    a,\n    b=1,\n)", "f(\n    a,\n    b=1,\n    key=1,\n)"),
        ("f(\n    a,\n)", "f(\n    a,\n    key=1,\n)"),
        (BELOW, "f(\n    a,\n    b=1,  # the last\n    key=1,\n)"),
        ("f(a,\n  b=1)", "f(a,\n  b=1,\n  key=1)"),
        ("f(a, **more)", "f(a, **more, key=1)"),
        ("f()", "f(key=1)"),
    ],
)
def test_one_more_is_laid_out_as_the_others(before: str, after: str) -> None:
    assert code(added(call(before), "key", "1")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(a, b=1)", "f(a)"),
        ("f(a, b=1, c=2)", "f(a, c=2)"),
        ("f(b=1)", "f()"),
        ("f(\n    a,\n    b=1,\n)", "f(\n    a,\n)"),
        ("f(\n    a,  # first\n    b=1,  # last\n)", "f(\n    a,  # first\n)"),
        ("f(\n    a,\n    b=1\n)", "f(\n    a\n)"),
    ],
)
def test_one_that_goes_takes_its_comment_along(before: str, after: str) -> None:
    assert code(without(call(before), {"b"})) == after


def test_what_was_told_by_place_is_told_by_name() -> None:
    assert code(named(call("f(a, b, c, *d)"), ("to", "on", "name"), 2)) == "f(a, b, name=c, *d)"
