"""Contract text: what the models say, kept beside what people wrote into the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import tomlkit
from tomlkit.items import Comment, Trivia

from appschemas.contract.contract import Contract
from appschemas.contract.json_schema import SCHEMA_URL


def differences(contract: Contract, desired: Contract) -> Iterator[str]:
    """One line for each thing that the file says and the models do not, or the other way round."""
    for name in sorted({*desired.extension_names} - {*contract.extension_names}):
        yield f"+ extensions.install: {name}"
    for schema in desired.schemas:
        if schema.name not in contract:
            yield f"+ [schemas.{schema.name}] for {', '.join(schema.apps)}"
            continue
        to_toml = contract[schema.name]
        for key in _DERIVED:
            old, new = set(getattr(to_toml, key)), set(getattr(schema, key))
            yield from (f"- {schema.name}.{key}: {each}" for each in sorted(old - new))
            yield from (f"+ {schema.name}.{key}: {each}" for each in sorted(new - old))


def to_toml(desired: Contract, path: Path) -> str:
    """The file's new text; comments, order and unknown layout of an old one are kept."""
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else _blank(desired)
    if desired.extension_names:
        table: Any = document.setdefault("extensions", tomlkit.table())
        _put(table, "install", desired.extension_names)
    schemas: Any = document.setdefault("schemas", tomlkit.table(is_super_table=True))
    for schema in desired.schemas:
        if schema.name not in schemas:
            schemas[schema.name] = tomlkit.table()
            if schema.alias != schema.name:
                schemas[schema.name]["alias"] = schema.alias
        table = schemas[schema.name]
        for key in _DERIVED:
            some = schema.reads_some if key == "reads" else ()
            _put(table, key, (*getattr(schema, key), *some))
    return tomlkit.dumps(document)


# Private
# -------

_DERIVED: Final = ("apps", "publishes", "references", "pending", "reads", "history")


def _put(table: Any, key: str, labels: tuple[str, ...]) -> None:
    if sorted(table.get(key, ())) == sorted(labels):
        return
    if not labels:
        table.pop(key, None)
        return
    array = tomlkit.array()
    array.extend(labels)
    table[key] = array.multiline(len(labels) > 1)


def _blank(desired: Contract) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    # Editors complete and check by it.
    document.add(Comment(Trivia(comment=f"#:schema {SCHEMA_URL}")))
    document.add(
        tomlkit.comment(
            "Which apps live in which PostgreSQL schema, and what crosses between them."
        )
    )
    document["version"] = 1
    roles = tomlkit.table()
    roles["application"], roles["migrator"] = desired.roles.application, desired.roles.migrator
    document["roles"] = roles
    extensions = tomlkit.table()
    extensions["schema"] = desired.extensions
    document["extensions"] = extensions
    return document
