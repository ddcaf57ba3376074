"""Undo, for psql: files that take away what the others made; tables and rows stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.database.catalog import roles_of
from appschemas.database.queries import queries
from appschemas.database.removal import (
    FILE,
    GONE,
    OF_CHECKS,
    OF_DATABASE,
    OF_GRANTS,
    OF_SCHEMAS,
    OWNED,
    RIGHTS,
    ROLES,
    names_of,
    schemas_of,
)
from appschemas.provisioning.psql.script import array, index, literal, script


def undo_scripts(contract: Contract) -> Iterator[tuple[str, str]]:
    """The files of undo/ by their names, in the order in which they run.

    The database comes first: what PUBLIC had is noted in a schema that goes.
    """
    values, named = _values(contract), _named(contract)

    def filled(*steps: str) -> list[str]:
        return [_query(step, values) for step in (GONE, *steps)]

    what = "PUBLIC gets back what it had; the logins may not connect."
    yield (
        "10_database.sql",
        script(what, _OF_DATABASE, filled(*OF_DATABASE), first=named, inherit=True),
    )
    what = "The functions and triggers of keys go: no key is checked."
    yield "20_checks.sql", script(what, _WHO, filled(*OF_CHECKS), first=named, acting=_ROLES)
    what = "Default privileges go, and what roles hold here that stay for another database."
    yield "30_grants.sql", script(what, _WHO, filled(*OF_GRANTS), first=named, acting=_ROLES)
    what = "Empty schemas go; the others and their tables belong to the role that -v owner names."
    yield (
        "40_schemas.sql",
        script(
            what,
            _WHO,
            filled(*OF_SCHEMAS),
            first=named + _OWNER.format(rights=_query(RIGHTS, values)),
            acting=f"{_ROLES} || :'owner'::text",
            inherit=True,
        ),
    )
    what = "The roles go that no other database needs, with what they hold here."
    drop = [_query(ROLES, values)]
    yield (
        "50_roles.sql",
        script(what, _WHO, filled(OWNED), first=named, acting=_ROLES, inherit=True, last=drop),
    )


def undo_index(contract: Contract, files: Iterable[str]) -> str:
    """undo/all.sql: nothing is taken away before it is known whose the tables may be."""
    first = _FIRST + _named(contract) + _OWNER.format(rights=_query(RIGHTS, _values(contract)))
    return index(files, "psql -d DATABASE -v owner=ROLE -f undo/all.sql", f"{first}COMMIT;\n")


# Private
# -------

_WHO: Final = "Run by the login that made it, after the file before it; undo/all.sql runs all."
_OF_DATABASE: Final = "Run by the database's owner, or by a login that is a member of it: first."
_ROLES: Final = ":'roles'::text[]"
_NAMES: Final = """\
-- The roles and the schemas of the contract.
SELECT {roles} AS roles,
       {schemas} AS schemas \\gset
"""
_FIRST: Final = """\
\\set QUIET on
BEGIN;
SET LOCAL search_path = pg_catalog, pg_temp;
"""
_OWNER: Final = """\
\\if :{{?owner}}
\\else
  DO $$ BEGIN RAISE EXCEPTION 'nobody is named whose the tables are to be'
    USING HINT = 'Say who: psql -v owner=ROLE'; END $$;
\\endif
SELECT :'owner' = ANY (:'roles'::text[]) AS owner_goes \\gset
\\if :owner_goes
  DO $$ BEGIN RAISE EXCEPTION 'the tables cannot belong to a role of the contract, which goes'
    USING HINT = 'Name another: psql -v owner=ROLE'; END $$;
\\endif
{rights}
SELECT :'rights' <> '' AS owner_has_rights,
       format('BEGIN RAISE EXCEPTION %L USING HINT = %L; END',
              'what owners have made would run with ' || :'rights',
              'Name a role that has and reaches none of that: psql -v owner=ROLE') AS refusal \\gset
\\if :owner_has_rights
  DO :'refusal';
\\endif
"""


def _named(contract: Contract) -> str:
    return _NAMES.format(roles=array(roles_of(contract)), schemas=array(schemas_of(contract)))


def _values(contract: Contract) -> Mapping[str, str]:
    arrays = {
        name: literal(value) if isinstance(value, str) else array(value)
        for name, value in names_of(contract).items()
    }
    given = {each: f":'{each}'::text[]" for each in ("roles", "schemas", "gone")}
    return {**arrays, **given, "owner": ":'owner'"}


def _query(step: str, values: Mapping[str, str]) -> str:
    # psql runs what the query gives: https://www.postgresql.org/docs/current/app-psql.html
    ending = "\\gset" if step in (GONE, RIGHTS) else "\\gexec"
    return f"{queries(FILE)[step].decode() % values}\n{ending}"
