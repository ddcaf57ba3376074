"""The contract: which apps live in which schema, what each publishes, references and reads."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import ValidationError

from appschemas.contract.file import LIMITS_SINCE, ContractFile, explained
from appschemas.contract.order import referenced_first
from appschemas.contract.partial_reads import PartialRead, parted
from appschemas.contract.schema import LAST, Reader, Roles, Schema
from appschemas.contract.validation import contradictions
from appschemas.exceptions import ContractError


@dataclass(frozen=True)
class Contract:
    """The whole contract; of its `schemas` what is referenced or read comes first.

    Schemas may hold each other's keys and read each other: of a cycle, the one that the file names
    first comes first. The order is that of what is printed; nothing needs one.

    A contract is a mapping of a kind: `contract["papers"]` is the schema of that name.

    Attributes:
        roles: The logins, and the prefix of the other roles.
        extensions: The name of the schema that extensions lie in.
        readers: The logins that only read.
        extension_names: The extensions that are installed into it.
        schemas: Every schema of the contract, or of the subset that is chosen.
        path: The file it was read from; None for a text.
        stand_ins: In a subset, the names of the schemas of which only the keys are there.
        left_out: In a subset, the labels of the apps that are not installed.
        elsewhere: While migrations run, (app, table, schema) of each table that lies in another
            schema than its app's.
    """

    roles: Roles
    extensions: str
    schemas: tuple[Schema, ...]
    path: Path | None = None
    stand_ins: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    elsewhere: frozenset[tuple[str, str, str]] = frozenset()
    extension_names: tuple[str, ...] = ()
    readers: tuple[Reader, ...] = ()

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
        return _parsed(text, path)  # Settings and commands load the same text.

    @classmethod
    def parse(cls, text: str, path: Path | None = None) -> Contract:
        """The contract that `text` (TOML) states; `path` only names it in errors.

        Raises:
            ContractError: the text is no TOML, or contradicts itself.
        """
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
                reads=parted(entry.reads)[0],
                reads_some=tuple(map(str, parted(entry.reads)[1])),
                pending=tuple(entry.pending),
                history=tuple(entry.history),
                prefix=file.roles.prefix,
                own=entry.session == "own",
                allows=tuple(entry.allows),
                retired=entry.retired or "",
                limits=tuple(
                    (name, str(value))
                    for name, value in sorted(entry.limits.model_dump(exclude_none=True).items())
                ),
            )
            for name, entry in file.schemas.items()
        )
        roles = Roles(**file.roles.model_dump())
        readers = tuple(Reader(name, tuple(entry.reads)) for name, entry in file.logins.items())
        if problems := list(contradictions(roles, file.extensions.schema_, schemas, readers)):
            raise ContractError(shown, problems)
        return cls(
            roles,
            file.extensions.schema_,
            referenced_first(schemas),
            path,
            extension_names=tuple(file.extensions.install),
            readers=readers,
        )

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
        """The NOLOGIN role that has the rights of every owner, for data migrations to run as."""
        return self.roles.history

    @property
    def keys_role(self) -> str:
        """The NOLOGIN role that owns the schemas of checks, and asks for keys in bulk."""
        return self.roles.keys

    def history_path(self, schema: str) -> tuple[str, ...]:
        """The search_path of a data migration: the tables of its schema first, then all others."""
        others = (each.name for each in self.schemas if each.name != schema)
        return (schema, *others, self.extensions, LAST)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The alias for each app that a schema claims; every query asks."""
        return {app: schema.alias for app, schema in self._by_app.items()}

    @cached_property
    def own_schemas(self) -> tuple[Schema, ...]:
        """The schemas that share their session with no other."""
        return tuple(schema for schema in self.schemas if schema.own)

    @property
    def schemas_with_migrator(self) -> tuple[Schema, ...]:
        """The schemas that have a login which migrates them alone: all of them, or none."""
        return self.schemas if self.roles.schema_migrators else ()

    @property
    def logins(self) -> tuple[str, ...]:
        """Every LOGIN role, each once."""
        named = (*self.roles.applications, self.roles.migrator)
        own = (schema.login for schema in self.own_schemas)
        migrators = (schema.migrator for schema in self.schemas_with_migrator)
        readers = (each.name for each in self.readers)
        return tuple(dict.fromkeys((*named, *own, *migrators, *readers)))

    def path_of(self, schema: Schema) -> tuple[str, ...]:
        """The whole search_path of the schema's statements at run time."""
        return (*schema.search_path, self.extensions, LAST)

    def limits_in_session(
        self, schema: Schema | None, version: int
    ) -> tuple[tuple[str, str | None], ...]:
        """What to set for statements of `schema`; None for what another of its session has set.

        Args:
            schema: None for statements of owners, which no limit holds for.
            version: Of the server, as `server_version_num` has it: not each has every parameter.
        """
        own = dict(schema.limits) if schema else {}
        names = {*own, *self._shared_limits} if not (schema and schema.own) else {*own}
        return tuple(
            (name, own.get(name)) for name in sorted(names) if version >= LIMITS_SINCE.get(name, 0)
        )

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
        targets = {each.name for each in map(self.publisher_of, schema.references) if each}
        return tuple(s for s in self.schemas if s.name in targets and s.name != schema.name)

    def partial_reads(self, schema: Schema) -> tuple[tuple[PartialRead, Schema], ...]:
        """What `schema` may read of others, each with the schema in which it lies."""
        homes = ((each, each.home(self.schemas)) for each in parted(schema.reads_some)[1])
        return tuple((each, self[home]) for each, home in homes if home is not None)

    def sides_of(self, schema: Schema) -> tuple[Schema, ...]:
        """`schema` and those that it references; none, where it references none."""
        referenced = self.referenced_by(schema)
        return (schema, *referenced) if referenced else ()

    @property
    def installed(self) -> tuple[Schema, ...]:
        """The schemas whose apps are installed: all but the stand-ins of a subset."""
        return tuple(schema for schema in self.schemas if schema.name not in self.stand_ins)

    @cached_property
    def _shared_limits(self) -> frozenset[str]:
        return frozenset(name for each in self.schemas if not each.own for name, _ in each.limits)

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


@lru_cache(maxsize=4)
def _parsed(text: str, path: Path) -> Contract:
    return Contract.parse(text, path=path)
