-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_docs_tracker holds of other schemas.
-- Run by the same login or the migrator, or not at all: migrate does it. After all of 30_tables.
\set ON_ERROR_STOP on
\set QUIET on
\if :{?lock_timeout}
\else
  \set lock_timeout 5s
\endif
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL lock_timeout = :'lock_timeout';
SET LOCAL search_path = pg_catalog, pg_temp;
-- Until the end, a login without superuser lends itself the roles that it acts as here.
SELECT count(*) > 0 AS lends,
       coalesce(string_agg(quote_ident(r.rolname), ', '), '') AS lent,
       CASE WHEN current_setting('server_version_num')::int >= 160000
            THEN 'WITH INHERIT FALSE, SET TRUE' ELSE '' END AS lending
  FROM pg_roles r
 WHERE r.rolname = ANY (ARRAY[
    'appschemas_migrator_keys', 'boost_library_docs_tracker_keys',
    'boost_library_docs_tracker_owner', 'boost_library_tracker_keys',
    'boost_library_tracker_owner']::text[])
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END)) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
\endif
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
-- block whose objects are all there is skipped: nothing is locked and no row is read.

-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.first_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.last_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2', 'appschemas:dd4d6484f3d85cf5'),
    ('appschemas_asked', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2', 'appschemas:5d0511d9830970bd'),
    ('appschemas_asked', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2', 'appschemas:306928dec694b141'),
    ('appschemas_asked', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_rows_v2', 'appschemas:58b6d138d5494b84'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v2', 'appschemas:22e913b1f83e3c4d'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v2', 'appschemas:16c231dda384f4b6'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v2', 'appschemas:f3284fe00d10f99a'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2', 'appschemas:ad1b09440b07f838'),
    ('boost_library_docs_tracker', 'boost_library_docs_tracker_boostdoccontent_4cfde239_insert', 'appschemas:6f658701d9660fdf'),
    ('boost_library_docs_tracker', 'boost_library_docs_tracker_boostdoccontent_4cfde239_update', 'appschemas:08bff5da0f91bad3'),
    ('boost_library_tracker', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_delete', 'appschemas:765c754a17ac7076'),
    ('boost_library_tracker', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate', 'appschemas:5f8294fc1ede93fc'),
    ('boost_library_tracker', 'boost_library_docs_tracker_boostdoccontent_d06b30cb_update', 'appschemas:2dba5ef498e861dd')
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
SET LOCAL ROLE "boost_library_docs_tracker_owner";
LOCK TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
LOCK TABLE "boost_library_tracker"."boost_library_tracker_boostversion" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker_boostdoccontent'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['first_version_id', 'last_version_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_library_docs_tracker_boostdoccontent.first_version_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_library_docs_tracker_keys", "boost_library_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_library_docs_tracker_keys", "boost_library_tracker_keys", "boost_library_docs_tracker_owner", "boost_library_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
GRANT USAGE ON SCHEMA "boost_library_docs_tracker" TO "boost_library_tracker_owner";
GRANT TRIGGER ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" TO "boost_library_tracker_owner";
GRANT SELECT ("first_version_id"), UPDATE ("first_version_id") ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" TO "boost_library_docs_tracker_keys";
GRANT SELECT ("last_version_id"), UPDATE ("last_version_id") ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" TO "boost_library_docs_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
GRANT SELECT ("id"), UPDATE ("id") ON TABLE "boost_library_tracker"."boost_library_tracker_boostversion" TO "boost_library_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_docs_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_docs_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) $1)
      OR EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(key bigint, there boolean) TO "boost_library_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(key bigint, there boolean) IS 'appschemas:dd4d6484f3d85cf5 Says whether boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent holds this key of boost_library_tracker.boost_library_tracker_boostversion.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_docs_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_docs_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'first_version_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'first_version_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_library_docs_tracker_boostdoccontent'
         AND s.attname OPERATOR(pg_catalog.=) 'first_version_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."first_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
            WHERE c."first_version_id" IS NOT NULL AND ($2 IS NULL OR c."first_version_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."first_version_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."first_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
                   WHERE c."first_version_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."first_version_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."first_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
       WHERE c."first_version_id" IS NOT NULL AND ($2 IS NULL OR c."first_version_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'last_version_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'last_version_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_library_docs_tracker_boostdoccontent'
         AND s.attname OPERATOR(pg_catalog.=) 'last_version_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."last_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
            WHERE c."last_version_id" IS NOT NULL AND ($2 IS NULL OR c."last_version_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."last_version_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."last_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
                   WHERE c."last_version_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."last_version_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."last_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
       WHERE c."last_version_id" IS NOT NULL AND ($2 IS NULL OR c."last_version_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:5d0511d9830970bd Lists which keys of boost_library_tracker.boost_library_tracker_boostversion a column of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_docs_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_docs_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'first_version_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
             WHERE c."first_version_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'last_version_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c
             WHERE c."last_version_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:58b6d138d5494b84 Counts the rows of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent that hold these keys of boost_library_tracker.boost_library_tracker_boostversion.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" IS NOT NULL)
      OR EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v2"() IS 'appschemas:22e913b1f83e3c4d Refuses to truncate boost_library_tracker.boost_library_tracker_boostversion while boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id', 'boost_library_docs_tracker_boostdoccontent'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
      END IF;
    END IF;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id', 'boost_library_docs_tracker_boostdoccontent'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2"() IS 'appschemas:ad1b09440b07f838 Refuses to delete or re-key a row of boost_library_tracker.boost_library_tracker_boostversion whose key boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent holds.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"boost_library_tracker"."boost_library_tracker_boostversion"'::pg_catalog.regclass AND a.attname = 'id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostversion" IS NULL$check$,
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    $check_$) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_library_docs_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"(keys bigint[], there boolean) IS 'appschemas:306928dec694b141 Says which of these keys no row of boost_library_tracker.boost_library_tracker_boostversion has; asked for boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."first_version_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
      OR pg_catalog.pg_typeof(NEW."last_version_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."first_version_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p))
      AND (NEW."last_version_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."first_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(NEW."first_version_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (first_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."first_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'first_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
      END IF;
    END IF;
  END IF;
  IF NEW."last_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(NEW."last_version_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (last_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."last_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'last_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v2"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v2"() IS 'appschemas:16c231dda384f4b6 Refuses new rows of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent whose first_version_id, last_version_id nobody has in boost_library_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."first_version_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
      OR pg_catalog.pg_typeof(NEW."last_version_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."first_version_id" IS NOT NULL AND (OLD."first_version_id" IS NULL OR NEW."first_version_id" OPERATOR(pg_catalog.<>) OLD."first_version_id") THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(NEW."first_version_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (first_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."first_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'first_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
      END IF;
    END IF;
  END IF;
  IF NEW."last_version_id" IS NOT NULL AND (OLD."last_version_id" IS NULL OR NEW."last_version_id" OPERATOR(pg_catalog.<>) OLD."last_version_id") THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v2"(NEW."last_version_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (last_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."last_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'last_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v2"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v2"() IS 'appschemas:f3284fe00d10f99a Refuses a change of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent to first_version_id, last_version_id that nobody has in boost_library_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" AFTER INSERT ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS 'appschemas:6f658701d9660fdf New rows of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent: first_version_id, last_version_id must be there.';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_4cfde239_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_update" AFTER UPDATE ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."first_version_id" IS DISTINCT FROM NEW."first_version_id" OR OLD."last_version_id" IS DISTINCT FROM NEW."last_version_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS 'appschemas:08bff5da0f91bad3 Changed rows of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent: first_version_id, last_version_id must be there.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostversion" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:765c754a17ac7076 Deleted rows of boost_library_tracker.boost_library_tracker_boostversion: boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  FOR EACH STATEMENT WHEN (NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:5f8294fc1ede93fc A truncated boost_library_tracker.boost_library_tracker_boostversion: boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostversion" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:2dba5ef498e861dd Re-keyed rows of boost_library_tracker.boost_library_tracker_boostversion: boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_library_docs_tracker_keys", "boost_library_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_library_docs_tracker_keys", "boost_library_tracker_keys", "boost_library_docs_tracker_owner", "boost_library_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_library_docs_tracker" FROM "boost_library_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" FROM "boost_library_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_docs_tracker"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"("appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2"('first_version_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_library_docs_tracker_boostdoccontent.first_version_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_library_docs_tracker_boostdoccontent.first_version_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.first_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id is not there.';
  END IF;
END $check$;
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v2"("appschemas_asked"."boost_library_docs_tracker_boostdoccontent_d06b30cb_keys_v2"('last_version_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_library_docs_tracker_boostdoccontent.last_version_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_library_docs_tracker_boostdoccontent.last_version_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.last_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id -> boost_library_tracker.boost_library_tracker_boostlibraryversion.id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2', 'appschemas:247945bd34d801f6'),
    ('appschemas_asked', 'boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2', 'appschemas:8418db2b975f9963'),
    ('appschemas_asked', 'boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys_v2', 'appschemas:b6984009a6421bdd'),
    ('appschemas_asked', 'boost_library_docs_tracker_boostlibrarydocumen_00ee980f_rows_v2', 'appschemas:b90a604538537461'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v2', 'appschemas:f66469fe2e8df1d4'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v2', 'appschemas:211c630b397e7712'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v2', 'appschemas:fd2122895ccb36be'),
    ('appschemas_keys', 'boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2', 'appschemas:8865efd7b2b78198'),
    ('boost_library_docs_tracker', 'boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert', 'appschemas:7742ec6d3a47a38a'),
    ('boost_library_docs_tracker', 'boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update', 'appschemas:9412553960475555'),
    ('boost_library_tracker', 'boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate', 'appschemas:994785d303893078'),
    ('boost_library_tracker', 'boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete', 'appschemas:91309c777a847113'),
    ('boost_library_tracker', 'boost_library_docs_tracker_boostlibrarydocument_00ee980f_update', 'appschemas:99b6a7e1b60d0adf')
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
SET LOCAL ROLE "boost_library_docs_tracker_owner";
LOCK TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
LOCK TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker_boostlibrarydocumentation'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['boost_library_version_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_library_docs_tracker_keys", "boost_library_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_library_docs_tracker_keys", "boost_library_tracker_keys", "boost_library_docs_tracker_owner", "boost_library_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
GRANT USAGE ON SCHEMA "boost_library_docs_tracker" TO "boost_library_tracker_owner";
GRANT TRIGGER ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" TO "boost_library_tracker_owner";
GRANT SELECT ("boost_library_version_id"), UPDATE ("boost_library_version_id") ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" TO "boost_library_docs_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
GRANT SELECT ("id"), UPDATE ("id") ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryversion" TO "boost_library_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_docs_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_docs_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2"(key bigint, there boolean) TO "boost_library_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2"(key bigint, there boolean) IS 'appschemas:8418db2b975f9963 Says whether boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation holds this key of boost_library_tracker.boost_library_tracker_boostlibraryversion.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_docs_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_docs_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'boost_library_version_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'boost_library_version_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_library_docs_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_library_docs_tracker_boostlibrarydocumentation'
         AND s.attname OPERATOR(pg_catalog.=) 'boost_library_version_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."boost_library_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c
            WHERE c."boost_library_version_id" IS NOT NULL AND ($2 IS NULL OR c."boost_library_version_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."boost_library_version_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."boost_library_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c
                   WHERE c."boost_library_version_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."boost_library_version_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."boost_library_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c
       WHERE c."boost_library_version_id" IS NOT NULL AND ($2 IS NULL OR c."boost_library_version_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:b6984009a6421bdd Lists which keys of boost_library_tracker.boost_library_tracker_boostlibraryversion a column of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_docs_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_docs_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'boost_library_version_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c
             WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:b90a604538537461 Counts the rows of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation that hold these keys of boost_library_tracker.boost_library_tracker_boostlibraryversion.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v2"() IS 'appschemas:f66469fe2e8df1d4 Refuses to truncate boost_library_tracker.boost_library_tracker_boostlibraryversion while boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id', 'boost_library_docs_tracker_boostlibrarydocumentation'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2"() IS 'appschemas:8865efd7b2b78198 Refuses to delete or re-key a row of boost_library_tracker.boost_library_tracker_boostlibraryversion whose key boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation holds.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"boost_library_tracker"."boost_library_tracker_boostlibraryversion"'::pg_catalog.regclass AND a.attname = 'id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS NULL$check$,
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    $check_$) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_library_docs_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2"(keys bigint[], there boolean) IS 'appschemas:247945bd34d801f6 Says which of these keys no row of boost_library_tracker.boost_library_tracker_boostlibraryversion has; asked for boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."boost_library_version_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."boost_library_version_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."boost_library_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2"(NEW."boost_library_version_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_library_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostlibraryversion".', NEW."boost_library_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_library_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v2"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v2"() IS 'appschemas:211c630b397e7712 Refuses new rows of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation whose boost_library_version_id nobody has in boost_library_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."boost_library_version_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."boost_library_version_id" IS NOT NULL AND (OLD."boost_library_version_id" IS NULL OR NEW."boost_library_version_id" OPERATOR(pg_catalog.<>) OLD."boost_library_version_id") THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v2"(NEW."boost_library_version_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_library_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostlibraryversion".', NEW."boost_library_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_library_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v2"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v2"() IS 'appschemas:fd2122895ccb36be Refuses a change of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation to boost_library_version_id that nobody has in boost_library_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" AFTER INSERT ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS 'appschemas:7742ec6d3a47a38a New rows of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation: boost_library_version_id must be there.';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" AFTER UPDATE ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_library_version_id" IS DISTINCT FROM NEW."boost_library_version_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS 'appschemas:9412553960475555 Changed rows of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation: boost_library_version_id must be there.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE TRIGGER "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  FOR EACH STATEMENT WHEN (NULL::"boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:994785d303893078 A truncated boost_library_tracker.boost_library_tracker_boostlibraryversion: boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:91309c777a847113 Deleted rows of boost_library_tracker.boost_library_tracker_boostlibraryversion: boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v2"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:99b6a7e1b60d0adf Re-keyed rows of boost_library_tracker.boost_library_tracker_boostlibraryversion: boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_library_docs_tracker_keys", "boost_library_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_library_docs_tracker_keys", "boost_library_tracker_keys", "boost_library_docs_tracker_owner", "boost_library_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_docs_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_library_docs_tracker" FROM "boost_library_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" FROM "boost_library_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_docs_tracker"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"();
DROP FUNCTION IF EXISTS "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v2"("appschemas_asked"."boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys_v2"('boost_library_version_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id -> boost_library_tracker.boost_library_tracker_boostlibraryversion.id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
