"""Room: what a server has too little of for one transaction, and how it gets more."""

from __future__ import annotations

from typing import Any, Final

from psycopg import Connection, errors


def way_to_room(connection: Connection[Any], error: errors.OutOfMemory, so_far: str) -> str:
    """What to tell of a transaction that was too large, after it was rolled back.

    PostgreSQL keeps every lock until the end of the transaction, in a table that has its size from
    when it was started.
    https://www.postgresql.org/docs/current/runtime-config-locks.html#GUC-MAX-LOCKS-PER-TRANSACTION

    Args:
        connection: The one that failed, idle.
        error: What the server said.
        so_far: What was changed before.
    """
    said = f"The server has no room for it ({error.diag.message_primary}). {so_far}"
    # Of memory that is no table of locks it says how much was asked for, and nothing to do.
    if not error.diag.message_hint:
        return f"{said} Make room, then run it again."
    (wanted,) = connection.execute(_WANTED).fetchone() or (0,)
    return (
        f"{said} One transaction locks more than max_locks_per_transaction has room for. As a "
        f"superuser: ALTER SYSTEM SET max_locks_per_transaction = {wanted}; then restart the "
        "server, and run it again."
    )


# Private
# -------

# As if all that there is were locked, and in the end twice what there was room for.
_WANTED: Final = """
SELECT greatest(
         2 * current_setting('max_locks_per_transaction')::int,
         ceil((count(*)::numeric + (SELECT count(*) FROM pg_catalog.pg_proc WHERE oid >= 16384)
               + (SELECT count(*) FROM pg_catalog.pg_type WHERE oid >= 16384)
               + (SELECT count(*) FROM pg_catalog.pg_trigger)
               + (SELECT count(*) FROM pg_catalog.pg_constraint)
               + (SELECT count(*) FROM pg_catalog.pg_roles))
              / current_setting('max_connections')::int))::int
  FROM pg_catalog.pg_class WHERE oid >= 16384
"""
