"""Query log: `connection.queries` of the platform has the statements of its whole session.

Django's assertNumQueries, CaptureQueriesContext and debug pages ask the alias `default` where they
are told no other, and mean what the code under them has sent. Every other alias shows its own.
https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.TransactionTestCase.assertNumQueries
"""

from __future__ import annotations

from collections import deque
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


class ForceDebugCursor:
    """`force_debug_cursor`, which is set now and then, and asked for with each cursor.

    What the platform's is set to holds for every alias of its session. Without a `__get__` an
    attribute is read as any other of its instance; `queries_logged` reads `logs_queries`.
    """

    def __set__(self, wrapper: Any, value: bool) -> None:
        vars(wrapper)["force_debug_cursor"] = value
        wrapper.logs_queries = value or _is_led(wrapper)
        if _leads(wrapper):
            for other in connections.all(initialized_only=True):
                if other is not wrapper and getattr(other, "session", None) is wrapper.session:
                    other.logs_queries = value or other.force_debug_cursor


class QueryLog(deque[dict[str, Any]]):
    """The statements of one alias; what is added to it is added to the platform's, too."""

    def __init__(self, wrapper: Any) -> None:
        super().__init__(maxlen=wrapper.queries_limit)
        self._wrapper = wrapper

    def append(self, entry: dict[str, Any]) -> None:
        super().append(entry)
        leader = connections[DEFAULT_DB_ALIAS]
        shares = getattr(leader, "session", None) is self._wrapper.session
        if shares and leader is not self._wrapper:
            leader.queries_log.append(entry)


# Private
# -------


def _leads(wrapper: Any) -> bool:
    return wrapper.shares_session and wrapper.alias == DEFAULT_DB_ALIAS


def _is_led(wrapper: Any) -> bool:
    """Whether the platform's connection, of the same session, logs now."""
    if not wrapper.shares_session or _leads(wrapper):
        return False
    leader = connections[DEFAULT_DB_ALIAS]
    is_of_session = getattr(leader, "session", None) is wrapper.session
    return is_of_session and _leads(leader) and leader.force_debug_cursor
