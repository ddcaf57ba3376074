-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_tracker holds of other schemas.
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
    'cppa_user_tracker_keys', 'cppa_user_tracker_owner', 'github_activity_tracker_keys',
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

-- boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_library_tracker_boostfile_434491d1_holds_v2', 'appschemas:98bf66c2571f297f'),
    ('appschemas_asked', 'boost_library_tracker_boostfile_434491d1_keys_v2', 'appschemas:249bfa4b8cc47933'),
    ('appschemas_asked', 'boost_library_tracker_boostfile_434491d1_missing_v2', 'appschemas:628c0fdd90026453'),
    ('appschemas_asked', 'boost_library_tracker_boostfile_434491d1_rows_v2', 'appschemas:39d47e124fd578da'),
    ('appschemas_keys', 'boost_library_tracker_boostfile_434491d1_restrict_truncate_v2', 'appschemas:bba2191b62dcca9b'),
    ('appschemas_keys', 'boost_library_tracker_boostfile_434491d1_restrict_v2', 'appschemas:57229cfdc74d61bb'),
    ('appschemas_keys', 'boost_library_tracker_boostfile_bbdb0417_check_insert_v2', 'appschemas:73e2ebaf36f45b66'),
    ('appschemas_keys', 'boost_library_tracker_boostfile_bbdb0417_check_update_v2', 'appschemas:49f181b2258b382a'),
    ('boost_library_tracker', 'boost_library_tracker_boostfile_bbdb0417_insert', 'appschemas:8135b75a8bd712a7'),
    ('boost_library_tracker', 'boost_library_tracker_boostfile_bbdb0417_update', 'appschemas:3110cde142274a73'),
    ('github_activity_tracker', 'boost_library_tracker_boostfile_434491d1_delete', 'appschemas:dea26933f26cb4f3'),
    ('github_activity_tracker', 'boost_library_tracker_boostfile_434491d1_truncate', 'appschemas:a9364bd6cc1ba927'),
    ('github_activity_tracker', 'boost_library_tracker_boostfile_434491d1_update', 'appschemas:32810738eaefaf5f')
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
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_githubfile" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_library_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_library_tracker_boostfile'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['github_file_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_library_tracker_boostfile.github_file_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_library_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_library_tracker_keys", "github_activity_tracker_keys", "boost_library_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
GRANT USAGE ON SCHEMA "boost_library_tracker" TO "github_activity_tracker_owner";
GRANT TRIGGER ON TABLE "boost_library_tracker"."boost_library_tracker_boostfile" TO "github_activity_tracker_owner";
GRANT SELECT ("github_file_id"), UPDATE ("github_file_id") ON TABLE "boost_library_tracker"."boost_library_tracker_boostfile" TO "boost_library_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("id"), UPDATE ("id") ON TABLE "github_activity_tracker"."github_activity_tracker_githubfile" TO "github_activity_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostfile" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_holds_v2"(key bigint, there boolean) TO "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_holds_v2"(key bigint, there boolean) IS 'appschemas:98bf66c2571f297f Says whether boost_library_tracker.boost_library_tracker_boostfile holds this key of github_activity_tracker.github_activity_tracker_githubfile.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostfile" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'github_file_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_library_tracker"."boost_library_tracker_boostfile"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'github_file_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_library_tracker"."boost_library_tracker_boostfile"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_library_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_library_tracker_boostfile'
         AND s.attname OPERATOR(pg_catalog.=) 'github_file_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."github_file_id" FROM "boost_library_tracker"."boost_library_tracker_boostfile" c
            WHERE c."github_file_id" IS NOT NULL AND ($2 IS NULL OR c."github_file_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."github_file_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."github_file_id" FROM "boost_library_tracker"."boost_library_tracker_boostfile" c
                   WHERE c."github_file_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."github_file_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."github_file_id" FROM "boost_library_tracker"."boost_library_tracker_boostfile" c
       WHERE c."github_file_id" IS NOT NULL AND ($2 IS NULL OR c."github_file_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:249bfa4b8cc47933 Lists which keys of github_activity_tracker.github_activity_tracker_githubfile a column of boost_library_tracker.boost_library_tracker_boostfile holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostfile" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'github_file_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_library_tracker"."boost_library_tracker_boostfile" c
             WHERE c."github_file_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:39d47e124fd578da Counts the rows of boost_library_tracker.boost_library_tracker_boostfile that hold these keys of github_activity_tracker.github_activity_tracker_githubfile.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostfile" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_tracker_boostfile'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostfile" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v2"() IS 'appschemas:bba2191b62dcca9b Refuses to truncate github_activity_tracker.github_activity_tracker_githubfile while boost_library_tracker.boost_library_tracker_boostfile holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostfile" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_library_tracker_boostfile_434491d1_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostfile.github_file_id', 'boost_library_tracker_boostfile'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_tracker.boost_library_tracker_boostfile".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_tracker_boostfile.github_file_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_v2"() IS 'appschemas:57229cfdc74d61bb Refuses to delete or re-key a row of github_activity_tracker.github_activity_tracker_githubfile whose key boost_library_tracker.boost_library_tracker_boostfile holds.';
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubfile" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_library_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostfile_434491d1_missing_v2"(keys bigint[], there boolean) IS 'appschemas:628c0fdd90026453 Says which of these keys no row of github_activity_tracker.github_activity_tracker_githubfile has; asked for boost_library_tracker.boost_library_tracker_boostfile.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."github_file_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."github_file_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."github_file_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_tracker_boostfile_434491d1_holds_v2"(NEW."github_file_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostfile.github_file_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (github_file_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."github_file_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'github_file_id', CONSTRAINT = 'boost_library_tracker_boostfile.github_file_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_insert_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_insert_v2"() IS 'appschemas:73e2ebaf36f45b66 Refuses new rows of boost_library_tracker.boost_library_tracker_boostfile whose github_file_id nobody has in github_activity_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."github_file_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."github_file_id" IS NOT NULL AND (OLD."github_file_id" IS NULL OR NEW."github_file_id" OPERATOR(pg_catalog.<>) OLD."github_file_id") THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_tracker_boostfile_434491d1_holds_v2"(NEW."github_file_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostfile.github_file_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (github_file_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."github_file_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'github_file_id', CONSTRAINT = 'boost_library_tracker_boostfile.github_file_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_update_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_update_v2"() IS 'appschemas:49f181b2258b382a Refuses a change of boost_library_tracker.boost_library_tracker_boostfile to github_file_id that nobody has in github_activity_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_bbdb0417_insert" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_bbdb0417_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_insert_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_bbdb0417_insert" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:8135b75a8bd712a7 New rows of boost_library_tracker.boost_library_tracker_boostfile: github_file_id must be there.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_bbdb0417_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_bbdb0417_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_bbdb0417_check_update_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_bbdb0417_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:3110cde142274a73 Changed rows of boost_library_tracker.boost_library_tracker_boostfile: github_file_id must be there.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_434491d1_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_434491d1_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile" FROM "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_434491d1_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:dea26933f26cb4f3 Deleted rows of github_activity_tracker.github_activity_tracker_githubfile: boost_library_tracker.boost_library_tracker_boostfile must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_434491d1_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_library_tracker_boostfile_434491d1_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT WHEN (NULL::"boost_library_tracker"."boost_library_tracker_boostfile" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_434491d1_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:a9364bd6cc1ba927 A truncated github_activity_tracker.github_activity_tracker_githubfile: boost_library_tracker.boost_library_tracker_boostfile must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_434491d1_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_434491d1_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile" FROM "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostfile_434491d1_restrict_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_434491d1_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:32810738eaefaf5f Re-keyed rows of github_activity_tracker.github_activity_tracker_githubfile: boost_library_tracker.boost_library_tracker_boostfile must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_library_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_library_tracker_keys", "github_activity_tracker_keys", "boost_library_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_library_tracker" FROM "github_activity_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_library_tracker"."boost_library_tracker_boostfile" FROM "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(keys bigint[]);
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_insert_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_update_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_library_tracker_boostfile_434491d1_missing_v2"("appschemas_asked"."boost_library_tracker_boostfile_434491d1_keys_v2"('github_file_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_library_tracker_boostfile.github_file_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_library_tracker_boostfile.github_file_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2', 'appschemas:ca178c5a18c0292c'),
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrepository_805cf660_holds_v2', 'appschemas:21bf405dce8e656a'),
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrepository_805cf660_keys_v2', 'appschemas:6857c50d8987c617'),
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrepository_805cf660_rows_v2', 'appschemas:cd25e56c0a3c1078'),
    ('appschemas_keys', 'boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v2', 'appschemas:e1dcd557ecd5833c'),
    ('appschemas_keys', 'boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v2', 'appschemas:b90a71191e736af9'),
    ('appschemas_keys', 'boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v2', 'appschemas:d16c9f75acbfb33d'),
    ('appschemas_keys', 'boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2', 'appschemas:f6c17fa1efe1c24d'),
    ('boost_library_tracker', 'boost_library_tracker_boostlibraryrepository_ed08eef0_insert', 'appschemas:5c3f8f634a3ca0a0'),
    ('boost_library_tracker', 'boost_library_tracker_boostlibraryrepository_ed08eef0_update', 'appschemas:49e52b1192aa04ae'),
    ('github_activity_tracker', 'boost_library_tracker_boostlibraryrepository_805cf660_delete', 'appschemas:d544a936aa33c086'),
    ('github_activity_tracker', 'boost_library_tracker_boostlibraryrepository_805cf660_truncate', 'appschemas:1529dc062939374b'),
    ('github_activity_tracker', 'boost_library_tracker_boostlibraryrepository_805cf660_update', 'appschemas:d3be02bd8053c5df')
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
LOCK TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_library_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_library_tracker_boostlibraryrepository'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['githubrepository_ptr_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_library_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_library_tracker_keys", "github_activity_tracker_keys", "boost_library_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
GRANT USAGE ON SCHEMA "boost_library_tracker" TO "github_activity_tracker_owner";
GRANT TRIGGER ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" TO "github_activity_tracker_owner";
GRANT SELECT ("githubrepository_ptr_id"), UPDATE ("githubrepository_ptr_id") ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" TO "boost_library_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("id"), UPDATE ("id") ON TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" TO "github_activity_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v2"(key bigint, there boolean) TO "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v2"(key bigint, there boolean) IS 'appschemas:21bf405dce8e656a Says whether boost_library_tracker.boost_library_tracker_boostlibraryrepository holds this key of github_activity_tracker.github_activity_tracker_githubrepository.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubrepository_ptr_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_library_tracker"."boost_library_tracker_boostlibraryrepository"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'githubrepository_ptr_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_library_tracker"."boost_library_tracker_boostlibraryrepository"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_library_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_library_tracker_boostlibraryrepository'
         AND s.attname OPERATOR(pg_catalog.=) 'githubrepository_ptr_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."githubrepository_ptr_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c
            WHERE c."githubrepository_ptr_id" IS NOT NULL AND ($2 IS NULL OR c."githubrepository_ptr_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."githubrepository_ptr_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."githubrepository_ptr_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c
                   WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."githubrepository_ptr_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c
       WHERE c."githubrepository_ptr_id" IS NOT NULL AND ($2 IS NULL OR c."githubrepository_ptr_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:6857c50d8987c617 Lists which keys of github_activity_tracker.github_activity_tracker_githubrepository a column of boost_library_tracker.boost_library_tracker_boostlibraryrepository holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubrepository_ptr_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c
             WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:cd25e56c0a3c1078 Counts the rows of boost_library_tracker.boost_library_tracker_boostlibraryrepository that hold these keys of github_activity_tracker.github_activity_tracker_githubrepository.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v2"() IS 'appschemas:e1dcd557ecd5833c Refuses to truncate github_activity_tracker.github_activity_tracker_githubrepository while boost_library_tracker.boost_library_tracker_boostlibraryrepository holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2"(ARRAY[OLD."id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id', 'boost_library_tracker_boostlibraryrepository'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_tracker.boost_library_tracker_boostlibraryrepository".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2"() IS 'appschemas:f6c17fa1efe1c24d Refuses to delete or re-key a row of github_activity_tracker.github_activity_tracker_githubrepository whose key boost_library_tracker.boost_library_tracker_boostlibraryrepository holds.';
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubrepository" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_library_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2"(keys bigint[], there boolean) IS 'appschemas:ca178c5a18c0292c Says which of these keys no row of github_activity_tracker.github_activity_tracker_githubrepository has; asked for boost_library_tracker.boost_library_tracker_boostlibraryrepository.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v2"(NEW."githubrepository_ptr_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v2"() IS 'appschemas:b90a71191e736af9 Refuses new rows of boost_library_tracker.boost_library_tracker_boostlibraryrepository whose githubrepository_ptr_id nobody has in github_activity_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubrepository_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL AND (OLD."githubrepository_ptr_id" IS NULL OR NEW."githubrepository_ptr_id" OPERATOR(pg_catalog.<>) OLD."githubrepository_ptr_id") THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v2"(NEW."githubrepository_ptr_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v2"() IS 'appschemas:d16c9f75acbfb33d Refuses a change of boost_library_tracker.boost_library_tracker_boostlibraryrepository to githubrepository_ptr_id that nobody has in github_activity_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_ed08eef0_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS 'appschemas:5c3f8f634a3ca0a0 New rows of boost_library_tracker.boost_library_tracker_boostlibraryrepository: githubrepository_ptr_id must be there.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_ed08eef0_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS 'appschemas:49e52b1192aa04ae Changed rows of boost_library_tracker.boost_library_tracker_boostlibraryrepository: githubrepository_ptr_id must be there.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_805cf660_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:d544a936aa33c086 Deleted rows of github_activity_tracker.github_activity_tracker_githubrepository: boost_library_tracker.boost_library_tracker_boostlibraryrepository must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_805cf660_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT WHEN (NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:1529dc062939374b A truncated github_activity_tracker.github_activity_tracker_githubrepository: boost_library_tracker.boost_library_tracker_boostlibraryrepository must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_805cf660_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:d3be02bd8053c5df Re-keyed rows of github_activity_tracker.github_activity_tracker_githubrepository: boost_library_tracker.boost_library_tracker_boostlibraryrepository must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_library_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_library_tracker_keys", "github_activity_tracker_keys", "boost_library_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_library_tracker" FROM "github_activity_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" FROM "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v2"("appschemas_asked"."boost_library_tracker_boostlibraryrepository_805cf660_keys_v2"('githubrepository_ptr_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2', 'appschemas:0835db35a9415680'),
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys_v2', 'appschemas:20211724e5ab5c35'),
    ('appschemas_asked', 'boost_library_tracker_boostlibraryrolerelation_d11d7b43_rows_v2', 'appschemas:715b29c3b02c3c98'),
    ('appschemas_keys', 'boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v2', 'appschemas:4b746414715e9eb5'),
    ('appschemas_keys', 'boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v2', 'appschemas:1ec0932392a066f2'),
    ('appschemas_keys', 'boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v2', 'appschemas:e8a0c39e74cef076'),
    ('appschemas_keys', 'boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2', 'appschemas:81c2142e59f78f89'),
    ('boost_library_tracker', 'boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert', 'appschemas:dea595c8b0d1a242'),
    ('boost_library_tracker', 'boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update', 'appschemas:9dfa968bebfbe9f0'),
    ('cppa_user_tracker', 'boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate', 'appschemas:dfd4d78ec84877ab'),
    ('cppa_user_tracker', 'boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete', 'appschemas:29c703cc9e9a20d7'),
    ('cppa_user_tracker', 'boost_library_tracker_boostlibraryrolerelations_d11d7b43_update', 'appschemas:932b93a194ca54cf')
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
LOCK TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_library_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_library_tracker_boostlibraryrolerelationship'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_library_tracker_boostlibraryrolerelationship.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_library_tracker_keys", "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_library_tracker_keys", "cppa_user_tracker_keys", "boost_library_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
GRANT USAGE ON SCHEMA "boost_library_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" TO "cppa_user_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" TO "boost_library_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2"(key bigint, there boolean) IS 'appschemas:0835db35a9415680 Says whether boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_library_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_library_tracker_boostlibraryrolerelationship'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:20211724e5ab5c35 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_library_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_library_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:715b29c3b02c3c98 Counts the rows of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v2"() IS 'appschemas:4b746414715e9eb5 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship.account_id', 'boost_library_tracker_boostlibraryrolerelationship'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_tracker_boostlibraryrolerelationship.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2"() IS 'appschemas:81c2142e59f78f89 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_githubaccount"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    $check_$) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_user_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_user_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_library_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrolerelationship.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v2"() IS 'appschemas:1ec0932392a066f2 Refuses new rows of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrolerelationship.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v2"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v2"() IS 'appschemas:e8a0c39e74cef076 Refuses a change of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS 'appschemas:dea595c8b0d1a242 New rows of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship: account_id must be there.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS 'appschemas:9dfa968bebfbe9f0 Changed rows of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:dfd4d78ec84877ab A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:29c703cc9e9a20d7 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_d11d7b43_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v2"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:932b93a194ca54cf Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_library_tracker_keys", "cppa_user_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_library_tracker_keys", "cppa_user_tracker_keys", "boost_library_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_library_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_library_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" FROM "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"();
DROP FUNCTION IF EXISTS "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v2"("appschemas_asked"."boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_library_tracker_boostlibraryrolerelationship.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_library_tracker_boostlibraryrolerelationship.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
