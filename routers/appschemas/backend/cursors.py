"""Cursors: before a statement runs, the session enters the schema of its alias."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from psycopg import Error

from appschemas.backend.explaining import EXPLAINED, explain
from appschemas.conf import get_contract

if TYPE_CHECKING:
    from appschemas.backend.base import DatabaseWrapper


class _SchemaCursor:
    # None on cursors that psycopg and Django open for themselves.
    wrapper: DatabaseWrapper | None = None

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self._enter()
        try:
            result = super().execute(*args, **kwargs)  # type: ignore[misc]
        except EXPLAINED as error:
            self._explain(error)
            raise
        self._settle()
        return result

    def executemany(self, *args: Any, **kwargs: Any) -> Any:
        self._enter()
        return super().executemany(*args, **kwargs)  # type: ignore[misc]

    def stream(self, *args: Any, **kwargs: Any) -> Any:
        self._enter()
        return super().stream(*args, **kwargs)  # type: ignore[misc]

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        self._enter()
        return super().copy(*args, **kwargs)  # type: ignore[misc]

    def _enter(self) -> None:
        if self.wrapper is not None:
            self.wrapper.enter()

    def _explain(self, error: Error) -> None:
        if self.wrapper is not None and self.wrapper.schema is not None:
            explain(error, self.wrapper.schema, get_contract())

    def _settle(self) -> None:
        if self.wrapper is None:
            return
        if len(self._results) > 1:  # type: ignore[attr-defined]
            # Of several statements in one string only the first shows its command tag.
            self.wrapper.session.forget()
        else:
            self.wrapper.session.settle(self.statusmessage)  # type: ignore[attr-defined]


@cache
def entering(factory: type[Any]) -> type[Any]:
    """The class of cursors that `factory` makes, with statements that enter their schema first.

    A plan is made, and privileges are checked, when a server-side cursor is declared.
    """
    return type(factory.__name__, (_SchemaCursor, factory), {})
