"""Random programs on a parent and a child with two keys."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from tests.tools.pairs import Copy, Step

Steps = st.SearchStrategy[tuple[Step, ...]]

# Few keys, so that statements meet; one of five is never in the parent at first.
_NUMBERS: Final = st.integers(1, 5).map(str)
_KEYS: Final = st.one_of(_NUMBERS.map("'{}'".format), st.just("NULL"))


def _statement(template: str, *values: st.SearchStrategy[str]) -> Steps:
    def filled(drawn: tuple[str, ...]) -> tuple[Step, ...]:
        text = template
        for number, value in enumerate(drawn):
            text = text.replace(f"${number}", value)
        return (text,)

    return st.tuples(*values).map(filled)


def _copied(rows: list[tuple[int, int | None, int | None]]) -> tuple[Step, ...]:
    texts = tuple(
        (number, *(None if key is None else str(key) for key in keys)) for number, *keys in rows
    )
    return (Copy("{app}.child", texts),)


_ROWS: Final = st.tuples(_NUMBERS, _KEYS, _KEYS).map(lambda row: f"({', '.join(row)})")
_MANY: Final = st.lists(_ROWS, min_size=1, max_size=4).map(", ".join)
_COPIED: Final = st.lists(
    st.tuples(st.integers(1, 9), st.none() | st.integers(1, 5), st.none() | st.integers(1, 5)),
    max_size=4,
).map(_copied)
_SAVEPOINTS: Final = st.sampled_from(["a", "b", "c"])
_COLUMNS: Final = st.sampled_from(["key", "other"])

CHILD: Final[list[Steps]] = [
    _statement("INSERT INTO {app}.child VALUES $0", _MANY),
    _statement(
        "INSERT INTO {app}.child SELECT g, '$0' FROM generate_series($1, 7) g", _NUMBERS, _NUMBERS
    ),
    _statement("INSERT INTO {app}.child VALUES $0 ON CONFLICT DO NOTHING", _MANY),
    _statement(
        "INSERT INTO {app}.child VALUES $0 ON CONFLICT (id) DO UPDATE SET $1 = $2",
        _ROWS,
        _COLUMNS,
        _KEYS,
    ),
    _COPIED,
    _statement("UPDATE {app}.child SET $0 = $1 WHERE id = $2", _COLUMNS, _KEYS, _NUMBERS),
    _statement("UPDATE {app}.child SET $0 = $1 WHERE key = '$2'", _COLUMNS, _KEYS, _NUMBERS),
    _statement("UPDATE {app}.child SET key = other, other = key"),
    _statement("UPDATE {app}.child SET id = id + 10 WHERE id = $0", _NUMBERS),
    _statement("DELETE FROM {app}.child WHERE $0 = '$1'", _COLUMNS, _NUMBERS),
    _statement("DELETE FROM {app}.child WHERE id <= $0", _NUMBERS),
    _statement(
        "MERGE INTO {app}.child c USING (VALUES $0) AS v (id, key, other) ON c.id = v.id"
        " WHEN MATCHED AND v.key IS NULL THEN DELETE"
        " WHEN MATCHED THEN UPDATE SET $1 = {app}.as_key(v.other)"
        " WHEN NOT MATCHED THEN INSERT VALUES"
        " (v.id, {app}.as_key(v.key), {app}.as_key(v.other))",
        st.tuples(_NUMBERS, _KEYS, _KEYS).map(
            lambda row: f"({row[0]}, {row[1]}::text, {row[2]}::text)"
        ),
        _COLUMNS,
    ),
]
PARENT: Final[list[Steps]] = [
    _statement("INSERT INTO {hub}.parent VALUES ('$0')", _NUMBERS),
    _statement("INSERT INTO {hub}.parent VALUES ('$0') ON CONFLICT DO NOTHING", _NUMBERS),
    _statement("DELETE FROM {hub}.parent WHERE id = '$0'", _NUMBERS),
    _statement("DELETE FROM {hub}.parent WHERE id <= '$0'", _NUMBERS),
    _statement("UPDATE {hub}.parent SET id = '$0' WHERE id = '$1'", _NUMBERS, _NUMBERS),
    _statement("UPDATE {hub}.parent SET id = id, name = 'new'"),
    _statement(
        "INSERT INTO {hub}.parent VALUES ('$0') ON CONFLICT (id) DO UPDATE SET id = '$1'",
        _NUMBERS,
        _NUMBERS,
    ),
    _statement(
        "MERGE INTO {hub}.parent p USING (VALUES ('$0')) AS v (id) ON p.id = {app}.as_key(v.id)"
        " WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES ({app}.as_key(v.id))",
        _NUMBERS,
    ),
]
BOTH: Final[list[Steps]] = [
    _statement(
        "WITH gone AS (DELETE FROM {hub}.parent WHERE id = '$0' RETURNING id)"
        " DELETE FROM {app}.child USING gone WHERE $1 = gone.id",
        _NUMBERS,
        _COLUMNS,
    ),
    _statement(
        "WITH moved AS (UPDATE {hub}.parent SET id = '$0' WHERE id = '$1')"
        " UPDATE {app}.child SET $2 = '$0' WHERE $2 = '$1'",
        _NUMBERS,
        _NUMBERS,
        _COLUMNS,
    ),
    _statement(
        "WITH c AS (INSERT INTO {app}.child VALUES $0 RETURNING key)"
        " INSERT INTO {hub}.parent SELECT key FROM c WHERE key IS NOT NULL"
        " ON CONFLICT DO NOTHING",
        _ROWS,
    ),
    # What is still queued would refuse it: by itself.
    st.just(("COMMIT AND CHAIN", "TRUNCATE {app}.child")),
    st.just(("COMMIT AND CHAIN", "TRUNCATE {hub}.parent, {app}.child")),
]
TRANSACTION: Final[list[Steps]] = [
    _statement("SAVEPOINT $0", _SAVEPOINTS),
    _statement("ROLLBACK TO $0", _SAVEPOINTS),
    _statement("RELEASE $0", _SAVEPOINTS),
    st.just(("SET CONSTRAINTS ALL IMMEDIATE",)),
    st.just(("SET CONSTRAINTS ALL DEFERRED",)),
    st.just(("COMMIT AND CHAIN",)),
    st.just(("ROLLBACK AND CHAIN",)),
]

PROGRAMS: Final = st.lists(st.one_of(*CHILD, *PARENT, *BOTH, *TRANSACTION), max_size=12).map(
    lambda steps: [step for several in steps for step in several]
)
