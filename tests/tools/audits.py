"""Reports of an audit, as `schema_audit --output` writes them, of made-up places."""

from __future__ import annotations

from typing import Any, Final

SCHEMAS: Final = ("papers", "people", "reviews", "shop")


def crossing(number: int, *, kind: str = "join", name: str = "find") -> dict[str, Any]:
    """The place of that number: its file, schemas and tables follow from it."""
    one, other = SCHEMAS[number % 4], SCHEMAS[(number + 1) % 4]
    refused = {"join": True, "transaction": False, "unparsed": None}[kind]
    return {
        "kind": kind,
        "refused": refused,
        "file": f"{one}/services.py",
        "line": 10 + number,
        "function": f"{name}_{number}",
        "schemas": sorted((one, other)),
        "tables": [f"{one}_row", f"{other}_row"],
        "statement": f"... {one}_row JOIN {other}_row ... </script>",
        "count": number + 1,
        "tests": [f"tests/test_{one}.py::test_{number}"],
        "fix": "Two statements.",
    }


def report(*crossings: dict[str, Any]) -> dict[str, Any]:
    """A whole report with these."""
    totals = {"statements": 100, "judged": 90, "unparsed": 0, "by_owner": 5, "unplaced": 5}
    return {"version": 1, "totals": totals, "seconds": 0.1, "crossings": list(crossings)}
