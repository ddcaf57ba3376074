"""Subqueries: `IN (SELECT ..)` of a schema that this one does not read is two statements.

A method named after the vendor is what Django asks of a lookup first
(https://docs.djangoproject.com/en/stable/ref/models/expressions/#adding-support-in-third-party-database-backends),
so that no other node of a query pays for the question.
"""

from __future__ import annotations

from django.db.models.lookups import In

from appschemas.backend.compiler import compile_in


def install() -> None:
    """Let every `IN` be compiled by the schema's compiler."""
    In.as_postgresql = compile_in
