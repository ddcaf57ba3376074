"""References: a column of one table that holds another schema's key, and those checked together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from appschemas.integrity.key_types import widest_type


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One column of one table that holds the key of a table in another schema.

    `referenced_table` is empty while the model that the column points at is not there: renamed, not
    migrated yet, or of an app that is not installed. `check_each` and `deferrable` say how it is
    checked: each "row" or each "statement", at the end of the transaction or of the statement.
    """

    schema: str
    table: str
    referenced_schema: str
    referenced_table: str
    referenced_column: str
    column: str
    key_type: str
    check_each: str = "row"
    deferrable: bool = True

    @property
    def is_known(self) -> bool:
        """Whether it is known where it ends."""
        return bool(self.referenced_table)

    def __str__(self) -> str:
        return (
            f"{self.schema}.{self.table}.{self.column} -> "
            f"{self.referenced_schema}.{self.referenced_table}.{self.referenced_column}"
        )


@dataclass(frozen=True, slots=True, order=True)
class KeyConstraint:
    """All references of one table into one schema that are checked alike, by the same triggers.

    Of one referenced table they hold one column: where a table's references end at two, `by` is
    the column of those that have a constraint of their own.
    """

    schema: str
    table: str
    referenced_schema: str
    check_each: str
    deferrable: bool
    references: tuple[Reference, ...]
    by: str = ""

    @property
    def known(self) -> KeyConstraint:
        """The constraint of those references of which it is known where they end."""
        return replace(
            self, references=tuple(reference for reference in self.references if reference.is_known)
        )

    @property
    def referenced_tables(self) -> tuple[tuple[str, tuple[Reference, ...]], ...]:
        """The referenced tables, with the references that end there."""
        return tuple(
            (table, tuple(references))
            for table, references in groupby(
                self.references, key=lambda reference: reference.referenced_table
            )
        )


def key_constraints_of(references: Iterable[Reference]) -> tuple[KeyConstraint, ...]:
    """The constraints of these references: one per table, referenced schema and way to check."""

    def alike(reference: Reference) -> tuple[str, str, str, str, bool]:
        return (
            reference.schema,
            reference.table,
            reference.referenced_schema,
            reference.check_each,
            reference.deferrable,
        )

    every = set(references)
    first: dict[tuple[object, ...], str] = {}
    for each in sorted(every):
        first.setdefault((*alike(each), each.referenced_table), each.referenced_column)

    def place(reference: Reference) -> tuple[tuple[str, str, str, str, bool], str]:
        column = reference.referenced_column
        is_first = first[(*alike(reference), reference.referenced_table)] == column
        return alike(reference), "" if is_first else column

    ordered = sorted(every, key=lambda reference: (place(reference), reference))
    return tuple(
        KeyConstraint(*where, references=tuple(group), by=by)
        for (where, by), group in groupby(ordered, key=place)
    )


def existing(
    references: Iterable[Reference], columns: Mapping[tuple[str, str, str], str]
) -> Iterator[Reference]:
    """The references whose both ends are there, with the type in which the two can be compared.

    Args:
        references: Any.
        columns: The type of each column, by schema, table and name, as the catalog has it.
    """
    for reference in references:
        referencing = columns.get((reference.schema, reference.table, reference.column))
        referenced = columns.get(
            (reference.referenced_schema, reference.referenced_table, reference.referenced_column)
        )
        if referencing and referenced:
            yield replace(reference, key_type=widest_type((referencing, referenced)))
