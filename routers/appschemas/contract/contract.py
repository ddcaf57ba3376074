"""The contract: which apps live in which schema, what each publishes, references and reads."""

from __future__ import annotations

import graphlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from appschemas.contract.file import ContractFile, explained
from appschemas.exceptions import ContractError

DEFAULT_ALIAS = "default"
# https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
MAX_NAME = 63
# The temporary schema comes last on a path, or a temporary table could stand in for a real one.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SEARCH-PATH
LAST = "pg_temp"


@dataclass(frozen=True, slots=True, order=True)
class Roles:
    """The two login roles, which hold no privilege of their own, and the prefix of all others.

    Roles belong to the server: contracts of several databases on one server need a prefix each.
    `lock_timeout` is for the logins of the application where a schema has an own session.
    """

    application: str
    migrator: str
    prefix: str = ""
    lock_timeout: str = "10s"


@dataclass(frozen=True, slots=True, order=True)
class Schema:
    """One app schema; `publishes` and `references` are labels `app.Model`, `reads` schema names.

    `history` are the migrations, `app.name`, of which it is known that they reach other apps'
    tables.

    An `own` schema has a login and a connection that it shares with no other.
    """

    name: str
    alias: str
    apps: tuple[str, ...]
    publishes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    prefix: str = ""
    own: bool = False

    @property
    def owner(self) -> str:
        """The NOLOGIN role that owns the schema and runs its migrations."""
        return f"{self.prefix}{self.name}_owner"

    @property
    def rw(self) -> str:
        """The role with DML in this schema."""
        return f"{self.prefix}{self.name}_rw"

    @property
    def ro(self) -> str:
        """The role with SELECT in this schema."""
        return f"{self.prefix}{self.name}_ro"

    @property
    def login(self) -> str:
        """The LOGIN role of a schema with its own session; there is none for the others."""
        return f"{self.prefix}{self.name}_login"

    @property
    def search_path(self) -> tuple[str, ...]:
        """What unqualified names may mean at run time: its own schema, then what it may read."""
        return (self.name, *self.reads)


@dataclass(frozen=True)
class Contract:
    """The whole contract; of its `schemas` what is referenced or read comes first.

    Schemas may hold each other's keys and read each other: of a cycle, the one that the file names
    first comes first. The order is that of what is printed; nothing needs one.

    In a subset `stand_ins` are the schemas of which only the keys are there, and `left_out` the
    apps that are not installed. While migrations run, `elsewhere` has (app, table, schema) of each
    table that lies in another schema than its app's.
    """

    roles: Roles
    extensions: str
    schemas: tuple[Schema, ...]
    path: Path | None = None
    stand_ins: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    elsewhere: frozenset[tuple[str, str, str]] = frozenset()

    @classmethod
    def load(cls, path: Path | str) -> Contract:
        """Read and validate the contract at `path`.

        Raises:
            ContractError: the file is missing, is no TOML, or contradicts itself.
        """
        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            hint = "write one with: manage.py schema_contract --write"
            raise ContractError(path, [f"cannot be read ({error.strerror}); {hint}"]) from None
        return cls.parse(text, path=path)

    @classmethod
    def parse(cls, text: str, path: Path | None = None) -> Contract:
        """The contract that `text` (TOML) states; `path` only names it in errors."""
        shown = path or "contract"
        try:
            file = ContractFile.model_validate(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ContractError(shown, [f"is not valid TOML: {error}"]) from None
        except ValidationError as error:
            raise ContractError(shown, explained(error)) from None
        schemas = tuple(
            Schema(
                name=name,
                alias=entry.alias or name,
                apps=tuple(entry.apps),
                publishes=tuple(entry.publishes),
                references=tuple(entry.references),
                reads=tuple(entry.reads),
                pending=tuple(entry.pending),
                history=tuple(entry.history),
                prefix=file.roles.prefix,
                own=entry.session == "own",
            )
            for name, entry in file.schemas.items()
        )
        roles = Roles(**file.roles.model_dump())
        contract = cls(roles, file.extensions.schema_, schemas, path)
        if problems := list(_contradictions(contract)):
            raise ContractError(shown, problems)
        return replace(contract, schemas=_in_order(contract))

    def __getitem__(self, name: str) -> Schema:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    @property
    def extensions_owner(self) -> str:
        """The NOLOGIN role that owns the schema of extensions."""
        return f"{self.roles.prefix}{self.extensions}_owner"

    @property
    def history_role(self) -> str:
        """The NOLOGIN role that has the rights of every owner, for data migrations to run as.

        Named after the migrator, whose it is alone: two contracts on one server share none.
        """
        return f"{self.roles.migrator}_history"

    def history_path(self, schema: str) -> tuple[str, ...]:
        """The search_path of a data migration: the tables of its schema first, then all others."""
        others = (each.name for each in self.schemas if each.name != schema)
        return (schema, *others, self.extensions, LAST)

    @cached_property
    def own_schemas(self) -> tuple[Schema, ...]:
        """The schemas that share their session with no other."""
        return tuple(schema for schema in self.schemas if schema.own)

    @property
    def logins(self) -> tuple[str, ...]:
        """Every LOGIN role, each once."""
        named = (self.roles.application, self.roles.migrator)
        return tuple(dict.fromkeys((*named, *(schema.login for schema in self.own_schemas))))

    def path_of(self, schema: Schema) -> tuple[str, ...]:
        """The whole search_path of the schema's statements at run time."""
        return (*schema.search_path, self.extensions, LAST)

    def schema_of_app(self, app_label: str) -> Schema | None:
        """The schema that claims `app_label`, or None."""
        return self._by_app.get(app_label)

    def schema_of_table(self, app_label: str, table: str) -> Schema | None:
        """The schema in which a table of the app `app_label` lies, or None."""
        if self.elsewhere and (name := self._elsewhere.get((app_label, table))):
            return self[name]
        return self.schema_of_app(app_label)

    def schema_of_alias(self, alias: str) -> Schema | None:
        """The schema behind the database alias, or None."""
        return self._by_alias.get(alias)

    def publisher_of(self, label: str) -> Schema | None:
        """The schema whose app the model `app.Model` belongs to, or None."""
        return self.schema_of_app(label.partition(".")[0])

    def referenced_by(self, schema: Schema) -> tuple[Schema, ...]:
        """The schemas that `schema` references, in the contract's order."""
        targets = {self.publisher_of(label) for label in schema.references}
        return tuple(each for each in self.schemas if each in targets and each != schema)

    @property
    def installed(self) -> tuple[Schema, ...]:
        """The schemas whose apps are installed: all but the stand-ins of a subset."""
        return tuple(schema for schema in self.schemas if schema.name not in self.stand_ins)

    @cached_property
    def _by_name(self) -> dict[str, Schema]:
        return {schema.name: schema for schema in self.schemas}

    @cached_property
    def _by_app(self) -> dict[str, Schema]:
        return {app: schema for schema in self.schemas for app in schema.apps}

    @cached_property
    def _elsewhere(self) -> dict[tuple[str, str], str]:
        return {(app, table): schema for app, table, schema in self.elsewhere}

    @cached_property
    def _by_alias(self) -> dict[str, Schema]:
        return {schema.alias: schema for schema in self.schemas}


# Private
# -------


def _contradictions(contract: Contract) -> Iterator[str]:
    names = [schema.name for schema in contract.schemas]
    homes: dict[str, list[str]] = {}
    for schema in contract.schemas:
        for app in schema.apps:
            homes.setdefault(app, []).append(schema.name)
    for app, claimed in homes.items():
        if len(claimed) > 1:
            yield f"app {app!r} is in {_listed(claimed)}; an app lives in one schema"
    for alias, count in Counter(schema.alias for schema in contract.schemas).items():
        if count > 1:
            yield f"alias {alias!r} is used {count} times; each schema needs its own"
    if DEFAULT_ALIAS not in {schema.alias for schema in contract.schemas}:
        yield 'no schema has alias = "default"; give it to the one that holds django.contrib.auth'
    if contract.extensions in names:
        yield f"extensions.schema {contract.extensions!r} is also a schema of apps; choose another"
    yield from _confused_logins(contract)
    for schema in contract.schemas:
        if len(schema.owner) > MAX_NAME:
            yield f"role {schema.owner!r} has {len(schema.owner)} characters, {MAX_NAME} at most"
        yield from _contradictions_of(schema, contract, homes)


def _confused_logins(contract: Contract) -> Iterator[str]:
    logins = contract.roles
    if logins.application == logins.migrator:
        yield f"roles.migrator {logins.migrator!r} is also roles.application; it needs its own"
    taken = {role for s in contract.schemas for role in (s.owner, s.rw, s.ro, s.login)}
    if (role := contract.history_role) == logins.application or role in taken:
        yield f"roles: {role!r} is the role of data migrations; choose another name"
    if len(role) > MAX_NAME:
        yield f"role {role!r} has {len(role)} characters, {MAX_NAME} at most"
    for login in dict.fromkeys((logins.application, logins.migrator)):
        if login in taken:
            yield f"roles: {login!r} is the role of a schema; choose another name for the login"
    for name in ("admin", "migrator"):
        if name in contract:
            yield f"schema {name!r}: {name.upper()}_DATABASE_URL is a login's; choose another name"


def _contradictions_of(
    schema: Schema, contract: Contract, homes: dict[str, list[str]]
) -> Iterator[str]:
    where = f"schemas.{schema.name}"
    for label in schema.publishes:
        if label.partition(".")[0] not in schema.apps:
            yield f"{where}.publishes: {label!r} is no model of its apps ({_listed(schema.apps)})"
    for name in schema.history:
        if name.partition(".")[0] not in schema.apps:
            yield f"{where}.history: {name!r} is no migration of its apps ({_listed(schema.apps)})"
    published = [label for each in contract.schemas for label in each.publishes]
    for label in schema.references:
        if label.partition(".")[0] in schema.apps:
            yield f"{where}.references: {label!r} is its own model; it needs no reference"
        elif label.partition(".")[0] not in homes:
            hint = _meant(label, published)
            yield f"{where}.references: no schema has the app of {label!r}{hint}"
        elif label not in published:
            yield f"{where}.references: {label!r} is not published{_meant(label, published)}"
    names = [each.name for each in contract.schemas]
    for name in schema.reads:
        if name not in names:
            yield f"{where}.reads: there is no schema {name!r}{_meant(name, names)}"
        elif name == schema.name:
            yield f"{where}.reads: a schema reads itself anyway; remove {name!r}"


def _in_order(contract: Contract) -> tuple[Schema, ...]:
    """Stable: what nothing else decides, and where a cycle begins, is as in the file."""
    position = {schema.name: index for index, schema in enumerate(contract.schemas)}
    needed = {
        schema.name: {*(each.name for each in contract.referenced_by(schema)), *schema.reads}
        for schema in contract.schemas
    }
    sorter = _without_cycles(needed, position)
    order: list[str] = []
    ready = list(sorter.get_ready())
    while ready:
        ready.sort(key=position.__getitem__)
        order.append(ready.pop(0))
        sorter.done(order[-1])
        ready.extend(sorter.get_ready())
    return tuple(contract[name] for name in order)


def _without_cycles(
    needed: dict[str, set[str]], position: dict[str, int]
) -> graphlib.TopologicalSorter[str]:
    while True:
        sorter = graphlib.TopologicalSorter(needed)
        try:
            sorter.prepare()
        except graphlib.CycleError as error:
            # Each is needed by the next one, and the last is the first again.
            cycle: list[str] = error.args[1]
            before, first = min(pairwise(cycle), key=lambda pair: position[pair[1]])
            needed[first].remove(before)
        else:
            return sorter


def _meant(word: str, known: Iterable[str]) -> str:
    known = sorted(known)
    if close := get_close_matches(word, known, n=1):
        return f"; did you mean {close[0]!r}?"
    return f"; there is {_listed(known)}" if known else "; there is none"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words) or "none"
