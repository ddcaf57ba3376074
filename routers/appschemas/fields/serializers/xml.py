"""XML, with natural keys through identity keys."""

from __future__ import annotations

import json
from typing import Any

from django.core.serializers import xml_serializer as django
from django.core.serializers.json import DjangoJSONEncoder

from appschemas.fields.serializers import natural_key_of

Deserializer = django.Deserializer


class Serializer(django.Serializer):
    """Django's own."""

    def handle_field(self, obj: Any, field: Any) -> None:
        natural = natural_key_of(obj, field) if self.use_natural_foreign_keys else None
        if natural is None:
            super().handle_field(obj, field)
            return
        self.indent(2)
        attributes = {"name": field.name, "type": field.get_internal_type()}
        self.xml.addQuickElement("field", json.dumps(natural, cls=DjangoJSONEncoder), attributes)
