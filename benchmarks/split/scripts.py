"""Scripts: what old code and new code say all day; what must fail is refused to both."""

from __future__ import annotations

from typing import Final

from appschemas.backend.session.context import schema_context
from benchmarks.clients import Script
from benchmarks.split.shared_state import SharedState


def old_code(state: SharedState) -> Script:
    """One schema on its path, and joins over all of it."""
    return Script(
        reads=(
            b"SELECT n.id FROM note n JOIN person p ON p.id = n.person_id WHERE n.id = %s",
            *_READS,
        ),
        writes=tuple(_WRITES),
        probes=tuple(_PROBES),
        most=state.persons,
    )


def new_code(state: SharedState) -> Script:
    """The role and the path of each statement's schema, as the engine's sessions send them."""
    switches = {
        schema.name: schema_context(schema.rw, (schema.name, state.contract.extensions)).switch
        for schema in state.contract.schemas
    }
    statements = {**_READS, **_WRITES, **_PROBES}
    return Script(
        reads=tuple(_READS),
        writes=tuple(_WRITES),
        probes=tuple(_PROBES),
        most=state.persons,
        contexts={each: switches[schema] for each, schema in statements.items()},
    )


# Private
# -------

# Each with the schema in which its table will lie.
_READS: Final = {
    b"SELECT count(*) FROM note WHERE person_id = %s": "app",
    b"SELECT id FROM page WHERE id = %s": "app",
    b"SELECT name FROM person WHERE id = %s": "hub",
}
_WRITES: Final = {
    b"INSERT INTO note (person_id) VALUES (%s) RETURNING id": "app",
    b"UPDATE note SET text = text || 'x' WHERE id = %s": "app",
    b"UPDATE person SET name = name || 'x' WHERE id = %s": "hub",
}
_PROBES: Final = {
    b"INSERT INTO note (person_id) VALUES (-1)": "app",
    b"DELETE FROM person WHERE id = 2": "hub",
    b"INSERT INTO page (id, person_id) VALUES (-5, -1)": "app",
}
