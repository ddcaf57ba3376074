"""Sampling: what the wall would refuse, found in production among a share of the statements.

Nothing is refused and nothing is changed: the code runs with the rights that it has. What would be
refused follows from the contract and the tables that a statement names.
"""

from __future__ import annotations

import logging
import random
import sys
from collections import Counter
from typing import Any, Final

from appschemas.auditing.crossings import Crossing, Judge
from appschemas.auditing.logs import LOGGER, crossing_said, is_said, looked_said
from appschemas.auditing.recorder import Call, Recorder, text_of
from appschemas.backend.session.call_sites import NOWHERE, CallSite, origin
from appschemas.conf import get_contract


class Sampler(Recorder):
    """Judges a share of the statements before they are sent; logs and counts their places.

    A place is logged when it is met first, and again whenever it was met twice as often as when it
    was logged last; so is how many statements of a schema were looked at. No statement is kept, and
    nothing of it is logged but its shape.

    Args:
        judge: Knows the contract and the models.
        share: Of the statements, above 0; 1 for all.
    """

    def __init__(self, judge: Judge, share: float) -> None:
        super().__init__()
        self._judge, self._share = judge, share
        self.met: Counter[tuple[str, CallSite, tuple[str, ...]]] = Counter()
        self.looked: Counter[str] = Counter()

    def note(self, connection: Any, sql: Any, *, parametrised: bool) -> None:
        """Look at a statement, or let it pass; what goes wrong here is logged, and it is sent."""
        if _chance() >= self._share:
            return
        try:
            site, app, by_owner, _ = origin(sys._getframe(2))
            if not by_owner:
                text = text_of(sql, connection)
                parametrised = parametrised and "%" in text
                call = Call(text, parametrised, connection.alias, app, site or NOWHERE, "")
                for crossing in self._judge.crossings_of(call):
                    self._count(crossing)
                for schema in self._judge.schemas_of(call):
                    self._look(schema)
        except Exception:
            _log.exception("a statement could not be looked at")

    # Private
    # -------

    def _count(self, crossing: Crossing) -> None:
        key = (crossing.kind, crossing.site, crossing.tables)
        if not is_said(times := self._counted(self.met, key)):
            return
        level = logging.WARNING if crossing.refused else logging.INFO
        extra = {
            "call_site": crossing.site,
            "kind": crossing.kind,
            "schemas": crossing.schemas,
            "tables": crossing.tables,
            "times": times,
        }
        _log.log(level, "%s", crossing_said(crossing, times, self._share), extra=extra)

    def _look(self, schema: str) -> None:
        if is_said(times := self._counted(self.looked, schema)):
            extra = {"schemas": (schema,), "times": times}
            _log.info("%s", looked_said(schema, times, self._share), extra=extra)

    def _counted(self, counter: Counter[Any], key: Any) -> int:
        with self._lock:
            counter[key] += 1
            return counter[key]


def sample(share: float) -> Sampler | None:
    """Sample from now on, in this process; without a share, do nothing."""
    if not share:
        return None
    sampler = Sampler(Judge(get_contract()), share)
    sampler.start()
    return sampler


# Private
# -------

_log: Final = logging.getLogger(LOGGER)
# What is let pass is no secret.
_chance: Final = random.random
