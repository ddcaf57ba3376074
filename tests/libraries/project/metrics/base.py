"""The engine, with django-prometheus beneath it: each alias has a label of its own."""

from __future__ import annotations

from django_prometheus.db.backends.postgresql import base as prometheus

from appschemas.backend.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper, prometheus.DatabaseWrapper):
    """The engine first: it is the one that puts a statement into its schema."""
