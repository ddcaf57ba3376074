"""Servers: whether each login gets in, and whether the database is what the contract says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import psycopg
from django.core import checks
from django.db import Error, connections

from appschemas.contract.contract import Contract
from appschemas.database.apply.blockers import looking
from appschemas.database.apply.verify import unapplied, verify, without_unfinished
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Finding, Plan
from appschemas.database.plan.shared_schema import refuse_shared_schema
from appschemas.database.servers import Database, login_parameters
from appschemas.exceptions import AppSchemasError, NotSplit
from appschemas.management.command import first_line
from appschemas.management.doctor.symptoms import Sign, Symptom
from appschemas.management.summary import nouns

OLDEST: Final = 15


def look_at_logins(database: Database) -> Iterator[Symptom]:
    """Log in with each login that the settings hold for a database, and leave."""
    for variable, user, parameters in _logins(database):
        try:
            with psycopg.connect(**parameters, connect_timeout=_PATIENCE) as connection:
                version = connection.info.server_version // 10_000
                name = connection.info.user
        except psycopg.Error as error:
            text = f"{user or 'the login'} of {variable} cannot get in: {_reason(error)}"
            hint = _hint(str(error), variable, user, database.contract)
            if _APPLY in hint and _is_unsplit(database):
                # The split makes the logins, and no other command may before.
                hint = _SPLIT
            yield Symptom(Sign.WRONG, "login", text, hint)
            continue
        if version < OLDEST:
            hint = f"the engine needs PostgreSQL {OLDEST} or later: upgrade it"
            yield Symptom(Sign.WRONG, "server", f"PostgreSQL {version}", hint)
        else:
            text = f"{name} of {variable}, PostgreSQL {version}"
            yield Symptom(Sign.WELL, "login", text)


def look_at_database(database: Database) -> Iterator[Symptom]:
    """Compare a database with the contract, the models and the migrations."""
    models = ModelState.of(database.contract)
    try:
        with looking(database.alias) as connection:
            refuse_shared_schema(connection, database.contract, models)
            plan = verify(connection, database.contract, models)
        plan = without_unfinished(plan, database.contract)
        waiting = list(unapplied(database.contract))
    except (AppSchemasError, psycopg.Error, Error) as error:
        yield Symptom(Sign.WRONG, "database", f"{database}: {first_line(error)}")
        return
    yield from _told(database, plan, waiting)


def look_at_checks(aliases: list[str]) -> Iterator[Symptom]:
    """What `manage.py check` finds, databases included."""
    found = [
        each
        for each in checks.run_checks(databases=aliases)
        if each.level >= checks.ERROR and not each.is_silenced()
    ]
    for each in found[:_FEW]:
        text = f"{each.id}: {each.msg}"
        yield Symptom(Sign.WRONG, "check", text, str(each.hint or "").partition("\n")[0])
    if len(found) > _FEW:
        text = f"{len(found) - _FEW} more errors"
        yield Symptom(Sign.WRONG, "check", text, "manage.py check")
    if not found:
        yield Symptom(Sign.WELL, "check", "the system checks find no error")


# Private
# -------

_FEW: Final = 4
_PATIENCE: Final = 5
# What libpq says; the server's own part is in the language of its lc_messages.
_REASONS: Final = (
    (r"password|authentication|pg_hba", "{secret}"),
    (r"role \".*\" does not exist", "{role}"),
    (r"database \".*\" does not exist", "createdb {name}, or correct the name in {variable}"),
    (r"translate host|Name or service", "correct the host in {variable}"),
    (r"refused|No such file|timeout|timed out|unreachable", "{server}"),
)
_LOCKED: Final = "correct it in {variable}, or let the login have it: {apply} --set-passwords"
_SERVER: Final = "start the server, or correct host and port in {variable}"
_APPLY: Final = "manage.py schema_apply --apply"
_SPLIT: Final = "manage.py schema_split"


def _is_unsplit(database: Database) -> bool:
    """Whether its tables lie in one schema so far, as far as anybody gets in who may say so."""
    try:
        with looking(database.alias) as connection:
            refuse_shared_schema(connection, database.contract, ModelState.of(database.contract))
    except NotSplit:
        return True
    except (AppSchemasError, psycopg.Error, Error):
        return False
    return False


def _logins(database: Database) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each login once: the variable that names it, the user, and the words of libpq."""
    seen: set[tuple[str, ...]] = set()
    own = {schema.alias: schema for schema in database.contract.own_schemas}
    for alias in database.aliases:
        entry = connections[alias].settings_dict
        schema = own.get(alias)
        prefix = f"{schema.name.upper()}_" if schema else ""
        for job in ("", "MIGRATOR", "ADMIN"):
            if job and not entry.get(job):
                continue
            login = {**entry, "ADMIN": entry.get(job) if job else None}
            parameters = login_parameters(login)
            key = tuple(str(parameters.get(each)) for each in ("host", "port", "dbname", "user"))
            if key not in seen:
                seen.add(key)
                variable = f"{job}_DATABASE_URL" if job else f"{prefix}DATABASE_URL"
                yield variable, str(parameters.get("user") or ""), parameters


def _reason(error: Exception) -> str:
    """What libpq says of its first attempt, without the words before it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    said = lines[0] if lines else type(error).__name__
    return re.sub(r"^.*FATAL: +|^connection (is bad|failed): ", "", said)


def _hint(said: str, variable: str, user: str, contract: Contract) -> str:
    words = {
        "variable": variable,
        "name": "the database",
        "secret": _LOCKED.format(variable=variable, apply=_APPLY),
        "role": _APPLY if user in contract.logins else f"correct the user in {variable}",
        "server": _SERVER.format(variable=variable),
    }
    if name := re.search(r"database \"(.*)\" does not exist", said):
        words["name"] = name[1]
    for pattern, hint in _REASONS:
        if re.search(pattern, said):
            return hint.format(**words)
    return f"correct {variable}"


def _told(database: Database, plan: Plan, waiting: list[Finding]) -> Iterator[Symptom]:
    wrong = [each for each in (*plan.findings, *waiting) if not each.notice]
    if plan.changes:
        text = f"{database}: to change: {nouns(plan.changes)}"
        yield Symptom(Sign.WRONG, "database", text, f"look: manage.py schema_apply, then: {_APPLY}")
    for finding in wrong[:_FEW]:
        where = f"{finding.section}: " if finding.section else ""
        yield Symptom(Sign.WRONG, "database", f"{where}{finding.text}", finding.hint)
    if len(wrong) > _FEW:
        text = f"{len(wrong) - _FEW} more findings"
        yield Symptom(Sign.WRONG, "database", text, "manage.py schema_verify")
    if not plan.changes and not wrong:
        yield Symptom(Sign.WELL, "database", f"{database}: in step with contract and models")
