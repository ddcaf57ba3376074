"""History: what migrations say past the models, in SQL and in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from django.apps import apps
from django.db.backends.utils import strip_quotes

from appschemas.auditing.drafting.relations import Kind, Relation
from appschemas.integrity.migration_files import migrations_on_disk, operations_of, text_of


def relations_in_sql() -> Iterator[Relation]:
    """What SQL and Python of migrations name of the tables and models of other apps."""
    tables = _apps_by_table()
    for (app, name), migration in sorted(migrations_on_disk().items()):
        found: dict[str, str] = {}
        for operation in operations_of(migration):
            text = text_of(operation)
            found |= {word: tables[word] for word in _WORD.findall(text) if word in tables}
            found |= {f"{label}.{model}": label for label, model in _GET_MODEL.findall(text)}
        for what, target in found.items():
            if target != app:
                yield Relation(Kind.RAW_SQL, f"{app}.{name}", app, target, what)


# Private
# -------

_WORD: Final = re.compile(r"\w+")
_GET_MODEL: Final = re.compile(r"""get_model\(\s*["'](\w+)["'.]\s*,?\s*["']?(\w+)""")


def _apps_by_table() -> Mapping[str, str]:
    return {
        strip_quotes(model._meta.db_table): model._meta.app_label
        for model in apps.get_models(include_auto_created=True)
    }
