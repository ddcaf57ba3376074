"""Partial reads of one schema, for psql: what it may SELECT of others that is not all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.database.model_state import ModelState
from appschemas.database.reads import ReadRelation, read_relations
from appschemas.provisioning.psql.script import array, identifier, literals, script


def reads_scripts(contract: Contract) -> Iterator[tuple[str, str]]:
    """45_reads/<schema>.sql by the schema's name; needs Django's apps, and no database.

    Only for schemas that read some of another: a schema that is read whole is in 25_grants.
    """
    found: defaultdict[str, list[ReadRelation]] = defaultdict(list)
    for each in read_relations(contract, ModelState.of(contract)):
        found[each.schema.name].append(each)
    for name, relations in found.items():
        owners = {each.home.owner for each in relations}
        what = f"What {name} may read of other schemas, table by table."
        yield name, script(what, _WHO, [_READ_ME, *map(_text, relations)], owners)


# Private
# -------

_WHO: Final = (
    "Run by the same login or the migrator: after the tables are there, and again after others are."
)
_READ_ME: Final = """\
-- A table, view or column that is not there yet is left out: run this again once it is."""
# Columns that are not in the contract stay closed: without a list, all of them are meant.
_GRANT: Final = """\
-- {read}
SET LOCAL ROLE {owner};
SELECT format('GRANT SELECT%s ON TABLE %s TO {roles}',
              ' (' || wanted.columns || ')', c.oid::regclass)
  FROM pg_class c
 CROSS JOIN LATERAL {columns} AS wanted (columns)
 WHERE c.relnamespace = to_regnamespace({home}) AND c.relname = {relation}
   AND c.relkind IN ('r', 'p', 'v', 'm', 'f'){some}
\\gexec
RESET ROLE;"""
_ALL: Final = "(SELECT NULL::text)"
_SOME: Final = """\
(SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                       FROM pg_attribute a
                      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        AND a.attname = ANY ({columns}))"""
_ANY: Final = " AND wanted.columns IS NOT NULL"


def _text(each: ReadRelation) -> str:
    roles = ", ".join(map(identifier, each.readers))
    return _GRANT.format(
        read=each.read,
        owner=identifier(each.home.owner),
        roles=roles,
        columns=_SOME.format(columns=array(each.columns)) if each.columns else _ALL,
        home=literals([each.home.name]),
        relation=literals([each.relation]),
        some=_ANY if each.columns else "",
    )
