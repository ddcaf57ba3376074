"""Validation: what a contract may not say, though its file has the right shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from appschemas.contract.partial_reads import parted
from appschemas.contract.schema import (
    DEFAULT_ALIAS,
    ENGINE_SCHEMAS,
    LOGINS,
    MAX_NAME,
    Reader,
    Roles,
    Schema,
)


def contradictions(
    roles: Roles, extensions: str, schemas: Sequence[Schema], readers: Sequence[Reader] = ()
) -> Iterator[str]:
    """One sentence for each thing that cannot be right, naming the key and what would be right."""
    names = [schema.name for schema in schemas]
    homes: dict[str, list[str]] = {}
    for schema in schemas:
        for app in schema.apps:
            homes.setdefault(app, []).append(schema.name)
    for app, claimed in homes.items():
        if len(claimed) > 1:
            yield f"app {app!r} is in {_listed(claimed)}; an app lives in one schema"
    for alias, count in Counter(schema.alias for schema in schemas).items():
        if count > 1:
            yield f"alias {alias!r} is used {count} times; each schema needs its own"
    if DEFAULT_ALIAS not in {schema.alias for schema in schemas}:
        yield 'no schema has alias = "default"; give it to the one that holds django.contrib.auth'
    if extensions in names:
        yield f"extensions.schema {extensions!r} is also a schema of apps; choose another"
    for name in ENGINE_SCHEMAS:
        if name in (*names, extensions):
            yield f"schema {name!r} is the engine's, for the checks of keys; choose another name"
    yield from _confused_logins(roles, schemas)
    yield from _confused_readers(roles, schemas, readers)
    published = frozenset(label for schema in schemas for label in schema.publishes)
    for schema in schemas:
        longest = schema.migrator if roles.schema_migrators else schema.owner
        if len(longest) > MAX_NAME:
            yield f"role {longest!r} has {len(longest)} characters, {MAX_NAME} at most"
        yield from _contradictions_of(schema, schemas, homes, published)


# Private
# -------


def _confused_logins(roles: Roles, schemas: Sequence[Schema]) -> Iterator[str]:
    if roles.application == roles.migrator:
        yield f"roles.migrator {roles.migrator!r} is also roles.application; it needs its own"
    taken = _roles_of(roles, schemas)
    for role, what in ((roles.history, "data migrations"), (roles.keys, "the checks of keys")):
        if role == roles.application or role in taken:
            yield f"roles: {role!r} is the role of {what}; choose another name"
        if len(role) > MAX_NAME:
            yield f"role {role!r} has {len(role)} characters, {MAX_NAME} at most"
    if roles.standby in (roles.application, roles.migrator, roles.history, roles.keys):
        yield f"roles.standby {roles.standby!r} is another role of this contract; it needs its own"
    for login in dict.fromkeys((*roles.applications, roles.migrator)):
        if login in taken:
            yield f"roles: {login!r} is the role of a schema; choose another name for the login"
    names = {schema.name for schema in schemas}
    for name in LOGINS:
        if name in names:
            yield f"schema {name!r}: {name.upper()}_DATABASE_URL is a login's; choose another name"


def _roles_of(roles: Roles, schemas: Sequence[Schema]) -> set[str]:
    taken = {role for s in schemas for role in (s.owner, s.rw, s.ro, s.keys, s.login)}
    return taken | {schema.migrator for schema in schemas if roles.schema_migrators}


def _confused_readers(
    roles: Roles, schemas: Sequence[Schema], readers: Sequence[Reader]
) -> Iterator[str]:
    taken = _roles_of(roles, schemas) | {
        *roles.applications,
        roles.migrator,
        roles.history,
        roles.keys,
    }
    names = [schema.name for schema in schemas]
    for reader in readers:
        if reader.name in taken:
            yield f"logins: {reader.name!r} is another role of this contract; choose another name"
        for name in reader.reads:
            if name not in names:
                where = f"logins.{reader.name}.reads"
                yield f"{where}: there is no schema {name!r}{_meant(name, names)}"


def _contradictions_of(
    schema: Schema,
    schemas: Sequence[Schema],
    homes: dict[str, list[str]],
    published: frozenset[str],
) -> Iterator[str]:
    where = f"schemas.{schema.name}"
    for label in schema.publishes:
        if label.partition(".")[0] not in schema.apps:
            yield f"{where}.publishes: {label!r} is no model of its apps ({_listed(schema.apps)})"
    for name in schema.history:
        if name.partition(".")[0] not in schema.apps:
            yield f"{where}.history: {name!r} is no migration of its apps ({_listed(schema.apps)})"
    for label in schema.references:
        if label.partition(".")[0] in schema.apps:
            yield f"{where}.references: {label!r} is its own model; it needs no reference"
        elif label.partition(".")[0] not in homes:
            hint = _meant(label, published)
            yield f"{where}.references: no schema has the app of {label!r}{hint}"
        elif label not in published:
            yield f"{where}.references: {label!r} is not published{_meant(label, published)}"
    names = [each.name for each in schemas]
    for name in schema.reads:
        if name not in names:
            yield f"{where}.reads: there is no schema {name!r}{_meant(name, names)}"
        elif name == schema.name:
            yield f"{where}.reads: a schema reads itself anyway; remove {name!r}"
    for each in parted(schema.reads_some)[1]:
        home = each.home(schemas)
        if home is None:
            known = homes if each.is_model else names
            what = "app" if each.is_model else "schema"
            yield f"{where}.reads: there is no {what} of {str(each)!r}{_meant(each.place, known)}"
        elif home in (schema.name, *schema.reads):
            yield f"{where}.reads: it reads all of {home!r} anyway; remove {str(each)!r}"


def _meant(word: str, known: Iterable[str]) -> str:
    known = sorted(known)
    if close := get_close_matches(word, known, n=1):
        return f"; did you mean {close[0]!r}?"
    return f"; there is {_listed(known)}" if known else "; there is none"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words) or "none"
