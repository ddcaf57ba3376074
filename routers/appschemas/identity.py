"""Checks in the database: the functions and triggers that hold identity keys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas import identity_key_v1 as v1
from appschemas.contract import Contract
from appschemas.edges import Check, Edge, checks_of, installed_edges
from appschemas.exceptions import AppSchemasError, NotInstalled

VERSION: Final = "v1"
COMMENT_PREFIX: Final = "appschemas:"
# https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY
FUNCTION_CONFIG: Final = "search_path=pg_catalog, pg_temp"


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL statement and the role that runs it."""

    role: str
    sql: Composed


@dataclass(frozen=True, slots=True, order=True)
class CheckFunction:
    """A SECURITY DEFINER function of a check; `returns` and `arguments` are SQL."""

    schema: str
    name: str
    owner: str
    arguments: str
    returns: str
    volatility: str
    body: str
    executable_by: str

    @property
    def fingerprint(self) -> str:
        """What its COMMENT carries."""
        return _fingerprint(self.arguments, self.returns, self.volatility, self.body)

    def create(self) -> Iterator[Statement]:
        """Create or replace it; only the other side's owner may execute it."""
        if _QUOTE in self.body:
            raise AppSchemasError(f"A table or column of {self.schema} has {_QUOTE} in its name.")
        name = Identifier(self.schema, self.name)
        yield Statement(
            self.owner,
            _CREATE_FUNCTION.format(
                name=name,
                arguments=_raw(self.arguments),
                returns=_raw(self.returns),
                volatility=_raw(self.volatility),
                body=_raw(self.body),
            ),
        )
        yield Statement(self.owner, _REVOKE.format(name=name))
        yield Statement(self.owner, _GRANT.format(name=name, role=Identifier(self.executable_by)))
        yield Statement(
            self.owner, _COMMENT_FUNCTION.format(name=name, text=Literal(self.fingerprint))
        )

    def drop(self) -> Iterator[Statement]:
        """Drop it, if it is there."""
        yield Statement(self.owner, _DROP_FUNCTION.format(name=Identifier(self.schema, self.name)))


@dataclass(frozen=True, slots=True, order=True)
class CheckTrigger:
    """A trigger of a check; `event` is SQL from AFTER or BEFORE to FOR EACH."""

    schema: str
    table: str
    name: str
    owner: str
    function_schema: str
    function: str
    event: str

    @property
    def fingerprint(self) -> str:
        """What its COMMENT carries."""
        return _fingerprint(self.function_schema, self.function, self.event)

    def create(self) -> Iterator[Statement]:
        """Create it anew: constraint triggers cannot be replaced."""
        yield from self.drop()
        template = _CREATE_TRIGGER if "TRUNCATE" in self.event else _CREATE_CONSTRAINT_TRIGGER
        names = {"name": Identifier(self.name), "table": Identifier(self.schema, self.table)}
        event, _, condition = self.event.partition(" WHEN ")
        yield Statement(
            self.owner,
            template.format(
                event=_raw(event),
                condition=_raw(f" WHEN {condition}" if condition else ""),
                function=Identifier(self.function_schema, self.function),
                **names,
            ),
        )
        yield Statement(
            self.owner, _COMMENT_TRIGGER.format(text=Literal(self.fingerprint), **names)
        )

    def drop(self) -> Iterator[Statement]:
        """Drop it, if it is there."""
        yield Statement(
            self.owner,
            _DROP_TRIGGER.format(
                name=Identifier(self.name), table=Identifier(self.schema, self.table)
            ),
        )


CheckObject = CheckFunction | CheckTrigger


def objects_of(check: Check, contract: Contract) -> tuple[CheckObject, ...]:
    """Everything that one check consists of, in order of creation."""
    child, parent = contract[check.schema], contract[check.parent_schema]
    functions: list[CheckFunction] = []
    triggers: list[CheckTrigger] = []
    holds: dict[str, Identifier] = {}
    for table, edges in check.parents:
        there = {"schema": child.name, "owner": child.owner, "executable_by": parent.owner}
        back = {"schema": parent.name, "owner": parent.owner, "executable_by": child.owner}
        held = _name(check, "holds", table)
        missing = _name(check, "missing", table)
        restrict = _name(check, "restrict", table)
        holds[table] = Identifier(child.name, held)
        kind = edges[0].key_type
        functions += [
            CheckFunction(
                name=held,
                arguments=f"key {kind}",
                returns="boolean",
                volatility="VOLATILE",
                body=_text(v1.holds_body(edges)),
                **there,
            ),
            CheckFunction(
                name=missing,
                arguments=f"keys {kind}[]",
                returns=f"SETOF {kind}",
                volatility="VOLATILE",
                body=_text(v1.missing_body(edges[0])),
                **back,
            ),
            CheckFunction(
                name=restrict,
                arguments="",
                returns="trigger",
                volatility="VOLATILE",
                body=_text(v1.restrict_body(edges, Identifier(parent.name, missing))),
                **there,
            ),
        ]
        key = Identifier(edges[0].parent_column)
        triggers += [
            CheckTrigger(
                schema=parent.name,
                table=table,
                name=_name(check, event.partition(" ")[2].partition(" ")[0].lower(), table, ""),
                owner=parent.owner,
                function_schema=child.name,
                function=restrict,
                event=event,
            )
            for event in (
                "AFTER DELETE",
                f"AFTER UPDATE WHEN ({_text(_CHANGED.format(column=key))})",
                "BEFORE TRUNCATE",
            )
        ]
    name = _name(check, "check")
    functions.append(
        CheckFunction(
            schema=parent.name,
            name=name,
            owner=parent.owner,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(v1.check_body(check, holds)),
            executable_by=child.owner,
        )
    )
    changed = SQL(" OR ").join(
        _CHANGED.format(column=Identifier(edge.column)) for edge in check.edges
    )
    triggers += [
        CheckTrigger(
            schema=child.name,
            table=check.table,
            name=_name(check, event.partition(" ")[2].partition(" ")[0].lower(), "", ""),
            owner=child.owner,
            function_schema=parent.name,
            function=name,
            event=event,
        )
        for event in ("AFTER INSERT", f"AFTER UPDATE WHEN ({_text(changed)})")
    ]
    return (*functions, *triggers)


def create(check: Check, contract: Contract, *, validate: bool) -> Iterator[Statement]:
    """The statements that install a check; `validate` refuses rows that already violate it.

    Raises:
        NotInstalled: it is not known where all of its edges end.
    """
    if check.known != check:
        raise NotInstalled(
            f"The check of {check.schema}.{check.table} must be made anew, and what "
            f"{', '.join(edge.column for edge in check.edges if not edge.is_known)} points at is "
            f"not there; migrate schema {check.schema!r} to its new name first."
        )
    for each in objects_of(check, contract):
        yield from each.create()
    if validate:
        yield from look_up(check, contract)


def look_up(check: Check, contract: Contract) -> Iterator[Statement]:
    """The statements that refuse rows which already violate the check."""
    yield from (_validation(edge, check, contract) for edge in check.edges)


def drop(check: Check, contract: Contract) -> Iterator[Statement]:
    """The statements that remove a check and all that it consists of, as far as it is known."""
    for each in reversed(objects_of(check.known, contract)):
        yield from each.drop()


def missing_function(check: Check, edge: Edge) -> Identifier:
    """The function that says which of an array of keys the parent of `edge` does not have."""
    return Identifier(check.parent_schema, _name(check, "missing", edge.parent_table))


def wanted_objects(contract: Contract, registry: Any = None) -> frozenset[CheckObject]:
    """Every function and trigger that the installed models need."""
    edges = installed_edges(contract, registry) if registry else installed_edges(contract)
    return frozenset(each for check in checks_of(edges) for each in objects_of(check, contract))


# Private
# -------

_QUOTE: Final = "$check$"
_CREATE_FUNCTION: Final = SQL(
    "CREATE OR REPLACE FUNCTION {name}({arguments}) RETURNS {returns}\n"
    "  LANGUAGE plpgsql {volatility} SECURITY DEFINER SET search_path = pg_catalog, pg_temp\n"
    "AS $check${body}$check$"
)
_REVOKE: Final = SQL("REVOKE ALL ON FUNCTION {name} FROM PUBLIC")
_GRANT: Final = SQL("GRANT EXECUTE ON FUNCTION {name} TO {role}")
_COMMENT_FUNCTION: Final = SQL("COMMENT ON FUNCTION {name} IS {text}")
_DROP_FUNCTION: Final = SQL("DROP FUNCTION IF EXISTS {name}")
_CREATE_CONSTRAINT_TRIGGER: Final = SQL(
    "CREATE CONSTRAINT TRIGGER {name} {event} ON {table}\n"
    "  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW{condition}\n"
    "  EXECUTE FUNCTION {function}()"
)
_CREATE_TRIGGER: Final = SQL(
    "CREATE TRIGGER {name} {event} ON {table}\n"
    "  FOR EACH STATEMENT{condition}\n"
    "  EXECUTE FUNCTION {function}()"
)
_COMMENT_TRIGGER: Final = SQL("COMMENT ON TRIGGER {name} ON {table} IS {text}")
_DROP_TRIGGER: Final = SQL("DROP TRIGGER IF EXISTS {name} ON {table}")
# Not `UPDATE OF column`: that would miss a BEFORE trigger that rewrites the key.
_CHANGED: Final = SQL("OLD.{column} IS DISTINCT FROM NEW.{column}")
_VALIDATE: Final = SQL(
    "DO $check$\n"
    "BEGIN\n"
    "  PERFORM FROM {missing}(ARRAY(SELECT DISTINCT c.{column} FROM {child} c"
    " WHERE c.{column} IS NOT NULL));\n"
    "  IF FOUND THEN\n"
    "    RAISE EXCEPTION 'identity key \"%\" is violated by some row', {name}\n"
    "      USING ERRCODE = 'foreign_key_violation', DETAIL = {detail};\n"
    "  END IF;\n"
    "END $check$"
)


def _validation(edge: Edge, check: Check, contract: Contract) -> Statement:
    return Statement(
        contract[edge.schema].owner,
        _VALIDATE.format(
            missing=missing_function(check, edge),
            column=Identifier(edge.column),
            child=Identifier(edge.schema, edge.table),
            name=Literal(v1.key_name(edge)),
            detail=Literal(f"Some key of {edge} is not there."),
        ),
    )


def _name(check: Check, what: str, parent: str = "", version: str = VERSION) -> str:
    """At most 63 bytes, and unique in both schemas: the digest is over all names in full."""
    digest = hashlib.sha256(
        "\0".join([check.schema, check.table, check.parent_schema, parent]).encode()
    ).hexdigest()[:8]
    tail = "_".join(part for part in (digest, what, version) if part)
    room = 63 - len(tail) - 1
    stem = check.table.encode()[:room].decode(errors="ignore").rstrip("_")
    return f"{stem}_{tail}"


def _fingerprint(*parts: str) -> str:
    return COMMENT_PREFIX + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _text(composed: Composed) -> str:
    return composed.as_string(None)


def _raw(text: str) -> SQL:
    # Text that this module composed, or a type's name from a field: quoted where it was made.
    return SQL(text)


def only_functions(objects: Iterable[CheckObject]) -> list[CheckFunction]:
    """The functions among `objects`."""
    return sorted(each for each in objects if isinstance(each, CheckFunction))


def only_triggers(objects: Iterable[CheckObject]) -> list[CheckTrigger]:
    """The triggers among `objects`."""
    return sorted(each for each in objects if isinstance(each, CheckTrigger))
