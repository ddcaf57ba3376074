"""JSON lines, with natural keys through identity keys."""

from __future__ import annotations

from django.core.serializers import jsonl as django

from appschemas.fields.serializers import NaturalIdentityKeys

Deserializer = django.Deserializer


class Serializer(NaturalIdentityKeys, django.Serializer):
    """Django's own."""
