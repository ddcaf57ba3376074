"""Refusals: databases that a split does not begin with, or cannot go on with."""

from __future__ import annotations

from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.database.plan.changes import listed, quoted
from appschemas.database.split.state import RECORD, SplitState
from appschemas.database.split.steps import Steps
from appschemas.exceptions import AppSchemasError, NotSplit


def refuse_nothing(steps: Steps) -> None:
    """Refuse a database that is not the project's, or whose tables lie where they belong.

    Raises:
        NotSplit: it is.
    """
    state = steps.state
    if state.is_begun:
        return
    if strangers := _of_another_project(state):
        raise NotSplit(
            f"{state.login.database} looks like the database of another project: no app of this "
            f"one has a table in {state.source} but those of schema "
            f"{', '.join(sorted(set(state.homes.values())))}, and no installed model has "
            f"{listed(strangers)}. Nothing was changed. Correct ADMIN_DATABASE_URL and "
            "DATABASE_URL; if it is this project's, migrate its apps with the code of before first"
        )
    if state.to_move:
        return
    raise NotSplit(
        f"Nothing to split in {steps.state.login.database}: no schema beside the contract's has "
        "tables of the project and a record of its migrations. Where the record lies apart from "
        "them: ALTER TABLE <its schema>.django_migrations SET SCHEMA <theirs>. A new database is "
        "made by: manage.py schema_apply --apply, and manage.py migrate"
    )


def refuse_changed_contract(steps: Steps) -> None:
    """Refuse to go on where the contract says no more what was split by it.

    Raises:
        AppSchemasError: a schema, or the place of a table, is another one now.
    """
    contract = steps.contract
    schemas = [contract.extensions, *(each.name for each in contract.schemas)]
    names = {"extensions": contract.extensions, "owner": contract.extensions_owner}
    rows = steps.asked("strangers", schemas=schemas, **names)
    for owner in (row["owner"] for row in rows if row["owner"]):
        raise AppSchemasError(
            f"Schema {contract.extensions} says how far a split has come, and belongs to {owner}: "
            f"the contract lets it belong to {contract.extensions_owner}, and what it says is "
            "believed of nobody else. Nothing was changed. If roles have other names in the "
            "contract now, go on with the contract as it was; if somebody gave the schema away: "
            f"ALTER SCHEMA {quoted(contract.extensions)} OWNER TO "
            f"{quoted(contract.extensions_owner)}"
        )
    gone = [row["schema"] for row in rows]
    marks = steps.state.marks.items()
    here = {each.name for each in contract.schemas} - steps.state.comments.keys()
    for name in (name for name, mark in marks if mark.moved and name in here):
        raise AppSchemasError(
            f"Schema {name} has tables that the split has moved there, and is gone. Nothing was "
            "changed. If somebody gave it another name: ALTER SCHEMA <its name> RENAME TO "
            f"{quoted(name)}"
        )
    gone += sorted(steps.state.marks.keys() - set(schemas))
    homes = {table: schema for schema, table in steps.installed.tables}
    strays = [
        f"{table} from {schema} to {home}"
        for schema, mark in marks
        for called in mark.moved
        if called.startswith("table ") and (table := called.removeprefix("table "))
        if (home := homes.get(table, schema)) != schema
    ]
    if gone or strays:
        what = f"has no schema {listed(gone)}" if gone else f"puts {listed(strays)}"
        raise AppSchemasError(
            f"The contract was changed while its database was split: it {what}. Nothing was "
            "changed. Go on with the contract as it was; what is to lie elsewhere moves once the "
            "split has ended: manage.py schema_move"
        )


# Private
# -------


def _of_another_project(state: SplitState) -> list[str]:
    """The tables of no model, where the apps that every project has are all that was found."""
    default = state.contract.schema_of_alias(DEFAULT_ALIAS)
    every = {schema for schema, _ in state.installed.tables}
    own = {schema for schema in every if default is None or schema != default.name}
    if not own or not own.isdisjoint(state.homes.values()):
        return []
    return [
        each.name
        for each in state.relations.values()
        if each.is_table and each.schema == state.source and not each.extension
        if each.oid not in state.homes and each.name != RECORD
    ]
