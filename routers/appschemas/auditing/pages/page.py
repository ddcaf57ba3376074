"""Page: one HTML file with its data, its style and its program in it."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any, Final


def page(title: str, facts: Any, program: str) -> str:
    """The text of a page; whatever stands in `facts`, it is shown and never run.

    The page may run the one program that is in it, by its digest, and may ask no server for
    anything (https://www.w3.org/TR/CSP3/): a name in `facts` cannot make it.

    Args:
        title: Of the page.
        facts: Plain values, as json takes them: what the program shows.
        program: JavaScript, one of `program_named()`.
    """
    return Template(_asset("shell.html")).substitute(
        title=escape(title),
        style=_asset("page.css"),
        facts=data(facts),
        digest=b64encode(sha256(program.encode()).digest()).decode(),
        program=program,
    )


def data(facts: Any) -> str:
    """JSON that stands in a page: nothing in it can end the element that it stands in."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    for letter in _NOT_IN_A_PAGE:
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def program_named(package: str, name: str) -> str:
    """A program of a package of the engine, as it was built.

    Args:
        package: Where it lies, as a dotted name.
        name: Of the file.
    """
    return files(package).joinpath(name).read_text(encoding="utf-8")


# Private
# -------

# Between quotes in JSON, and only there, these may stand or be written by their number.
_NOT_IN_A_PAGE: Final = "<>&\u2028\u2029"


def _asset(name: str) -> str:
    return program_named(__package__ or "", name)
