"""Collector groups: one status row each, one run at a time."""
