"""Purposes: what each function and trigger of a check is for, in the words of its COMMENT."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from appschemas.integrity.references import KeyConstraint, Reference

# By the word in the object's name; (columns) of the child hold keys of the parent.
FUNCTIONS: Final = {
    "check_insert": "Refuses new rows of {child} whose {columns} nobody has in {schema}.",
    "check_update": "Refuses a change of {child} to {columns} that nobody has in {schema}.",
    "missing": "Says which of these keys no row of {parent} has; asked for {child}.",
    "holds": "Says whether {child} holds this key of {parent}.",
    "keys": "Lists which keys of {parent} a column of {child} holds, in batches.",
    "rows": "Counts the rows of {child} that hold these keys of {parent}.",
    "restrict": "Refuses to delete or re-key a row of {parent} whose key {child} holds.",
    "restrict_set": "Refuses to delete rows of {parent} whose keys {child} holds.",
    "restrict_truncate": "Refuses to truncate {parent} while {child} holds keys of it.",
}
TRIGGERS: Final = {
    "insert": "New rows of {child}: {columns} must be there.",
    "update": "Changed rows of {child}: {columns} must be there.",
    "delete": "Deleted rows of {parent}: {child} must not hold their keys.",
    "truncate": "A truncated {parent}: {child} must hold no key of it.",
}
RE_KEYED: Final = "Re-keyed rows of {parent}: {child} must not hold their old keys."


def purpose(template: str, constraint: KeyConstraint, table: str = "") -> str:
    """The words of one object.

    Args:
        template: One of those above.
        constraint: Its keys.
        table: The referenced table, where it is about one.
    """
    references: Iterable[Reference] = constraint.references
    return template.format(
        child=f"{constraint.schema}.{constraint.table}",
        parent=f"{constraint.referenced_schema}.{table}",
        schema=constraint.referenced_schema,
        columns=", ".join(each.column for each in references),
    )
