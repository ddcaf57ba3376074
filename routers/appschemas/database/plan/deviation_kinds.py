"""Kinds of deviations: what each says, whether applying undoes it, and what to type if it does not.

Texts are templates of the columns of the query of that name in `deviations.sql`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from appschemas.database.catalog import CatalogState


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of deviation.

    Attributes:
        change: What the plan says where applying undoes it; without, people decide.
        finding: What is said where applying does not undo it.
        hint: What to do then; `statement` is what undoes it.
        unless: The column that says that this one is left to people.
        notice: It may well be meant: such as are left to people leave the database in step.
        notice_if: The column that says so of one.
        weakens: The column that says that keys came in unchecked and must be looked up.
        of_roles: Undoing it takes CREATEROLE.
    """

    change: str = ""
    finding: str = ""
    hint: str = "{statement}"
    unless: str = ""
    notice: bool = False
    notice_if: str = ""
    weakens: str = ""
    of_roles: bool = False


KINDS: Final = {
    "memberships_that_lead_on": Kind(
        change="revoke role {via} from {role}: it leads to {ends}",
        finding="{role} is a member of {via}, which leads to {ends}",
        unless="of_migrator",
        of_roles=True,
    ),
    "settings_of_roles": Kind(
        change="reset {name} for {role}{where}, where it starts with {value}",
        finding="{role} starts with {name} = {value}{where}, which the contract does not say",
        unless="unknown",
        notice=True,
        weakens="switches_off_checks",
        of_roles=True,
    ),
    "settings_of_the_database": Kind(
        change="reset {name} of {of}, where every session starts with {value}",
        finding="{of} starts every session with {name} = {value}",
        hint="{statement}, then end the sessions that are open, and: "
        "manage.py schema_verify --orphans",
        unless="of_all",
        weakens="switches_off_checks",
    ),
    "held_outside": Kind(
        change="revoke {privileges} on {type} {identity} from {role}",
        finding="{role} holds {privileges} on {type} {identity}, which is an extension's",
        unless="of_extension",
        notice=True,
        weakens="switches_off_checks",
    ),
    "open_to_public": Kind(
        change="revoke {privileges} on {object} from PUBLIC: PostgreSQL does not give it",
        weakens="switches_off_checks",
    ),
    "doors_open_to_public": Kind(
        finding="{type} {identity} is open to PUBLIC ({privileges}), and so to every role",
    ),
    "owned_outside": Kind(
        finding="{type} {identity} belongs to {role}, which is to own nothing there",
        hint="{statement}",
        notice_if="harmless",
    ),
    "default_privileges_of_others": Kind(
        change="revoke {privileges} on new {kind} of {role}{within} from {grantee}",
    ),
    "rights_of_owners": Kind(
        change="grant {privileges} on {name} to {owner}, whose it is",
    ),
    "strange_objects": Kind(
        finding="{object}, which the contract does not name",
        hint="see what it does; if nobody needs it: {statement}",
        notice_if="harmless",
    ),
    "subscriptions": Kind(
        finding="subscription {name} brings rows that no check looks at",
        hint="after what it brings: manage.py schema_verify --orphans",
        notice=True,
    ),
    "views_across": Kind(
        finding="{kind} {view} shows rows of {table} to another schema, and no contract says reads",
        hint="where code needs it, let a schema that reads what it shows have it, with the "
        "rights of whoever asks it; if nobody needs it: {statement}",
        notice_if="by_history",
    ),
    "dependents_elsewhere": Kind(
        finding="{object} depends on {other}, of another schema, which its owner cannot drop so",
    ),
    "definers_elsewhere": Kind(
        finding="function {function} runs with the rights of {owner}, whoever calls it",
        hint="ALTER ROUTINE {function} SECURITY INVOKER, or: {statement}",
    ),
    "trigger_functions_elsewhere": Kind(
        finding="trigger {name} on {table} calls {function} of {owner_of_function}, which lies in "
        "no schema of the contract, with the rights of whoever writes",
    ),
    "rules": Kind(
        finding="rule {name} of {table} makes something else of a statement",
    ),
    "row_security": Kind(
        finding="row-level security{forced} hides rows of {table}, a table of keys",
        hint="the checks see every row all the same; if it is not meant: {statement}",
        notice=True,
    ),
    "hidden_history": Kind(
        finding="row-level security hides rows of {table}, and so which migrations are applied",
    ),
    "unlogged": Kind(
        finding="{table} is UNLOGGED: a crash empties it, and whatever holds a key of it is left",
        hint="{statement}, then: manage.py schema_verify --orphans",
        notice_if="holds_none",
    ),
    "members_of_extensions": Kind(
        finding="{object} counts as a part of extension {extension}, which did not make it",
    ),
    "code_that_planning_runs": Kind(
        finding="{object} runs {code}, as whoever plans a query of its table",
        hint="read it: it must do nothing but compute a value",
        notice=True,
    ),
    "heirs_of_keys": Kind(
        finding="{heir} inherits from {table}: its rows are rows of that, and no check sees them",
        hint="{statement}, then: manage.py schema_verify --orphans",
    ),
    "unclaimed_tables": Kind(
        finding="table {table} is of no installed model",
        hint="if nobody needs it: {statement}",
        notice=True,
    ),
}
# Those that change anything.
MENDED: Final = frozenset(name for name, kind in KINDS.items() if kind.change)


def checks_were_off(actual: CatalogState) -> bool:
    """Whether keys may have come in that no trigger has looked at."""
    return any(each.values.get(KINDS[each.kind].weakens) for each in actual.deviations)
