"""Objects: functions, triggers and foreign keys as a database has them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """What a check must not lose of its function.

    `traits` names what no function of a check is: STRICT, LEAKPROOF, parallel safe, a procedure.
    `goes_with` are the tables that take it along when they are dropped, quoted as in SQL.
    """

    schema: str
    name: str
    arguments: str
    returns: str
    volatility: str
    body: str
    language: str
    security_definer: bool
    config: tuple[str, ...]
    comment: str
    traits: str = ""
    goes_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger of a table; its clones on partitions are part of it.

    Attributes:
        enabled: The letter of `pg_trigger.tgenabled`.
        definition: The statement that makes it, as the server prints it with an empty path.
        function_schema: Where the function lies that it calls.
        operators: Those that its condition calls and that are not PostgreSQL's own: `IS DISTINCT
            FROM` is printed without the operator that it was parsed with.
        clones_not_enabled: (schema, table, owner) of each partition on which it does not fire.
        constraint: The name that a constraint trigger was made with; RENAME leaves it as it was.
        comment: A fingerprint, which says who made it and proves nothing.
    """

    schema: str
    table: str
    name: str
    function_schema: str
    function: str
    enabled: str
    definition: str
    operators: tuple[str, ...] = ()
    clones_not_enabled: tuple[tuple[str, str, str], ...] = ()
    constraint: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key whose tables lie in two schemas."""

    name: str
    schema: str
    table: str
    referenced_schema: str
    referenced_table: str
