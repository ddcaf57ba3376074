"""The map as a page: what `pages/` was built into, with the facts."""

from __future__ import annotations

from appschemas.auditing.pages.page import page, program_named
from appschemas.management.map.facts import Facts


def map_page(facts: Facts) -> str:
    """One HTML file, which needs no server and no network."""
    program = program_named(__package__ or "", "map.js")
    return page(f"{facts.title}: schemas", facts.as_json(), program)
