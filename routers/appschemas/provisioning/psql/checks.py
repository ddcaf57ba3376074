"""Checks of the keys that one schema holds, for psql: what stands in place of foreign keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.references import KeyConstraint, Reference, key_constraints_of
from appschemas.provisioning.psql.script import Line, comment, rows, script


def check_scripts(contract: Contract, references: Iterable[Reference]) -> Iterator[tuple[str, str]]:
    """40_checks/<schema>.sql by the schema's name, for schemas that hold keys of others."""
    constraints = key_constraints_of(references)
    for schema in contract.schemas:
        own = [constraint for constraint in constraints if constraint.schema == schema.name]
        if own:
            lines = [_READ_ME, *(line for each in own for line in _lines(each, contract))]
            what = f"The checks of the keys that {schema.name} holds of other schemas."
            roles = {
                statement.role
                for each in own
                for statement in key_triggers.create(each, contract, validate=True)
            }
            yield schema.name, script(what, _WHO, lines, roles)


# Private
# -------

_WHO: Final = (
    "Run by the same login or the migrator, or not at all: migrate does it. After all of 30_tables."
)
_READ_ME: Final = """\
--
-- How to read this: each key has the same functions and triggers, which differ in names and types.
-- One block makes those of the keys from one table into one schema, whose names stand above it:
--
--   check_insert, check_update   run after rows are written, as the role of keys of the referenced
--                                schema; look the key up FOR KEY SHARE, as a foreign key does
--   missing                      asked of the referenced side: which of these keys has no row?
--   restrict, restrict_truncate  run after a referenced row is deleted, re-keyed or truncated away,
--                                as the role of keys of the schema that holds the key
--   holds                        asked of that schema: does a row still hold this key?
--   keys, rows                   asked in bulk, by the last statements here and by schema_verify
--
-- All are SECURITY DEFINER, closed to PUBLIC and open to the roles in their GRANT EXECUTE. What is
-- granted before they are made and revoked after it stands in this one transaction. The COMMENT
-- of each says what it is for; it begins with a fingerprint, by which what is there is known. A
-- block whose objects are all there is skipped: nothing is locked and no row is read."""
_IS_DUE: Final = """\
SELECT count(*) > 0 AS is_due
  FROM (VALUES
{objects}
  ) AS wanted (schema, name, fingerprint)
 WHERE NOT EXISTS
   (SELECT FROM pg_proc p
     WHERE p.pronamespace = to_regnamespace(wanted.schema) AND p.proname = wanted.name
       AND split_part(obj_description(p.oid, 'pg_proc'), ' ', 1) = wanted.fingerprint)
   AND NOT EXISTS
   (SELECT FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = to_regnamespace(wanted.schema) AND t.tgname = wanted.name
       AND t.tgenabled = 'O'
       AND split_part(obj_description(t.oid, 'pg_trigger'), ' ', 1) = wanted.fingerprint)
\\gset
\\if :is_due"""


def _lines(constraint: KeyConstraint, contract: Contract) -> Iterator[Line]:
    yield "\n" + "\n".join(comment(str(reference)) for reference in constraint.references)
    yield _IS_DUE.format(
        objects=rows(
            (each.schema, each.name, each.fingerprint) for each in objects_of(constraint, contract)
        )
    )
    yield from key_triggers.create(constraint, contract, validate=True)
    yield "\\endif"
