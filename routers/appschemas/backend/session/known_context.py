"""Known context: all that is known of a connection, in one object that is compared by identity.

Each alias has one for its connection. While the session's is that of the alias, nothing has
happened since that may have changed the role or the path: its next statement is sent as it is.
"""

from __future__ import annotations

import re
from typing import Any, Final

from appschemas.backend.session.context import SchemaContext

# PostgreSQL reports each change of it to its clients from version 18 on.
# https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-ASYNC
PATH: Final = b"search_path"


class KnownContext:
    """Where the statements of one alias run on one connection, acting as one role.

    Args:
        context: The role and the path; None for a connection of which nothing is known.
        acting: What `current_role()` says, by identity.
        contract: The contract that the context is of.

    `reported` is what PostgreSQL says of the path there: nothing before 18.
    """

    __slots__ = ("acting", "context", "contract", "reported")

    def __init__(self, context: SchemaContext | None, acting: Any, contract: Any) -> None:
        self.context = context
        self.acting = acting
        self.contract = contract
        self.reported: bytes | None = None

    def is_reported(self, reported: bytes | None) -> bool:
        """Whether `reported`, after a switch, is its path: what came with it may have set it."""
        if reported != self.reported:
            if reported is not None and not self._is_path(reported.decode(errors="replace")):
                return False
            self.reported = reported
        return True

    def _is_path(self, reported: str) -> bool:
        names = (
            quoted.replace('""', '"') if quoted else plain
            for quoted, plain in _NAME.findall(reported)
        )
        return self.context is not None and tuple(names) == self.context.path


UNKNOWN: Final = KnownContext(None, None, None)

# Private
# -------

_NAME: Final = re.compile(r'"((?:[^"]|"")+)"|([^\s,"]+)')
