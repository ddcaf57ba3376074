"""Files of shapes: what the blocks of `40_checks` include, and what stands there in full."""

from __future__ import annotations

from typing import Final

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.references import KeyConstraint
from appschemas.provisioning.psql.script import RENDERED, rows
from appschemas.provisioning.psql.shapes import QUOTE, Shape


def shape_file(shape: Shape) -> str:
    """The file that those of the keys include."""
    words = (f"    ('{word}', :'{word}')" for word in shape.names)
    return _FILE.format(
        rendered=RENDERED,
        due=_is_due(",\n".join(f"    ({', '.join(row)})" for row in shape.due)),
        quote=QUOTE,
        text=shape.text,
        words=",\n".join(words),
    )


def whole_block(constraint: KeyConstraint, contract: Contract, text: str) -> str:
    """What makes one key's check, with its own names; `text` are its statements."""
    objects = rows(
        (each.schema, each.name, each.fingerprint) for each in objects_of(constraint, contract)
    )
    return f"{_is_due(objects)}\n{text}\n\\endif"


# Private
# -------

_FILE: Final = """\
{rendered}
-- What one key is checked by. Included by the files of 40_checks, which set the names of each key.
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
-- granted before they are made and revoked after it stands in one transaction.
--
-- A word in braces is the name that was set as that word; psql -e shows the statements as sent.
\\if :{{?schema}}
\\else
  \\set ON_ERROR_STOP on
  DO $$ BEGIN RAISE EXCEPTION 'no key is named'
    USING HINT = 'Run a file of 40_checks, which includes this one.'; END $$;
\\endif
{due}
SELECT string_agg(coalesce(name.value, part.text), '' ORDER BY part.n)
  FROM unnest(string_to_array(replace({quote}
{text}
{quote}, '}}}}', '{{{{'), '{{{{')) WITH ORDINALITY AS part (text, n)
  LEFT JOIN (VALUES
{words}
  ) AS name (word, value) ON part.n % 2 = 0 AND name.word = part.text
\\gexec
\\endif
"""
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


def _is_due(objects: str) -> str:
    return _IS_DUE.format(objects=objects)
