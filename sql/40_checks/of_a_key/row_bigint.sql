-- Rendered from the contract by: manage.py schema_sql
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
\if :{?schema}
\else
  \set ON_ERROR_STOP on
  DO $$ BEGIN RAISE EXCEPTION 'no key is named'
    USING HINT = 'Run a file of 40_checks, which includes this one.'; END $$;
\endif
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_keys', :'check_insert' || '_v2', :'check_insert_is'),
    ('appschemas_keys', :'check_update' || '_v2', :'check_update_is'),
    ('appschemas_asked', :'holds' || '_v2', :'holds_is'),
    ('appschemas_asked', :'keys' || '_v2', :'keys_is'),
    ('appschemas_asked', :'rows' || '_v2', :'rows_is'),
    ('appschemas_asked', :'missing' || '_v2', :'missing_is'),
    ('appschemas_keys', :'restrict' || '_v2', :'restrict_is'),
    ('appschemas_keys', :'restrict_truncate' || '_v2', :'restrict_truncate_is'),
    (:'schema', :'insert', :'insert_is'),
    (:'schema', :'update', :'update_is'),
    (:'referenced_schema', :'referenced_delete', :'referenced_delete_is'),
    (:'referenced_schema', :'referenced_update', :'referenced_update_is'),
    (:'referenced_schema', :'referenced_truncate', :'referenced_truncate_is')
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
\gset
\if :is_due
SELECT string_agg(coalesce(name.value, part.text), '' ORDER BY part.n)
  FROM unnest(string_to_array(replace($statements$
SET LOCAL ROLE "{{schema}}_owner";
LOCK TABLE "{{schema}}"."{{table}}" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "{{referenced_schema}}_owner";
LOCK TABLE "{{referenced_schema}}"."{{referenced_table}}" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "{{schema}}_owner";
DO $check$
DECLARE
  found text;
BEGIN
  SELECT CASE WHEN a.attgenerated OPERATOR(pg_catalog.=) 'v' THEN a.attname::pg_catalog.text
              ELSE pg_catalog.format_type(t.oid, NULL) END INTO found
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
    JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
    JOIN pg_catalog.pg_namespace s ON s.oid OPERATOR(pg_catalog.=) t.typnamespace
   WHERE n.nspname OPERATOR(pg_catalog.=) '{{schema}}' AND c.relname OPERATOR(pg_catalog.=) '{{table}}'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['{{column}}']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        '{{table}}.{{column}}', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "{{schema}}_keys", "{{referenced_schema}}_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "{{schema}}_keys", "{{referenced_schema}}_keys", "{{schema}}_owner", "{{referenced_schema}}_owner";
RESET ROLE;
SET LOCAL ROLE "{{schema}}_owner";
GRANT USAGE ON SCHEMA "{{schema}}" TO "{{referenced_schema}}_owner";
GRANT TRIGGER ON TABLE "{{schema}}"."{{table}}" TO "{{referenced_schema}}_owner";
GRANT SELECT ("{{column}}"), UPDATE ("{{column}}") ON TABLE "{{schema}}"."{{table}}" TO "{{schema}}_keys";
RESET ROLE;
SET LOCAL ROLE "{{referenced_schema}}_owner";
GRANT SELECT ("{{referenced_column}}"), UPDATE ("{{referenced_column}}") ON TABLE "{{referenced_schema}}"."{{referenced_table}}" TO "{{referenced_schema}}_keys";
RESET ROLE;
SET LOCAL ROLE "{{schema}}_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."{{holds}}_v2"(key bigint, there boolean DEFAULT NULL::"{{schema}}"."{{table}}" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) '{{schema}}_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', '{{schema}}_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "{{schema}}"."{{table}}" c WHERE c."{{column}}" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."{{holds}}_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."{{holds}}_v2"(key bigint, there boolean) TO "{{referenced_schema}}_keys";
COMMENT ON FUNCTION "appschemas_asked"."{{holds}}_v2"(key bigint, there boolean) IS '{{holds_is}} Says whether {{schema}}.{{table}} holds this key of {{referenced_schema}}.{{referenced_table}}.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."{{keys}}_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"{{schema}}"."{{table}}" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) '{{schema}}_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', '{{schema}}_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) '{{column}}' THEN
    IF (SELECT r.reltuples FROM pg_catalog.pg_class r
         WHERE r.oid OPERATOR(pg_catalog.=) '"{{schema}}"."{{table}}"'::pg_catalog.regclass)
       OPERATOR(pg_catalog.>) 2000
    THEN
      IF EXISTS (SELECT FROM pg_catalog.pg_index i
           JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
           JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
            AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
          WHERE i.indrelid OPERATOR(pg_catalog.=) '"{{schema}}"."{{table}}"'::pg_catalog.regclass
            AND a.attname OPERATOR(pg_catalog.=) '{{column}}' AND i.indisvalid AND i.indpred IS NULL
            AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
        AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
            THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
            ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
          FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
         WHERE r.oid OPERATOR(pg_catalog.=) '"{{schema}}"."{{table}}"'::pg_catalog.regclass
           AND s.schemaname OPERATOR(pg_catalog.=) '{{schema}}'
           AND s.tablename OPERATOR(pg_catalog.=) '{{table}}'
           AND s.attname OPERATOR(pg_catalog.=) '{{column}}'), false)
      THEN
        RETURN ARRAY(
          WITH RECURSIVE walk(key) AS (
            (SELECT c."{{column}}" FROM "{{schema}}"."{{table}}" c
              WHERE c."{{column}}" IS NOT NULL AND ($2 IS NULL OR c."{{column}}" OPERATOR(pg_catalog.>) $2)
              ORDER BY c."{{column}}" LIMIT 1)
            UNION ALL
            SELECT (SELECT c."{{column}}" FROM "{{schema}}"."{{table}}" c
                     WHERE c."{{column}}" OPERATOR(pg_catalog.>) w.key
                     ORDER BY c."{{column}}" LIMIT 1)
              FROM walk w WHERE w.key IS NOT NULL)
          SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
      END IF;
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."{{column}}" FROM "{{schema}}"."{{table}}" c
       WHERE c."{{column}}" IS NOT NULL AND ($2 IS NULL OR c."{{column}}" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."{{keys}}_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."{{keys}}_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."{{keys}}_v2"(col text, last bigint, size integer, there boolean) IS '{{keys_is}} Lists which keys of {{referenced_schema}}.{{referenced_table}} a column of {{schema}}.{{table}} holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."{{rows}}_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"{{schema}}"."{{table}}" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) '{{schema}}_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', '{{schema}}_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) '{{column}}' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "{{schema}}"."{{table}}" c
             WHERE c."{{column}}" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."{{rows}}_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."{{rows}}_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."{{rows}}_v2"(col text, lost bigint[], there boolean) IS '{{rows_is}} Counts the rows of {{schema}}.{{table}} that hold these keys of {{referenced_schema}}.{{referenced_table}}.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."{{restrict}}_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "{{schema}}.{{table}}" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."{{referenced_column}}")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "{{schema}}"."{{table}}" c WHERE c."{{column}}" OPERATOR(pg_catalog.=) OLD."{{referenced_column}}" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "{{schema}}"."{{table}}" c WHERE c."{{column}}" OPERATOR(pg_catalog.=) OLD."{{referenced_column}}" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."{{missing}}_v2"(ARRAY[OLD."{{referenced_column}}"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, '{{table}}.{{column}}', '{{table}}'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key ({{referenced_column}})=(%s) is still referenced from table "{{schema}}.{{table}}".', OLD."{{referenced_column}}"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = '{{table}}.{{column}}';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."{{restrict}}_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."{{restrict}}_v2"() TO "{{referenced_schema}}_owner";
COMMENT ON FUNCTION "appschemas_keys"."{{restrict}}_v2"() IS '{{restrict_is}} Refuses to delete or re-key a row of {{referenced_schema}}.{{referenced_table}} whose key {{schema}}.{{table}} holds.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."{{restrict_truncate}}_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "{{schema}}.{{table}}" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "{{schema}}"."{{table}}" c WHERE c."{{column}}" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, '{{table}}'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "{{schema}}.{{table}}" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."{{restrict_truncate}}_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."{{restrict_truncate}}_v2"() TO "{{referenced_schema}}_owner";
COMMENT ON FUNCTION "appschemas_keys"."{{restrict_truncate}}_v2"() IS '{{restrict_truncate_is}} Refuses to truncate {{referenced_schema}}.{{referenced_table}} while {{schema}}.{{table}} holds keys of it.';
RESET ROLE;
SET LOCAL ROLE "{{referenced_schema}}_keys";
CREATE OR REPLACE FUNCTION "appschemas_keys"."{{check_insert}}_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."{{column}}")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."{{column}}" IS NULL OR (SELECT true FROM ONLY "{{referenced_schema}}"."{{referenced_table}}" p WHERE p."{{referenced_column}}" OPERATOR(pg_catalog.=) NEW."{{column}}" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."{{column}}" IS NOT NULL THEN
    PERFORM FROM ONLY "{{referenced_schema}}"."{{referenced_table}}" p WHERE p."{{referenced_column}}" OPERATOR(pg_catalog.=) NEW."{{column}}" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."{{holds}}_v2"(NEW."{{column}}", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, '{{table}}.{{column}}'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key ({{column}})=(%s) is not present in table "{{referenced_schema}}.{{referenced_table}}".', NEW."{{column}}"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = '{{column}}', CONSTRAINT = '{{table}}.{{column}}';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."{{check_insert}}_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."{{check_insert}}_v2"() TO "{{schema}}_owner";
COMMENT ON FUNCTION "appschemas_keys"."{{check_insert}}_v2"() IS '{{check_insert_is}} Refuses new rows of {{schema}}.{{table}} whose {{column}} nobody has in {{referenced_schema}}.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."{{check_update}}_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."{{column}}")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."{{column}}" IS NOT NULL AND (OLD."{{column}}" IS NULL OR NEW."{{column}}" OPERATOR(pg_catalog.<>) OLD."{{column}}") THEN
    PERFORM FROM ONLY "{{referenced_schema}}"."{{referenced_table}}" p WHERE p."{{referenced_column}}" OPERATOR(pg_catalog.=) NEW."{{column}}" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."{{holds}}_v2"(NEW."{{column}}", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, '{{table}}.{{column}}'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key ({{column}})=(%s) is not present in table "{{referenced_schema}}.{{referenced_table}}".', NEW."{{column}}"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = '{{column}}', CONSTRAINT = '{{table}}.{{column}}';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."{{check_update}}_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."{{check_update}}_v2"() TO "{{schema}}_owner";
COMMENT ON FUNCTION "appschemas_keys"."{{check_update}}_v2"() IS '{{check_update_is}} Refuses a change of {{schema}}.{{table}} to {{column}} that nobody has in {{referenced_schema}}.';
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"{{referenced_schema}}"."{{referenced_table}}"'::pg_catalog.regclass AND a.attname = '{{referenced_column}}'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."{{missing}}_v2"(keys bigint[], there boolean DEFAULT NULL::"{{referenced_schema}}"."{{referenced_table}}" IS NULL$check$,
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    $check_$) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) '{{referenced_schema}}_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', '{{referenced_schema}}_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "{{referenced_schema}}"."{{referenced_table}}" p WHERE p."{{referenced_column}}" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."{{missing}}_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."{{missing}}_v2"(keys bigint[], there boolean) TO "{{schema}}_keys", "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."{{missing}}_v2"(keys bigint[], there boolean) IS '{{missing_is}} Says which of these keys no row of {{referenced_schema}}.{{referenced_table}} has; asked for {{schema}}.{{table}}.';
RESET ROLE;
SET LOCAL ROLE "{{schema}}_owner";
DROP TRIGGER IF EXISTS "{{insert}}" ON "{{schema}}"."{{table}}";
CREATE CONSTRAINT TRIGGER "{{insert}}" AFTER INSERT ON "{{schema}}"."{{table}}"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."{{check_insert}}_v2"();
COMMENT ON TRIGGER "{{insert}}" ON "{{schema}}"."{{table}}" IS '{{insert_is}} New rows of {{schema}}.{{table}}: {{column}} must be there.';
DROP TRIGGER IF EXISTS "{{update}}" ON "{{schema}}"."{{table}}";
CREATE CONSTRAINT TRIGGER "{{update}}" AFTER UPDATE ON "{{schema}}"."{{table}}"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."{{column}}" IS DISTINCT FROM NEW."{{column}}")
  EXECUTE FUNCTION "appschemas_keys"."{{check_update}}_v2"();
COMMENT ON TRIGGER "{{update}}" ON "{{schema}}"."{{table}}" IS '{{update_is}} Changed rows of {{schema}}.{{table}}: {{column}} must be there.';
RESET ROLE;
SET LOCAL ROLE "{{referenced_schema}}_owner";
DROP TRIGGER IF EXISTS "{{referenced_delete}}" ON "{{referenced_schema}}"."{{referenced_table}}";
CREATE CONSTRAINT TRIGGER "{{referenced_delete}}" AFTER DELETE ON "{{referenced_schema}}"."{{referenced_table}}" FROM "{{schema}}"."{{table}}"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."{{restrict}}_v2"();
COMMENT ON TRIGGER "{{referenced_delete}}" ON "{{referenced_schema}}"."{{referenced_table}}" IS '{{referenced_delete_is}} Deleted rows of {{referenced_schema}}.{{referenced_table}}: {{schema}}.{{table}} must not hold their keys.';
DROP TRIGGER IF EXISTS "{{referenced_update}}" ON "{{referenced_schema}}"."{{referenced_table}}";
CREATE CONSTRAINT TRIGGER "{{referenced_update}}" AFTER UPDATE ON "{{referenced_schema}}"."{{referenced_table}}" FROM "{{schema}}"."{{table}}"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."{{referenced_column}}" IS DISTINCT FROM NEW."{{referenced_column}}")
  EXECUTE FUNCTION "appschemas_keys"."{{restrict}}_v2"();
COMMENT ON TRIGGER "{{referenced_update}}" ON "{{referenced_schema}}"."{{referenced_table}}" IS '{{referenced_update_is}} Re-keyed rows of {{referenced_schema}}.{{referenced_table}}: {{schema}}.{{table}} must not hold their old keys.';
DROP TRIGGER IF EXISTS "{{referenced_truncate}}" ON "{{referenced_schema}}"."{{referenced_table}}";
CREATE TRIGGER "{{referenced_truncate}}" AFTER TRUNCATE ON "{{referenced_schema}}"."{{referenced_table}}"
  FOR EACH STATEMENT WHEN (NULL::"{{schema}}"."{{table}}" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."{{restrict_truncate}}_v2"();
COMMENT ON TRIGGER "{{referenced_truncate}}" ON "{{referenced_schema}}"."{{referenced_table}}" IS '{{referenced_truncate_is}} A truncated {{referenced_schema}}.{{referenced_table}}: {{schema}}.{{table}} must hold no key of it.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "{{schema}}_keys", "{{referenced_schema}}_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "{{schema}}_keys", "{{referenced_schema}}_keys", "{{schema}}_owner", "{{referenced_schema}}_owner";
RESET ROLE;
SET LOCAL ROLE "{{schema}}_owner";
REVOKE USAGE ON SCHEMA "{{schema}}" FROM "{{referenced_schema}}_owner";
REVOKE TRIGGER ON TABLE "{{schema}}"."{{table}}" FROM "{{referenced_schema}}_owner";
RESET ROLE;
SET LOCAL ROLE "{{referenced_schema}}_owner";
DROP FUNCTION IF EXISTS "{{referenced_schema}}"."{{check_insert}}_v1"();
DROP FUNCTION IF EXISTS "{{referenced_schema}}"."{{check_update}}_v1"();
RESET ROLE;
SET LOCAL ROLE "{{schema}}_owner";
DROP FUNCTION IF EXISTS "{{schema}}"."{{holds}}_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "{{referenced_schema}}_owner";
DROP FUNCTION IF EXISTS "{{referenced_schema}}"."{{missing}}_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "{{schema}}_owner";
DROP FUNCTION IF EXISTS "{{schema}}"."{{restrict}}_v1"();
DROP FUNCTION IF EXISTS "{{schema}}"."{{restrict_truncate}}_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
      WHERE n.nspname OPERATOR(pg_catalog.=) '{{schema}}' AND c.relname OPERATOR(pg_catalog.=) '{{table}}'
        AND c.relkind OPERATOR(pg_catalog.=) 'r' AND NOT c.relhassubclass
        AND c.relam OPERATOR(pg_catalog.=) '2'::pg_catalog.oid
        AND pg_catalog.pg_relation_size(c.oid) OPERATOR(pg_catalog.=) 0) THEN
    RETURN;
  END IF;
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."{{missing}}_v2"("appschemas_asked"."{{keys}}_v2"('{{column}}', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', '{{table}}.{{column}}'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "{{table}}.{{column}}" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of {{schema}}.{{table}}.{{column}} -> {{referenced_schema}}.{{referenced_table}}.{{referenced_column}} is not there.';
  END IF;
END $check$;
RESET ROLE;
$statements$, '}}', '{{'), '{{')) WITH ORDINALITY AS part (text, n)
  LEFT JOIN (VALUES
    ('schema', :'schema'),
    ('referenced_schema', :'referenced_schema'),
    ('table', :'table'),
    ('column', :'column'),
    ('referenced_table', :'referenced_table'),
    ('referenced_column', :'referenced_column'),
    ('check_insert', :'check_insert'),
    ('check_insert_is', :'check_insert_is'),
    ('check_update', :'check_update'),
    ('check_update_is', :'check_update_is'),
    ('holds', :'holds'),
    ('holds_is', :'holds_is'),
    ('keys', :'keys'),
    ('keys_is', :'keys_is'),
    ('rows', :'rows'),
    ('rows_is', :'rows_is'),
    ('missing', :'missing'),
    ('missing_is', :'missing_is'),
    ('restrict', :'restrict'),
    ('restrict_is', :'restrict_is'),
    ('restrict_truncate', :'restrict_truncate'),
    ('restrict_truncate_is', :'restrict_truncate_is'),
    ('insert', :'insert'),
    ('insert_is', :'insert_is'),
    ('update', :'update'),
    ('update_is', :'update_is'),
    ('referenced_delete', :'referenced_delete'),
    ('referenced_delete_is', :'referenced_delete_is'),
    ('referenced_update', :'referenced_update'),
    ('referenced_update_is', :'referenced_update_is'),
    ('referenced_truncate', :'referenced_truncate'),
    ('referenced_truncate_is', :'referenced_truncate_is')
  ) AS name (word, value) ON part.n % 2 = 0 AND name.word = part.text
\gexec
\endif
