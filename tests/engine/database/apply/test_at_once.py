"""At once: what is made of a new database as one is what is made of it step by step."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from appschemas.exceptions import AppSchemasError
from tests.tools.walls import TABLES, Wall, built

# Whose each object is, who may do what with it, what it is and says, and what depends on it.
OBJECTS: Final = """
SELECT 'function', p.oid::regprocedure::text, p.proowner::regrole::text,
       ARRAY(SELECT acl::text FROM unnest(p.proacl) acl ORDER BY 1)::text,
       pg_get_functiondef(p.oid), obj_description(p.oid, 'pg_proc')
  FROM pg_proc p WHERE p.pronamespace::regnamespace::text LIKE 'appschemas%%'
UNION ALL
SELECT 'trigger', t.tgname, t.tgrelid::regclass::text, t.tgconstrrelid::regclass::text,
       pg_get_triggerdef(t.oid), obj_description(t.oid, 'pg_trigger')
  FROM pg_trigger t WHERE NOT t.tgisinternal
UNION ALL
SELECT 'relation', c.relname, c.relowner::regrole::text,
       ARRAY(SELECT acl::text FROM unnest(c.relacl) acl ORDER BY 1)::text, '', ''
  FROM pg_class c WHERE c.relkind IN ('r', 'S') AND c.oid >= 16384
UNION ALL
SELECT 'column', a.attrelid::regclass::text, a.attname,
       ARRAY(SELECT acl::text FROM unnest(a.attacl) acl ORDER BY 1)::text, '', ''
  FROM pg_attribute a WHERE a.attacl IS NOT NULL AND a.attrelid >= 16384
UNION ALL
SELECT 'schema', n.nspname, n.nspowner::regrole::text,
       ARRAY(SELECT acl::text FROM unnest(n.nspacl) acl ORDER BY 1)::text, '',
       obj_description(n.oid, 'pg_namespace')
  FROM pg_namespace n WHERE n.oid >= 16384
UNION ALL
SELECT 'dependency', pg_describe_object(d.classid, d.objid, d.objsubid),
       pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid), d.deptype::text, '', ''
  FROM pg_depend d
 WHERE d.classid IN ('pg_proc'::regclass, 'pg_trigger'::regclass) AND d.objid >= 16384
"""
# In a name, and in a comment.
DIGEST: Final = re.compile(r"(?<=_)[0-9a-f]{8}(?=_)|(?<=appschemas:)[0-9a-f]{16}")


def objects(wall: Wall) -> list[str]:
    """All of them, under names that are not of one database, as the digests in them are."""
    return sorted(DIGEST.sub("", wall.plain(row)) for row in wall.run(OBJECTS))


def test_what_is_made_at_once_is_what_is_made_step_by_step(server: dict[str, Any]) -> None:
    made = []
    for at_once in (True, False):
        with built(server) as wall:
            wall.apply(at_once=at_once)
            wall.run(TABLES)
            wall.apply(at_once=at_once)
            made.append(objects(wall))
            assert (wall.lines(), wall.findings()) == ([], [])

    assert made[0] == made[1]
    assert sum(each.startswith("('trigger'") for each in made[0]) == 5


def test_a_key_that_cannot_be_checked_is_refused(bare: Wall) -> None:
    bare.apply(at_once=True)
    bare.run(TABLES)
    bare.run(
        "SET ROLE {app_owner}; CREATE DOMAIN {app}.code AS bigint;"
        "ALTER TABLE {app}.note ALTER person_id TYPE {app}.code; RESET ROLE"
    )

    with pytest.raises(AppSchemasError, match="of an owner's making"):
        bare.apply(at_once=True)


def test_rows_that_migrations_wrote_are_looked_up(bare: Wall) -> None:
    bare.apply(at_once=True)
    bare.run(TABLES)
    bare.run(
        "INSERT INTO {hub}.person (id) VALUES (1); INSERT INTO {app}.note (person_id) VALUES (1)"
    )
    bare.apply(at_once=True)
    assert (bare.lines(), bare.findings()) == ([], [])


def test_a_row_whose_key_is_not_there_is_refused(bare: Wall) -> None:
    bare.apply(at_once=True)
    bare.run(TABLES)
    bare.run("INSERT INTO {app}.note (person_id) VALUES (7)")

    with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
        bare.apply(at_once=True)
