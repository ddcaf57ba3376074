-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_usage_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'boost_library_tracker_keys', 'boost_library_tracker_owner',
    'boost_usage_tracker_keys', 'boost_usage_tracker_owner', 'github_activity_tracker_keys',
    'github_activity_tracker_owner']::text[])
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

-- boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_usage_tracker_boostexternalrepository_69066a07_holds_v2', 'appschemas:d7d6664b6d80583a'),
    ('appschemas_asked', 'boost_usage_tracker_boostexternalrepository_69066a07_keys_v2', 'appschemas:925b6d7d6f2fa66d'),
    ('appschemas_asked', 'boost_usage_tracker_boostexternalrepository_69066a07_missing_v2', 'appschemas:ca178c5a18c0292c'),
    ('appschemas_asked', 'boost_usage_tracker_boostexternalrepository_69066a07_rows_v2', 'appschemas:ea43b8472d83db82'),
    ('appschemas_keys', 'boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v2', 'appschemas:c63aaeeb69e056db'),
    ('appschemas_keys', 'boost_usage_tracker_boostexternalrepos_50387433_check_insert_v2', 'appschemas:fcf3de03474f2e17'),
    ('appschemas_keys', 'boost_usage_tracker_boostexternalrepos_50387433_check_update_v2', 'appschemas:20e21dd8b5ac1da8'),
    ('appschemas_keys', 'boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2', 'appschemas:f619951f6daa3979'),
    ('boost_usage_tracker', 'boost_usage_tracker_boostexternalrepository_50387433_insert', 'appschemas:ed69900ac4aa917c'),
    ('boost_usage_tracker', 'boost_usage_tracker_boostexternalrepository_50387433_update', 'appschemas:e5e59ab14c267dad'),
    ('github_activity_tracker', 'boost_usage_tracker_boostexternalrepository_69066a07_delete', 'appschemas:25ea6a735a5d2f1f'),
    ('github_activity_tracker', 'boost_usage_tracker_boostexternalrepository_69066a07_truncate', 'appschemas:e0f7b0b7aa413e87'),
    ('github_activity_tracker', 'boost_usage_tracker_boostexternalrepository_69066a07_update', 'appschemas:49e147a69f9e9e95')
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
SET LOCAL ROLE "boost_usage_tracker_owner";
LOCK TABLE "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_usage_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_usage_tracker_boostexternalrepository'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['githubrepository_ptr_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_usage_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_usage_tracker_keys", "github_activity_tracker_keys", "boost_usage_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "github_activity_tracker_owner";
GRANT TRIGGER ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" TO "github_activity_tracker_owner";
GRANT SELECT ("githubrepository_ptr_id"), UPDATE ("githubrepository_ptr_id") ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" TO "boost_usage_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("id"), UPDATE ("id") ON TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" TO "github_activity_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v2"(key bigint, there boolean) TO "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v2"(key bigint, there boolean) IS 'appschemas:d7d6664b6d80583a Says whether boost_usage_tracker.boost_usage_tracker_boostexternalrepository holds this key of github_activity_tracker.github_activity_tracker_githubrepository.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubrepository_ptr_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'githubrepository_ptr_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_usage_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_usage_tracker_boostexternalrepository'
         AND s.attname OPERATOR(pg_catalog.=) 'githubrepository_ptr_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."githubrepository_ptr_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c
            WHERE c."githubrepository_ptr_id" IS NOT NULL AND ($2 IS NULL OR c."githubrepository_ptr_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."githubrepository_ptr_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."githubrepository_ptr_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c
                   WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."githubrepository_ptr_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c
       WHERE c."githubrepository_ptr_id" IS NOT NULL AND ($2 IS NULL OR c."githubrepository_ptr_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:925b6d7d6f2fa66d Lists which keys of github_activity_tracker.github_activity_tracker_githubrepository a column of boost_usage_tracker.boost_usage_tracker_boostexternalrepository holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubrepository_ptr_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c
             WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:ea43b8472d83db82 Counts the rows of boost_usage_tracker.boost_usage_tracker_boostexternalrepository that hold these keys of github_activity_tracker.github_activity_tracker_githubrepository.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v2"() IS 'appschemas:c63aaeeb69e056db Refuses to truncate github_activity_tracker.github_activity_tracker_githubrepository while boost_usage_tracker.boost_usage_tracker_boostexternalrepository holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id', 'boost_usage_tracker_boostexternalrepository'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2"() IS 'appschemas:f619951f6daa3979 Refuses to delete or re-key a row of github_activity_tracker.github_activity_tracker_githubrepository whose key boost_usage_tracker.boost_usage_tracker_boostexternalrepository holds.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"github_activity_tracker"."github_activity_tracker_githubrepository"'::pg_catalog.regclass AND a.attname = 'id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubrepository" IS NULL$check$,
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    $check_$) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_usage_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v2"(keys bigint[], there boolean) IS 'appschemas:ca178c5a18c0292c Says which of these keys no row of github_activity_tracker.github_activity_tracker_githubrepository has; asked for boost_usage_tracker.boost_usage_tracker_boostexternalrepository.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubrepository_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."githubrepository_ptr_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v2"(NEW."githubrepository_ptr_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v2"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v2"() IS 'appschemas:fcf3de03474f2e17 Refuses new rows of boost_usage_tracker.boost_usage_tracker_boostexternalrepository whose githubrepository_ptr_id nobody has in github_activity_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubrepository_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL AND (OLD."githubrepository_ptr_id" IS NULL OR NEW."githubrepository_ptr_id" OPERATOR(pg_catalog.<>) OLD."githubrepository_ptr_id") THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v2"(NEW."githubrepository_ptr_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v2"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v2"() IS 'appschemas:20e21dd8b5ac1da8 Refuses a change of boost_usage_tracker.boost_usage_tracker_boostexternalrepository to githubrepository_ptr_id that nobody has in github_activity_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_50387433_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:ed69900ac4aa917c New rows of boost_usage_tracker.boost_usage_tracker_boostexternalrepository: githubrepository_ptr_id must be there.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_50387433_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:e5e59ab14c267dad Changed rows of boost_usage_tracker.boost_usage_tracker_boostexternalrepository: githubrepository_ptr_id must be there.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:25ea6a735a5d2f1f Deleted rows of github_activity_tracker.github_activity_tracker_githubrepository: boost_usage_tracker.boost_usage_tracker_boostexternalrepository must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT WHEN (NULL::"boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:e0f7b0b7aa413e87 A truncated github_activity_tracker.github_activity_tracker_githubrepository: boost_usage_tracker.boost_usage_tracker_boostexternalrepository must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:49e147a69f9e9e95 Re-keyed rows of github_activity_tracker.github_activity_tracker_githubrepository: boost_usage_tracker.boost_usage_tracker_boostexternalrepository must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_usage_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_usage_tracker_keys", "github_activity_tracker_keys", "boost_usage_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_usage_tracker" FROM "github_activity_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" FROM "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"();
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v2"("appschemas_asked"."boost_usage_tracker_boostexternalrepository_69066a07_keys_v2"('githubrepository_ptr_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_usage_tracker_boostusage_30011dec_holds_v2', 'appschemas:5bdf05aab1d87e56'),
    ('appschemas_asked', 'boost_usage_tracker_boostusage_30011dec_keys_v2', 'appschemas:75abde0e22c53270'),
    ('appschemas_asked', 'boost_usage_tracker_boostusage_30011dec_missing_v2', 'appschemas:c3ff9840b22ce606'),
    ('appschemas_asked', 'boost_usage_tracker_boostusage_30011dec_rows_v2', 'appschemas:8b816e461f9c8bfa'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_30011dec_restrict_truncate_v2', 'appschemas:cc3b37bf62ea3464'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_30011dec_restrict_v2', 'appschemas:165eb46fc46142f6'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_44a281c5_check_insert_v2', 'appschemas:811a421a611829db'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_44a281c5_check_update_v2', 'appschemas:8c5558e8f2b2c51e'),
    ('boost_library_tracker', 'boost_usage_tracker_boostusage_30011dec_delete', 'appschemas:181c597ff1d35bcb'),
    ('boost_library_tracker', 'boost_usage_tracker_boostusage_30011dec_truncate', 'appschemas:e6eef4b2f550ceb4'),
    ('boost_library_tracker', 'boost_usage_tracker_boostusage_30011dec_update', 'appschemas:af740621806a110d'),
    ('boost_usage_tracker', 'boost_usage_tracker_boostusage_44a281c5_insert', 'appschemas:c8294e377bca8b7a'),
    ('boost_usage_tracker', 'boost_usage_tracker_boostusage_44a281c5_update', 'appschemas:912bb5c08dbdf193')
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
SET LOCAL ROLE "boost_library_tracker_owner";
LOCK TABLE "boost_library_tracker"."boost_library_tracker_boostfile" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
LOCK TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_usage_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_usage_tracker_boostusage'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['boost_header_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_usage_tracker_boostusage.boost_header_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_library_tracker_keys", "boost_usage_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_library_tracker_keys", "boost_usage_tracker_keys", "boost_library_tracker_owner", "boost_usage_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "boost_library_tracker_owner";
GRANT TRIGGER ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" TO "boost_library_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
GRANT SELECT ("github_file_id"), UPDATE ("github_file_id") ON TABLE "boost_library_tracker"."boost_library_tracker_boostfile" TO "boost_library_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
GRANT SELECT ("boost_header_id"), UPDATE ("boost_header_id") ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" TO "boost_usage_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"boost_library_tracker"."boost_library_tracker_boostfile"'::pg_catalog.regclass AND a.attname = 'github_file_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostfile" IS NULL$check$,
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
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_usage_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_missing_v2"(keys bigint[], there boolean) IS 'appschemas:c3ff9840b22ce606 Says which of these keys no row of boost_library_tracker.boost_library_tracker_boostfile has; asked for boost_usage_tracker.boost_usage_tracker_boostusage.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."boost_header_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."boost_header_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."boost_header_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_holds_v2"(NEW."boost_header_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_header_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostfile".', NEW."boost_header_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_header_id', CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_insert_v2"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_insert_v2"() IS 'appschemas:811a421a611829db Refuses new rows of boost_usage_tracker.boost_usage_tracker_boostusage whose boost_header_id nobody has in boost_library_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."boost_header_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."boost_header_id" IS NOT NULL AND (OLD."boost_header_id" IS NULL OR NEW."boost_header_id" OPERATOR(pg_catalog.<>) OLD."boost_header_id") THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_holds_v2"(NEW."boost_header_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_header_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostfile".', NEW."boost_header_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_header_id', CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_update_v2"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_update_v2"() IS 'appschemas:8c5558e8f2b2c51e Refuses a change of boost_usage_tracker.boost_usage_tracker_boostusage to boost_header_id that nobody has in boost_library_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_holds_v2"(key bigint, there boolean) TO "boost_library_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_holds_v2"(key bigint, there boolean) IS 'appschemas:5bdf05aab1d87e56 Says whether boost_usage_tracker.boost_usage_tracker_boostusage holds this key of boost_library_tracker.boost_library_tracker_boostfile.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'boost_header_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_usage_tracker"."boost_usage_tracker_boostusage"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'boost_header_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_usage_tracker"."boost_usage_tracker_boostusage"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_usage_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_usage_tracker_boostusage'
         AND s.attname OPERATOR(pg_catalog.=) 'boost_header_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."boost_header_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
            WHERE c."boost_header_id" IS NOT NULL AND ($2 IS NULL OR c."boost_header_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."boost_header_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."boost_header_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
                   WHERE c."boost_header_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."boost_header_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."boost_header_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
       WHERE c."boost_header_id" IS NOT NULL AND ($2 IS NULL OR c."boost_header_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:75abde0e22c53270 Lists which keys of boost_library_tracker.boost_library_tracker_boostfile a column of boost_usage_tracker.boost_usage_tracker_boostusage holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'boost_header_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
             WHERE c."boost_header_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_30011dec_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:8b816e461f9c8bfa Counts the rows of boost_usage_tracker.boost_usage_tracker_boostusage that hold these keys of boost_library_tracker.boost_library_tracker_boostfile.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_usage_tracker_boostusage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v2"() IS 'appschemas:cc3b37bf62ea3464 Refuses to truncate boost_library_tracker.boost_library_tracker_boostfile while boost_usage_tracker.boost_usage_tracker_boostusage holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."github_file_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) OLD."github_file_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) OLD."github_file_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_usage_tracker_boostusage_30011dec_missing_v2"(ARRAY[OLD."github_file_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id', 'boost_usage_tracker_boostusage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (github_file_id)=(%s) is still referenced from table "boost_usage_tracker.boost_usage_tracker_boostusage".', OLD."github_file_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_v2"() IS 'appschemas:165eb46fc46142f6 Refuses to delete or re-key a row of boost_library_tracker.boost_library_tracker_boostfile whose key boost_usage_tracker.boost_usage_tracker_boostusage holds.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_30011dec_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostfile" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:181c597ff1d35bcb Deleted rows of boost_library_tracker.boost_library_tracker_boostfile: boost_usage_tracker.boost_usage_tracker_boostusage must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_30011dec_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  FOR EACH STATEMENT WHEN (NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:e6eef4b2f550ceb4 A truncated boost_library_tracker.boost_library_tracker_boostfile: boost_usage_tracker.boost_usage_tracker_boostusage must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_30011dec_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_30011dec_restrict_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:af740621806a110d Re-keyed rows of boost_library_tracker.boost_library_tracker_boostfile: boost_usage_tracker.boost_usage_tracker_boostusage must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_44a281c5_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_44a281c5_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_insert_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_44a281c5_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:c8294e377bca8b7a New rows of boost_usage_tracker.boost_usage_tracker_boostusage: boost_header_id must be there.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_44a281c5_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_44a281c5_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_header_id" IS DISTINCT FROM NEW."boost_header_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_44a281c5_check_update_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_44a281c5_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:912bb5c08dbdf193 Changed rows of boost_usage_tracker.boost_usage_tracker_boostusage: boost_header_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_library_tracker_keys", "boost_usage_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_library_tracker_keys", "boost_usage_tracker_keys", "boost_library_tracker_owner", "boost_usage_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_usage_tracker" FROM "boost_library_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" FROM "boost_library_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(keys bigint[]);
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_insert_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_update_v1"();
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_usage_tracker_boostusage_30011dec_missing_v2"("appschemas_asked"."boost_usage_tracker_boostusage_30011dec_keys_v2"('boost_header_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_usage_tracker_boostusage.boost_header_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_usage_tracker_boostusage.boost_header_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_usage_tracker_boostusage_271bd754_holds_v2', 'appschemas:39909a91ce3af09d'),
    ('appschemas_asked', 'boost_usage_tracker_boostusage_271bd754_keys_v2', 'appschemas:6cc4a30cb9e84d36'),
    ('appschemas_asked', 'boost_usage_tracker_boostusage_271bd754_missing_v2', 'appschemas:628c0fdd90026453'),
    ('appschemas_asked', 'boost_usage_tracker_boostusage_271bd754_rows_v2', 'appschemas:42060d0cd7e1e9b7'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_271bd754_restrict_truncate_v2', 'appschemas:fbcc3085a7e546f2'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_271bd754_restrict_v2', 'appschemas:0b9c37746f270cf3'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_5306443a_check_insert_v2', 'appschemas:206bcbd165ce613b'),
    ('appschemas_keys', 'boost_usage_tracker_boostusage_5306443a_check_update_v2', 'appschemas:c6fdff86988bec6c'),
    ('boost_usage_tracker', 'boost_usage_tracker_boostusage_5306443a_insert', 'appschemas:825f0862faf84e05'),
    ('boost_usage_tracker', 'boost_usage_tracker_boostusage_5306443a_update', 'appschemas:245096c7da519ec4'),
    ('github_activity_tracker', 'boost_usage_tracker_boostusage_271bd754_delete', 'appschemas:f9f61f0755848966'),
    ('github_activity_tracker', 'boost_usage_tracker_boostusage_271bd754_truncate', 'appschemas:727bd561efeb23b5'),
    ('github_activity_tracker', 'boost_usage_tracker_boostusage_271bd754_update', 'appschemas:a422164708b4b566')
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
SET LOCAL ROLE "boost_usage_tracker_owner";
LOCK TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_githubfile" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_usage_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_usage_tracker_boostusage'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['file_path_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_usage_tracker_boostusage.file_path_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_usage_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_usage_tracker_keys", "github_activity_tracker_keys", "boost_usage_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "github_activity_tracker_owner";
GRANT TRIGGER ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" TO "github_activity_tracker_owner";
GRANT SELECT ("file_path_id"), UPDATE ("file_path_id") ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" TO "boost_usage_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("id"), UPDATE ("id") ON TABLE "github_activity_tracker"."github_activity_tracker_githubfile" TO "github_activity_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_holds_v2"(key bigint, there boolean) TO "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_holds_v2"(key bigint, there boolean) IS 'appschemas:39909a91ce3af09d Says whether boost_usage_tracker.boost_usage_tracker_boostusage holds this key of github_activity_tracker.github_activity_tracker_githubfile.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'file_path_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_usage_tracker"."boost_usage_tracker_boostusage"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'file_path_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_usage_tracker"."boost_usage_tracker_boostusage"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_usage_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_usage_tracker_boostusage'
         AND s.attname OPERATOR(pg_catalog.=) 'file_path_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."file_path_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
            WHERE c."file_path_id" IS NOT NULL AND ($2 IS NULL OR c."file_path_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."file_path_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."file_path_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
                   WHERE c."file_path_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."file_path_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."file_path_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
       WHERE c."file_path_id" IS NOT NULL AND ($2 IS NULL OR c."file_path_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:6cc4a30cb9e84d36 Lists which keys of github_activity_tracker.github_activity_tracker_githubfile a column of boost_usage_tracker.boost_usage_tracker_boostusage holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_usage_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_usage_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'file_path_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c
             WHERE c."file_path_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:42060d0cd7e1e9b7 Counts the rows of boost_usage_tracker.boost_usage_tracker_boostusage that hold these keys of github_activity_tracker.github_activity_tracker_githubfile.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_usage_tracker_boostusage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v2"() IS 'appschemas:fbcc3085a7e546f2 Refuses to truncate github_activity_tracker.github_activity_tracker_githubfile while boost_usage_tracker.boost_usage_tracker_boostusage holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_usage_tracker_boostusage_271bd754_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id', 'boost_usage_tracker_boostusage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_usage_tracker.boost_usage_tracker_boostusage".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_v2"() IS 'appschemas:0b9c37746f270cf3 Refuses to delete or re-key a row of github_activity_tracker.github_activity_tracker_githubfile whose key boost_usage_tracker.boost_usage_tracker_boostusage holds.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"github_activity_tracker"."github_activity_tracker_githubfile"'::pg_catalog.regclass AND a.attname = 'id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubfile" IS NULL$check$,
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    $check_$) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_usage_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_missing_v2"(keys bigint[], there boolean) IS 'appschemas:628c0fdd90026453 Says which of these keys no row of github_activity_tracker.github_activity_tracker_githubfile has; asked for boost_usage_tracker.boost_usage_tracker_boostusage.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."file_path_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."file_path_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."file_path_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_holds_v2"(NEW."file_path_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (file_path_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."file_path_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'file_path_id', CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_insert_v2"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_insert_v2"() IS 'appschemas:206bcbd165ce613b Refuses new rows of boost_usage_tracker.boost_usage_tracker_boostusage whose file_path_id nobody has in github_activity_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."file_path_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."file_path_id" IS NOT NULL AND (OLD."file_path_id" IS NULL OR NEW."file_path_id" OPERATOR(pg_catalog.<>) OLD."file_path_id") THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_usage_tracker_boostusage_271bd754_holds_v2"(NEW."file_path_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (file_path_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."file_path_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'file_path_id', CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_update_v2"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_update_v2"() IS 'appschemas:c6fdff86988bec6c Refuses a change of boost_usage_tracker.boost_usage_tracker_boostusage to file_path_id that nobody has in github_activity_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_5306443a_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_5306443a_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_insert_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_5306443a_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:825f0862faf84e05 New rows of boost_usage_tracker.boost_usage_tracker_boostusage: file_path_id must be there.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_5306443a_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_5306443a_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."file_path_id" IS DISTINCT FROM NEW."file_path_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_5306443a_check_update_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_5306443a_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:245096c7da519ec4 Changed rows of boost_usage_tracker.boost_usage_tracker_boostusage: file_path_id must be there.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_271bd754_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:f9f61f0755848966 Deleted rows of github_activity_tracker.github_activity_tracker_githubfile: boost_usage_tracker.boost_usage_tracker_boostusage must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_271bd754_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT WHEN (NULL::"boost_usage_tracker"."boost_usage_tracker_boostusage" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:727bd561efeb23b5 A truncated github_activity_tracker.github_activity_tracker_githubfile: boost_usage_tracker.boost_usage_tracker_boostusage must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_271bd754_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "appschemas_keys"."boost_usage_tracker_boostusage_271bd754_restrict_v2"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:a422164708b4b566 Re-keyed rows of github_activity_tracker.github_activity_tracker_githubfile: boost_usage_tracker.boost_usage_tracker_boostusage must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_usage_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_usage_tracker_keys", "github_activity_tracker_keys", "boost_usage_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_usage_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_usage_tracker" FROM "github_activity_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_usage_tracker"."boost_usage_tracker_boostusage" FROM "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(keys bigint[]);
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_insert_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_update_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_usage_tracker_boostusage_271bd754_missing_v2"("appschemas_asked"."boost_usage_tracker_boostusage_271bd754_keys_v2"('file_path_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_usage_tracker_boostusage.file_path_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_usage_tracker_boostusage.file_path_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
