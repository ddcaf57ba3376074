"""Reading: what a server adds to a map: rows, and how far it is from the contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.db import Error, OperationalError

from appschemas.contract.contract import Contract
from appschemas.database.apply.blockers import looking
from appschemas.database.apply.orphans import NOT_THERE, KeysProgress
from appschemas.database.apply.verify import unapplied, verify, without_unfinished
from appschemas.database.holders import LATEST
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Plan
from appschemas.database.plan.shared_schema import refuse_shared_schema
from appschemas.database.servers import Database, databases_of
from appschemas.database.split.state import read_split
from appschemas.database.split.status import status_of
from appschemas.exceptions import AppSchemasError, LockNotGranted, NotSplit
from appschemas.management.command import first_line
from appschemas.management.map.facts import Line, State
from appschemas.management.report import TableCount, table_counts
from appschemas.management.terminal import printable


@dataclass
class Reading:
    """What was found, by schema; `notes` is what could not be found out, and why.

    Attributes:
        databases: Those that answered, as people call them, and their mere `names`.
        version: The lowest of their servers.
        read_at: When, in UTC; empty where none answered.
    """

    databases: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    version: int = LATEST
    read_at: str = ""
    counts: dict[str, list[TableCount]] = field(default_factory=dict)
    states: defaultdict[str, set[State]] = field(default_factory=lambda: defaultdict(set))
    lines: defaultdict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    notes: list[Line] = field(default_factory=list)


def read(contract: Contract, *, orphans: bool, progress: KeysProgress | None = None) -> Reading:
    """What the servers of the contract say; one that does not answer is a note.

    Args:
        contract: The whole contract.
        orphans: Look up every identity key, too.
        progress: Called after every batch of keys.
    """
    reading = Reading()
    for database in databases_of(contract):
        try:
            plan = _plan(database, reading, orphans=orphans, progress=progress)
        except NotSplit as error:
            reading.notes.append(Line(str(error)))
            for schema in database.contract.installed:
                if State.SPLITTING not in reading.states[schema.name]:
                    reading.states[schema.name].add(State.NOT_SPLIT)
        except (AppSchemasError, psycopg.Error, Error) as error:
            reading.notes.append(Line(f"{database} did not answer: {first_line(error)}"))
            continue
        else:
            _judge(plan, database, reading)
        _count(database, reading)
    if reading.databases:
        reading.read_at = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    return reading


# Private
# -------


def _plan(
    database: Database, reading: Reading, *, orphans: bool, progress: KeysProgress | None
) -> Plan:
    contract = database.contract
    models = ModelState.of(contract)
    with looking(database.alias) as connection:
        reading.databases.append(str(database))
        reading.names.append(connection.info.dbname)
        reading.version = min(reading.version, connection.info.server_version)
        say_steps(connection, contract, models, reading)
        refuse_shared_schema(connection, contract, models)
        plan = verify(connection, contract, models, keys=orphans, progress=progress)
    return without_unfinished(plan, contract)


def say_steps(
    connection: psycopg.Connection[Any], contract: Contract, models: ModelState, reading: Reading
) -> None:
    """What a split that is on its way has done of each schema, as `schema_split --status` says."""
    state = read_split(connection, contract, models)
    if not state.is_begun:
        return
    for each in status_of(connection, state).schemas:
        wall = "its wall is up" if each.walled else "no wall yet"
        text = (
            f"split: {each.moved} of {each.tables} tables moved, "
            f"{each.checked} of {each.keys} keys swapped, {wall}"
        )
        reading.states[each.name].add(State.SPLITTING)
        reading.lines[each.name].append(Line(text, "manage.py schema_split --status"))


def _judge(plan: Plan, database: Database, reading: Reading) -> None:
    for section, state, line in _wrong(plan, database.contract):
        reading.lines[section].append(line)
        if section in database.contract:
            reading.states[section].add(state)
        else:
            reading.notes.append(line)
    for schema in database.contract.installed:
        reading.states[schema.name] = reading.states[schema.name] or {State.IN_STEP}


def _wrong(plan: Plan, contract: Contract) -> Iterator[tuple[str, State, Line]]:
    for change in plan.changes:
        line = Line(printable(str(change)), "manage.py schema_apply --apply")
        yield change.section, State.DRIFT, line
    for finding in (*plan.findings, *unapplied(contract)):
        if not finding.notice:
            state = State.ORPHANS if NOT_THERE in finding.text else State.DRIFT
            yield finding.section, state, Line(printable(str(finding)), printable(finding.hint))


def _count(database: Database, reading: Reading) -> None:
    for schema in database.contract.installed:
        try:
            reading.counts[schema.name] = table_counts(schema)
        except (psycopg.Error, Error, LockNotGranted) as error:
            reading.notes.append(
                Line(f"The rows of {schema.name} were not counted: {first_line(error)}")
            )
            if isinstance(error, OperationalError):
                return
