"""YAML, with natural keys through identity keys."""

from __future__ import annotations

from django.core.serializers import pyyaml as django

from appschemas.fields.serializers import NaturalIdentityKeys

Deserializer = django.Deserializer


class Serializer(NaturalIdentityKeys, django.Serializer):
    """Django's own."""
