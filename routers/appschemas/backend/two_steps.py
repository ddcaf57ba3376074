"""Two steps: a query that reads keys of another schema first says so, with the line that asks.

At the level DEBUG the logger has a record for each; `record.call_site` is the line, or None.
"""

from __future__ import annotations

import logging
import sys
from typing import Final

from appschemas.backend.session.call_sites import origin
from appschemas.fields.key_sets import observers


def install() -> None:
    """Log every one from now on."""
    if _logged not in observers:
        observers.append(_logged)


# Private
# -------

_log: Final = logging.getLogger(__name__)


def _logged(condition: str, keys: int) -> None:
    if _log.isEnabledFor(logging.DEBUG):
        site = origin(sys._getframe(1))[0]
        where = f"{site.file}:{site.line}" if site else "no line of the project"
        extra = {"call_site": site, "condition": condition, "keys": keys}
        _log.debug("%s: %d keys, read first for %s", condition, keys, where, extra=extra)
