"""Subqueries: `IN (SELECT ..)` of a schema that this one does not read is two statements.

So is `key = (SELECT ..)` of an identity key, `filter(author=Person.objects.order_by("pk")[:1])`.

A method named after the vendor is what Django asks of a lookup first
(https://docs.djangoproject.com/en/stable/ref/models/expressions/#adding-support-in-third-party-database-backends),
so that no other node of a query pays for the question.
"""

from __future__ import annotations

from django.db.models.lookups import In

from appschemas.backend.compiler import compile_in
from appschemas.fields.lookups import KeyExact


def install() -> None:
    """Let every `IN`, and what a key is equal to, be compiled by the schema's compiler."""
    In.as_postgresql = compile_in
    KeyExact.as_postgresql = compile_in
