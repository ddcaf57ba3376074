"""Where an identity key differs from a foreign key by design.

Each is a row of docs/reference/identity-key-differences.md, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.tools.pairs import Mode


@dataclass(frozen=True, slots=True)
class Difference:
    """What a foreign key and an identity key refuse in a case; in some modes and ways only."""

    row: str
    native: str
    checked: str
    where: frozenset[str] = frozenset()


TRUNCATE = "TRUNCATE of the parent"
CASCADE = "TRUNCATE .. CASCADE of the parent"
SNAPSHOT = "REPEATABLE READ, SERIALIZABLE"
ATTACH = "ATTACH PARTITION"
DETACH = "DETACH PARTITION"
PARTITIONS = "A partitioned parent"
HEIRS = "Tables that inherit from the child"
COLLATION = "Columns of two collations"
OWN_TRIGGER = "An AFTER INSERT trigger that writes the parent"


def _all() -> Iterator[tuple[str, Difference]]:
    yield "plain: truncate of the parent", Difference(TRUNCATE, "0A000", "23503")
    yield "plain: truncate of a parent that nobody holds", Difference(TRUNCATE, "0A000", "")
    yield "plain: truncate of the parent, cascading", Difference(CASCADE, "", "23503")
    for case, native in (
        ("repeatable read: delete of a held parent", "23503"),
        ("repeatable read: delete of a parent that nobody holds", ""),
        ("serializable: new key of a parent that nobody holds", ""),
    ):
        # A transaction of its own has set no level.
        yield f"plain: {case}", Difference(SNAPSHOT, native, "25001", frozenset({"together"}))
    yield (
        "partitioned: attach of a partition with a bad row",
        Difference(ATTACH, "23503", ""),
    )
    yield "partitioned: detach, then a bad row on its own", Difference(DETACH, "23503", "")
    yield "partitioned: detach, then its parent goes", Difference(DETACH, "23503", "")
    yield "partitioned-parent: insert", Difference(PARTITIONS, "", "23503")
    yield "inherited-child: delete of a parent held by the heir", Difference(HEIRS, "", "23503")
    yield "collated: insert", Difference(COLLATION, "", "42P22")
    yield (
        "plain: after insert writes the parent",
        Difference(OWN_TRIGGER, "23503", "", frozenset({"statement"})),
    )


DIFFERENCES: Final = tuple(_all())


def difference(case: str, mode: Mode, way: str) -> Difference | None:
    """The difference that a case shows in this mode and way, if it does."""
    words = {*str(mode).split("-"), way}
    for name, each in DIFFERENCES:
        if name == case and each.where <= words:
            return each
    return None
