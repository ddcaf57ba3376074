"""State: where a split stands, read from the catalog and the marks in it, and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from psycopg import Connection
from psycopg.rows import class_row, dict_row

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.apply.blockers import holders_told
from appschemas.database.apply.planning import EMPTY_PATH
from appschemas.database.catalog import Login, read_login, roles_of
from appschemas.database.held_tables import WAIT_SHORTLY
from appschemas.database.model_state import ModelState
from appschemas.database.queries import queries
from appschemas.database.split.marks import COMPAT, SplitMark, read_marks
from appschemas.database.split.relations import (
    CrossingKey,
    Relation,
    SharedObject,
    homes_of,
    homes_of_objects,
)

T = TypeVar("T")
RECORD = "django_migrations"


@dataclass(frozen=True, slots=True)
class OldLogin:
    """A login that the contract does not know and that may use the tables, or could once.

    Attributes:
        is_owner: Whether tables are its own.
        path: What its sessions in this database start with; empty if nothing is set.
        here: What is set for it in this database alone, or None.
    """

    name: str
    superuser: bool
    inherit: bool
    is_owner: bool
    path: str
    here: str | None


@dataclass(frozen=True)
class SplitState:
    """A database on its way.

    Attributes:
        source: The shared schema; empty where there is none.
        comments: Of the contract's schemas that are there.
        marks: Of the schemas that have one.
        relations: By oid.
        homes: The schema to which each table belongs, by oid.
        objects: What lies in the shared schema besides tables.
        object_homes: The schema to which each of them belongs, by oid.
        keys: The foreign keys from or to these tables.
        logins: Those of the code that runs.
        heirs_elsewhere: (name, parent) of what inherits from these tables in other schemas.
    """

    login: Login
    contract: Contract
    installed: ModelState
    source: str
    comments: Mapping[str, str]
    marks: dict[str, SplitMark]
    relations: Mapping[int, Relation]
    homes: Mapping[int, str]
    objects: tuple[SharedObject, ...]
    object_homes: Mapping[int, str]
    keys: tuple[CrossingKey, ...]
    logins: tuple[OldLogin, ...]
    heirs_elsewhere: tuple[tuple[str, str], ...] = ()

    @cached_property
    def tables(self) -> tuple[Relation, ...]:
        """The tables of the models; partitions first, since a check on what they are of is theirs.

        A run that ends between them leaves a table in the shared schema whose partitions have
        moved, on which nothing is to be made yet.
        """
        found = [self.relations[oid] for oid in self.homes]
        order = {schema.name: place for place, schema in enumerate(self.contract.schemas)}
        return tuple(
            sorted(found, key=lambda each: (order[self.homes[each.oid]], each.oid not in
                                            self._heirs, each.name))
        )  # fmt: skip

    @cached_property
    def to_move(self) -> tuple[Relation, ...]:
        """The tables that still lie in the shared schema."""
        return tuple(each for each in self.tables if each.schema == self.source)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Whose the tables are, or were."""
        now = {each.owner for each in self.to_move}
        before = {owner for mark in self.marks.values() for owner in mark.moved.values()}
        return tuple(sorted(now | before))

    @cached_property
    def compat_views(self) -> tuple[Relation, ...]:
        """The views that stand in the place of tables."""
        return tuple(each for each in self.relations.values() if each.compat)

    @property
    def is_begun(self) -> bool:
        return bool(self.marks)

    @cached_property
    def _heirs(self) -> frozenset[int]:
        return frozenset(oid for oid in self.homes if self.relations[oid].parent in self.homes)


def read_split(
    connection: Connection[Any], contract: Contract, installed: ModelState
) -> SplitState:
    """Where the database of `connection` stands; nothing is changed.

    Args:
        connection: Any login's: catalogs are open to all.
        contract: The schemas of this database.
        installed: What the models say.

    Raises:
        LockNotGranted: somebody holds a table for himself; the message names him.
    """
    with holders_told(connection), connection.transaction():
        connection.execute(EMPTY_PATH)
        connection.execute(WAIT_SHORTLY)
        return _read(connection, contract, installed)


def asked(connection: Connection[Any], query: str, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of a query of `split.sql`."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(queries("split.sql", __package__)[query], parameters).fetchall()


def asked_as(connection: Connection[Any], kind: type[T], query: str, **parameters: Any) -> list[T]:
    """The same as values of a class."""
    with connection.cursor(row_factory=class_row(kind)) as cursor:
        return cursor.execute(queries("split.sql", __package__)[query], parameters).fetchall()


# Private
# -------


def _read(connection: Connection[Any], contract: Contract, installed: ModelState) -> SplitState:
    schemas = [contract.extensions, *(each.name for each in contract.schemas)]
    rows = {row["schema"]: row for row in asked(connection, "comments", schemas=schemas)}
    comments = {schema: row["comment"] for schema, row in rows.items()}
    holder = rows.get(contract.extensions)
    # Whose else it is might say what it likes.
    is_ours = holder is not None and holder["owner"] == contract.extensions_owner
    marks = read_marks(comments[contract.extensions]) if is_ours else {}
    source = _source(connection, contract, installed, marks)
    relations = {
        each.oid: each
        for each in asked_as(
            connection, Relation, "relations", homes=[source, *schemas], compat=COMPAT
        )
    }
    homes = homes_of(relations.values(), installed.tables, source)
    oids = list(homes)
    owners = {relations[oid].owner for oid in oids if relations[oid].schema == source}
    # Of an extension's nothing is the code's of before: it is often a superuser's.
    owners |= {
        owner
        for mark in marks.values()
        for called, owner in mark.moved.items()
        if called.startswith("table ")
    }
    objects = tuple(
        SharedObject(**row | {"uses": tuple(row["uses"])})
        for row in asked(connection, "objects", source=source, compat=COMPAT, owners=sorted(owners))
    )
    return SplitState(
        login=read_login(connection),
        contract=contract,
        installed=installed,
        source=source,
        comments=comments,
        marks=marks,
        relations=relations,
        homes=homes,
        objects=objects,
        object_homes=homes_of_objects(objects, homes, contract.extensions),
        keys=tuple(
            CrossingKey(**row | {"columns": tuple(row["columns"])})
            for row in asked(connection, "foreign_keys", oids=oids)
        ),
        logins=tuple(
            asked_as(
                connection,
                OldLogin,
                "logins",
                owners=sorted(owners),
                known=sorted({login for mark in marks.values() for login in mark.paths}),
                contract_roles=list(roles_of(contract)),
                oids=oids,
            )
        ),
        heirs_elsewhere=tuple(
            (row["name"], row["parent"])
            for row in asked(connection, "heirs_elsewhere", oids=oids, homes=[source, *schemas])
        ),
    )


def _source(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState,
    marks: Mapping[str, SplitMark],
) -> str:
    for mark in marks.values():
        return mark.source
    tables = sorted({table for _, table in installed.tables})
    schemas = [contract.extensions, *ENGINE_SCHEMAS, *(each.name for each in contract.schemas)]
    found = asked(connection, "source", tables=tables, schemas=schemas)
    return next((str(row["schema"]) for row in found if row["tables"]), "")
