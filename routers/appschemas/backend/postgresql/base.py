"""Where Django looks for the wrapper of `appschemas.backend.postgresql`."""

from __future__ import annotations

from appschemas.backend.base import DatabaseWrapper

__all__ = ["DatabaseWrapper"]
