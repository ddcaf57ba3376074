"""Key columns: what both ends of a reference must be for its check to mean anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from appschemas.database.catalog import CatalogState
from appschemas.database.plan.changes import Finding, placed, quoted
from appschemas.integrity.references import Reference

Column = tuple[str, str, str]


def find_key_column_drift(
    references: Iterable[Reference], actual: CatalogState, extensions: str
) -> Iterator[Finding]:
    """Keys that may be there twice, and columns of another type than the models say."""
    references = [each for each in references if _ends(each) <= actual.columns.keys()]
    for column in sorted({_referenced(each) for each in references} - actual.unique_columns.keys()):
        yield _not_unique(*column)
    types = {end: each.key_type for each in sorted(references) for end in _ends(each)}
    for column, key_type in sorted(types.items()):
        if (found := actual.columns[column]) != key_type and _bare(found, extensions) != key_type:
            yield _of_another_type(*column, found, key_type)
    for each in sorted(references):
        ours, theirs = (actual.collations.get(end, "") for end in (_own(each), _referenced(each)))
        if ours != theirs:
            yield _of_another_collation(each, ours, theirs)


def missing_key_columns(references: Iterable[Reference], actual: CatalogState) -> Iterator[Finding]:
    """Columns of keys that their tables do not have; a table that is not there is told apart."""
    tables = {(schema, table) for schema, table, _ in actual.columns}
    for each in sorted(references):
        for column in (_own(each), _referenced(each)):
            schema, table, name = column
            if (schema, table) in tables and column not in actual.columns:
                yield Finding(
                    schema,
                    f"column {schema}.{table}.{name} is not there, and {each} is a key",
                    "migrate; where every migration is applied: "
                    f"ALTER TABLE {placed(schema, table)} "
                    f"ADD COLUMN {quoted(name)} {each.key_type}, "
                    "then: manage.py schema_apply --apply",
                )


def unindexed_key_columns(indexed: Iterable[Column], actual: CatalogState) -> Iterator[Finding]:
    """Columns of keys that lost the index which their models say that they have."""
    for schema, table, column in sorted({*indexed} & actual.columns.keys()):
        if (schema, table, column) not in actual.indexed_columns:
            yield Finding(
                schema,
                f"no index begins with {schema}.{table}.{column}, which holds keys: whoever "
                "deletes a row of the other side reads the whole table",
                f"CREATE INDEX CONCURRENTLY ON {placed(schema, table)} ({quoted(column)})",
                notice=True,
            )


# Private
# -------


def _own(reference: Reference) -> Column:
    return reference.schema, reference.table, reference.column


def _referenced(reference: Reference) -> Column:
    return reference.referenced_schema, reference.referenced_table, reference.referenced_column


def _ends(reference: Reference) -> set[Column]:
    return {_own(reference), _referenced(reference)}


def _bare(found: str, extensions: str) -> str:
    """The name of an extension's type without its schema; one of an owner's is another type."""
    return found.removeprefix(f"{extensions}.").strip('"') if "." in found else found


def _not_unique(schema: str, table: str, column: str) -> Finding:
    return Finding(
        schema,
        f"the key {schema}.{table}.{column} is not unique: without an index that says so, two rows "
        "may have it, and one that is held may be given away",
        f"ALTER TABLE {placed(schema, table)} ADD PRIMARY KEY ({quoted(column)}), "
        "then: manage.py schema_apply --apply, manage.py schema_verify --orphans",
    )


def _of_another_type(schema: str, table: str, column: str, found: str, wanted: str) -> Finding:
    return Finding(
        schema,
        f"column {schema}.{table}.{column} is {found}, and its model says {wanted}",
        "migrate; where every migration is applied, drop the triggers of its keys, then: "
        f"ALTER TABLE {placed(schema, table)} ALTER COLUMN {quoted(column)} TYPE {wanted}, "
        "then: manage.py schema_apply --apply",
    )


def _of_another_collation(reference: Reference, ours: str, theirs: str) -> Finding:
    default = '"default"'
    length = "with the length that it has, " if "character" in reference.key_type else ""
    return Finding(
        reference.schema,
        f"the two columns of {reference} have two collations, {ours or default} and "
        f"{theirs or default}: what is equal to one may not be to the other",
        f"ALTER TABLE {placed(reference.schema, reference.table)} "
        f"ALTER COLUMN {quoted(reference.column)} "
        f"TYPE {reference.key_type} COLLATE {theirs or default}, {length}"
        "then: manage.py schema_apply --apply, manage.py schema_verify --orphans; triggers of its "
        "keys that are there are dropped before that",
    )
