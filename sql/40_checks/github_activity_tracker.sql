-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that github_activity_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'cppa_user_tracker_keys', 'cppa_user_tracker_owner',
    'github_activity_tracker_keys', 'github_activity_tracker_owner']::text[])
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

-- github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_gitcommit_db27c919_holds_v2', 'appschemas:054a1be33c3c7c35'),
    ('appschemas_asked', 'github_activity_tracker_gitcommit_db27c919_keys_v2', 'appschemas:a8528dc6d297fb71'),
    ('appschemas_asked', 'github_activity_tracker_gitcommit_db27c919_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_gitcommit_db27c919_rows_v2', 'appschemas:9907e327c7cb2be6'),
    ('appschemas_keys', 'github_activity_tracker_gitcommit_b656c026_check_insert_v2', 'appschemas:bf720bfc96da9f74'),
    ('appschemas_keys', 'github_activity_tracker_gitcommit_b656c026_check_update_v2', 'appschemas:caed7b6720a5a02d'),
    ('appschemas_keys', 'github_activity_tracker_gitcommit_db27c919_restrict_truncate_v2', 'appschemas:268dd570a0d2b20b'),
    ('appschemas_keys', 'github_activity_tracker_gitcommit_db27c919_restrict_v2', 'appschemas:ed497fb0c3187071'),
    ('cppa_user_tracker', 'github_activity_tracker_gitcommit_db27c919_delete', 'appschemas:b61fca22439fde32'),
    ('cppa_user_tracker', 'github_activity_tracker_gitcommit_db27c919_truncate', 'appschemas:3772861540bdb9ee'),
    ('cppa_user_tracker', 'github_activity_tracker_gitcommit_db27c919_update', 'appschemas:1c67ed62ace26d2d'),
    ('github_activity_tracker', 'github_activity_tracker_gitcommit_b656c026_insert', 'appschemas:3bfd7b0e8c083554'),
    ('github_activity_tracker', 'github_activity_tracker_gitcommit_b656c026_update', 'appschemas:cfb090bfd08d6f96')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_gitcommit" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_gitcommit'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_gitcommit.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_gitcommit" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_gitcommit" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_gitcommit.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_insert_v2"() IS 'appschemas:bf720bfc96da9f74 Refuses new rows of github_activity_tracker.github_activity_tracker_gitcommit whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_update_v2"() IS 'appschemas:caed7b6720a5a02d Refuses a change of github_activity_tracker.github_activity_tracker_gitcommit to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_gitcommit" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_holds_v2"(key bigint, there boolean) IS 'appschemas:054a1be33c3c7c35 Says whether github_activity_tracker.github_activity_tracker_gitcommit holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_gitcommit" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_gitcommit"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_gitcommit"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_gitcommit'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:a8528dc6d297fb71 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_gitcommit holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_gitcommit" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_gitcommit_db27c919_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:9907e327c7cb2be6 Counts the rows of github_activity_tracker.github_activity_tracker_gitcommit that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_gitcommit'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v2"() IS 'appschemas:268dd570a0d2b20b Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_gitcommit holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_gitcommit_db27c919_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id', 'github_activity_tracker_gitcommit'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_gitcommit".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_v2"() IS 'appschemas:ed497fb0c3187071 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_gitcommit holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_db27c919_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:b61fca22439fde32 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_gitcommit must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_gitcommit_db27c919_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_gitcommit" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:3772861540bdb9ee A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_gitcommit must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_db27c919_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_db27c919_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1c67ed62ace26d2d Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_gitcommit must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_b656c026_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_b656c026_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_b656c026_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:3bfd7b0e8c083554 New rows of github_activity_tracker.github_activity_tracker_gitcommit: account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_b656c026_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_b656c026_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_gitcommit_b656c026_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_b656c026_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:cfb090bfd08d6f96 Changed rows of github_activity_tracker.github_activity_tracker_gitcommit: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_gitcommit" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_gitcommit_db27c919_missing_v2"("appschemas_asked"."github_activity_tracker_gitcommit_db27c919_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_gitcommit.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_gitcommit.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_githubrepository_6f4d8382_holds_v2', 'appschemas:f05e0c3b42e1b49e'),
    ('appschemas_asked', 'github_activity_tracker_githubrepository_6f4d8382_keys_v2', 'appschemas:38deb35b39922b50'),
    ('appschemas_asked', 'github_activity_tracker_githubrepository_6f4d8382_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_githubrepository_6f4d8382_rows_v2', 'appschemas:3b531c7881ed433f'),
    ('appschemas_keys', 'github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v2', 'appschemas:f88236b571598f00'),
    ('appschemas_keys', 'github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v2', 'appschemas:952792cbc4e0e6cd'),
    ('appschemas_keys', 'github_activity_tracker_githubreposito_4f1dcaaf_check_update_v2', 'appschemas:2183ac0ed80645b2'),
    ('appschemas_keys', 'github_activity_tracker_githubrepository_6f4d8382_restrict_v2', 'appschemas:4b88d965fc4e1040'),
    ('cppa_user_tracker', 'github_activity_tracker_githubrepository_6f4d8382_delete', 'appschemas:01ca047c969a03b6'),
    ('cppa_user_tracker', 'github_activity_tracker_githubrepository_6f4d8382_truncate', 'appschemas:5384f46fded77072'),
    ('cppa_user_tracker', 'github_activity_tracker_githubrepository_6f4d8382_update', 'appschemas:4e00391abf9d94ca'),
    ('github_activity_tracker', 'github_activity_tracker_githubrepository_4f1dcaaf_insert', 'appschemas:4b9be330a2f1e3d4'),
    ('github_activity_tracker', 'github_activity_tracker_githubrepository_4f1dcaaf_update', 'appschemas:3c0d520b7b420ec8')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_githubrepository'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['owner_account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_githubrepository.owner_account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("owner_account_id"), UPDATE ("owner_account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_githubrepository.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."owner_account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."owner_account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."owner_account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_holds_v2"(NEW."owner_account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (owner_account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."owner_account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'owner_account_id', CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v2"() IS 'appschemas:952792cbc4e0e6cd Refuses new rows of github_activity_tracker.github_activity_tracker_githubrepository whose owner_account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."owner_account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."owner_account_id" IS NOT NULL AND (OLD."owner_account_id" IS NULL OR NEW."owner_account_id" OPERATOR(pg_catalog.<>) OLD."owner_account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_holds_v2"(NEW."owner_account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (owner_account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."owner_account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'owner_account_id', CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v2"() IS 'appschemas:2183ac0ed80645b2 Refuses a change of github_activity_tracker.github_activity_tracker_githubrepository to owner_account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubrepository" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_holds_v2"(key bigint, there boolean) IS 'appschemas:f05e0c3b42e1b49e Says whether github_activity_tracker.github_activity_tracker_githubrepository holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubrepository" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'owner_account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_githubrepository"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'owner_account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_githubrepository"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_githubrepository'
         AND s.attname OPERATOR(pg_catalog.=) 'owner_account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."owner_account_id" FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c
            WHERE c."owner_account_id" IS NOT NULL AND ($2 IS NULL OR c."owner_account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."owner_account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."owner_account_id" FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c
                   WHERE c."owner_account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."owner_account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."owner_account_id" FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c
       WHERE c."owner_account_id" IS NOT NULL AND ($2 IS NULL OR c."owner_account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:38deb35b39922b50 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_githubrepository holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_githubrepository" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'owner_account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c
             WHERE c."owner_account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:3b531c7881ed433f Counts the rows of github_activity_tracker.github_activity_tracker_githubrepository that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_githubrepository'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v2"() IS 'appschemas:f88236b571598f00 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_githubrepository holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_githubrepository_6f4d8382_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id', 'github_activity_tracker_githubrepository'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_githubrepository".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_githubrepository_6f4d8382_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_githubrepository_6f4d8382_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_githubrepository_6f4d8382_restrict_v2"() IS 'appschemas:4b88d965fc4e1040 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_githubrepository holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_6f4d8382_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_githubrepository_6f4d8382_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:01ca047c969a03b6 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_githubrepository must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_githubrepository_6f4d8382_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_githubrepository" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:5384f46fded77072 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_githubrepository must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_6f4d8382_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_githubrepository_6f4d8382_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:4e00391abf9d94ca Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_githubrepository must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_4f1dcaaf_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:4b9be330a2f1e3d4 New rows of github_activity_tracker.github_activity_tracker_githubrepository: owner_account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_4f1dcaaf_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."owner_account_id" IS DISTINCT FROM NEW."owner_account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:3c0d520b7b420ec8 Changed rows of github_activity_tracker.github_activity_tracker_githubrepository: owner_account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_githubrepository" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_missing_v2"("appschemas_asked"."github_activity_tracker_githubrepository_6f4d8382_keys_v2"('owner_account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_githubrepository.owner_account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_githubrepository.owner_account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_issue_2e3627bc_holds_v2', 'appschemas:a092925631260efa'),
    ('appschemas_asked', 'github_activity_tracker_issue_2e3627bc_keys_v2', 'appschemas:2d580ad3f148d530'),
    ('appschemas_asked', 'github_activity_tracker_issue_2e3627bc_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_issue_2e3627bc_rows_v2', 'appschemas:77b438795b6c3cad'),
    ('appschemas_keys', 'github_activity_tracker_issue_2e3627bc_restrict_truncate_v2', 'appschemas:1bebd52aee6a171e'),
    ('appschemas_keys', 'github_activity_tracker_issue_2e3627bc_restrict_v2', 'appschemas:e85c0f974e393eb4'),
    ('appschemas_keys', 'github_activity_tracker_issue_c8bc98c2_check_insert_v2', 'appschemas:0ed320b6254bdc94'),
    ('appschemas_keys', 'github_activity_tracker_issue_c8bc98c2_check_update_v2', 'appschemas:0c1328ec2731e0d6'),
    ('cppa_user_tracker', 'github_activity_tracker_issue_2e3627bc_delete', 'appschemas:36a18cb804e0da29'),
    ('cppa_user_tracker', 'github_activity_tracker_issue_2e3627bc_truncate', 'appschemas:5cb51d208a401ba6'),
    ('cppa_user_tracker', 'github_activity_tracker_issue_2e3627bc_update', 'appschemas:bf85daadc7be6118'),
    ('github_activity_tracker', 'github_activity_tracker_issue_c8bc98c2_insert', 'appschemas:e6fd57e551adae61'),
    ('github_activity_tracker', 'github_activity_tracker_issue_c8bc98c2_update', 'appschemas:8f4986b54f46d9cd')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_issue" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_issue'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_issue.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_issue" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_issue" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_issue.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."github_activity_tracker_issue_2e3627bc_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issue.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_insert_v2"() IS 'appschemas:0ed320b6254bdc94 Refuses new rows of github_activity_tracker.github_activity_tracker_issue whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_issue_2e3627bc_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issue.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_update_v2"() IS 'appschemas:0c1328ec2731e0d6 Refuses a change of github_activity_tracker.github_activity_tracker_issue to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issue" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_holds_v2"(key bigint, there boolean) IS 'appschemas:a092925631260efa Says whether github_activity_tracker.github_activity_tracker_issue holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issue" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_issue"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_issue"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_issue'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issue" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issue" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issue" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:2d580ad3f148d530 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_issue holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issue" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_issue" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_2e3627bc_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:77b438795b6c3cad Counts the rows of github_activity_tracker.github_activity_tracker_issue that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_issue'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v2"() IS 'appschemas:1bebd52aee6a171e Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_issue holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_issue_2e3627bc_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue.account_id', 'github_activity_tracker_issue'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_issue".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_issue.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_v2"() IS 'appschemas:e85c0f974e393eb4 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_issue holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2e3627bc_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:36a18cb804e0da29 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issue must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_2e3627bc_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_issue" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:5cb51d208a401ba6 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issue must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2e3627bc_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_2e3627bc_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:bf85daadc7be6118 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issue must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_c8bc98c2_insert" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_c8bc98c2_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_c8bc98c2_insert" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:e6fd57e551adae61 New rows of github_activity_tracker.github_activity_tracker_issue: account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_c8bc98c2_update" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_c8bc98c2_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_c8bc98c2_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_c8bc98c2_update" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:8f4986b54f46d9cd Changed rows of github_activity_tracker.github_activity_tracker_issue: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_issue" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(keys bigint[]);
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_update_v1"();
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_issue_2e3627bc_missing_v2"("appschemas_asked"."github_activity_tracker_issue_2e3627bc_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_issue.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_issue.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_issue_assignees_8c679e11_holds_v2', 'appschemas:4909b4837a06c748'),
    ('appschemas_asked', 'github_activity_tracker_issue_assignees_8c679e11_keys_v2', 'appschemas:633b86636ec4d9d1'),
    ('appschemas_asked', 'github_activity_tracker_issue_assignees_8c679e11_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_issue_assignees_8c679e11_rows_v2', 'appschemas:0c5325e6ab041d95'),
    ('appschemas_keys', 'github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v2', 'appschemas:ababafe428e6eb2f'),
    ('appschemas_keys', 'github_activity_tracker_issue_assignee_5fa2b598_check_insert_v2', 'appschemas:4434757c3f4ba9bd'),
    ('appschemas_keys', 'github_activity_tracker_issue_assignee_5fa2b598_check_update_v2', 'appschemas:de40ece03164d23c'),
    ('appschemas_keys', 'github_activity_tracker_issue_assignees_8c679e11_restrict_v2', 'appschemas:c1bc588f29852c9f'),
    ('cppa_user_tracker', 'github_activity_tracker_issue_assignees_8c679e11_delete', 'appschemas:2c9521f5ed96967b'),
    ('cppa_user_tracker', 'github_activity_tracker_issue_assignees_8c679e11_truncate', 'appschemas:1d46a2c1910c06d3'),
    ('cppa_user_tracker', 'github_activity_tracker_issue_assignees_8c679e11_update', 'appschemas:0a39b987899a361d'),
    ('github_activity_tracker', 'github_activity_tracker_issue_assignees_5fa2b598_insert', 'appschemas:b6beabcc63f2f6bb'),
    ('github_activity_tracker', 'github_activity_tracker_issue_assignees_5fa2b598_update', 'appschemas:0b85e6b3bf686ec2')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_issue_assignees" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_issue_assignees'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['githubaccount_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_issue_assignees.githubaccount_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_issue_assignees" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("githubaccount_id"), UPDATE ("githubaccount_id") ON TABLE "github_activity_tracker"."github_activity_tracker_issue_assignees" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_issue_assignees.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubaccount_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."githubaccount_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_holds_v2"(NEW."githubaccount_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v2"() IS 'appschemas:4434757c3f4ba9bd Refuses new rows of github_activity_tracker.github_activity_tracker_issue_assignees whose githubaccount_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubaccount_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL AND (OLD."githubaccount_id" IS NULL OR NEW."githubaccount_id" OPERATOR(pg_catalog.<>) OLD."githubaccount_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_holds_v2"(NEW."githubaccount_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v2"() IS 'appschemas:de40ece03164d23c Refuses a change of github_activity_tracker.github_activity_tracker_issue_assignees to githubaccount_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issue_assignees" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_holds_v2"(key bigint, there boolean) IS 'appschemas:4909b4837a06c748 Says whether github_activity_tracker.github_activity_tracker_issue_assignees holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issue_assignees" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubaccount_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_issue_assignees"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'githubaccount_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_issue_assignees"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_issue_assignees'
         AND s.attname OPERATOR(pg_catalog.=) 'githubaccount_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c
            WHERE c."githubaccount_id" IS NOT NULL AND ($2 IS NULL OR c."githubaccount_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."githubaccount_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c
                   WHERE c."githubaccount_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."githubaccount_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c
       WHERE c."githubaccount_id" IS NOT NULL AND ($2 IS NULL OR c."githubaccount_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:633b86636ec4d9d1 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_issue_assignees holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issue_assignees" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubaccount_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c
             WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:0c5325e6ab041d95 Counts the rows of github_activity_tracker.github_activity_tracker_issue_assignees that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_issue_assignees'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v2"() IS 'appschemas:ababafe428e6eb2f Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_issue_assignees holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignees_8c679e11_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id', 'github_activity_tracker_issue_assignees'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_issue_assignees".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignees_8c679e11_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignees_8c679e11_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignees_8c679e11_restrict_v2"() IS 'appschemas:c1bc588f29852c9f Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_issue_assignees holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_8c679e11_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignees_8c679e11_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:2c9521f5ed96967b Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issue_assignees must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_assignees_8c679e11_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_issue_assignees" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1d46a2c1910c06d3 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issue_assignees must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_8c679e11_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignees_8c679e11_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:0a39b987899a361d Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issue_assignees must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_5fa2b598_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:b6beabcc63f2f6bb New rows of github_activity_tracker.github_activity_tracker_issue_assignees: githubaccount_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_5fa2b598_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:0b85e6b3bf686ec2 Changed rows of github_activity_tracker.github_activity_tracker_issue_assignees: githubaccount_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_issue_assignees" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_missing_v2"("appschemas_asked"."github_activity_tracker_issue_assignees_8c679e11_keys_v2"('githubaccount_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_issue_assignees.githubaccount_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_issue_assignees.githubaccount_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_issuecomment_7fff45ac_holds_v2', 'appschemas:b17c1aab21001ebf'),
    ('appschemas_asked', 'github_activity_tracker_issuecomment_7fff45ac_keys_v2', 'appschemas:26d76855bede8388'),
    ('appschemas_asked', 'github_activity_tracker_issuecomment_7fff45ac_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_issuecomment_7fff45ac_rows_v2', 'appschemas:fc859d9c6f238e2d'),
    ('appschemas_keys', 'github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v2', 'appschemas:9f4681f5d9ce93c2'),
    ('appschemas_keys', 'github_activity_tracker_issuecomment_58178318_check_insert_v2', 'appschemas:da8e6d7a2d60645f'),
    ('appschemas_keys', 'github_activity_tracker_issuecomment_58178318_check_update_v2', 'appschemas:7561e13dfeb924e9'),
    ('appschemas_keys', 'github_activity_tracker_issuecomment_7fff45ac_restrict_v2', 'appschemas:4f1081461309f61e'),
    ('cppa_user_tracker', 'github_activity_tracker_issuecomment_7fff45ac_delete', 'appschemas:7f15195d89883ac0'),
    ('cppa_user_tracker', 'github_activity_tracker_issuecomment_7fff45ac_truncate', 'appschemas:cacbe3ae825943c9'),
    ('cppa_user_tracker', 'github_activity_tracker_issuecomment_7fff45ac_update', 'appschemas:450022af0ae91cc5'),
    ('github_activity_tracker', 'github_activity_tracker_issuecomment_58178318_insert', 'appschemas:bd80d70192105bd4'),
    ('github_activity_tracker', 'github_activity_tracker_issuecomment_58178318_update', 'appschemas:b014dba69eb351d9')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_issuecomment" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_issuecomment'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_issuecomment.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_issuecomment" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_issuecomment" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_issuecomment.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_insert_v2"() IS 'appschemas:da8e6d7a2d60645f Refuses new rows of github_activity_tracker.github_activity_tracker_issuecomment whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_update_v2"() IS 'appschemas:7561e13dfeb924e9 Refuses a change of github_activity_tracker.github_activity_tracker_issuecomment to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issuecomment" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_holds_v2"(key bigint, there boolean) IS 'appschemas:b17c1aab21001ebf Says whether github_activity_tracker.github_activity_tracker_issuecomment holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issuecomment" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_issuecomment"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_issuecomment"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_issuecomment'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:26d76855bede8388 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_issuecomment holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_issuecomment" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:fc859d9c6f238e2d Counts the rows of github_activity_tracker.github_activity_tracker_issuecomment that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_issuecomment'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v2"() IS 'appschemas:9f4681f5d9ce93c2 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_issuecomment holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_7fff45ac_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id', 'github_activity_tracker_issuecomment'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_issuecomment".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_7fff45ac_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_7fff45ac_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_7fff45ac_restrict_v2"() IS 'appschemas:4f1081461309f61e Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_issuecomment holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_7fff45ac_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_7fff45ac_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:7f15195d89883ac0 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issuecomment must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issuecomment_7fff45ac_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_issuecomment" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:cacbe3ae825943c9 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issuecomment must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_7fff45ac_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_7fff45ac_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:450022af0ae91cc5 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_issuecomment must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_58178318_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_58178318_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_58178318_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:bd80d70192105bd4 New rows of github_activity_tracker.github_activity_tracker_issuecomment: account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_58178318_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_58178318_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_issuecomment_58178318_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_58178318_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:b014dba69eb351d9 Changed rows of github_activity_tracker.github_activity_tracker_issuecomment: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_issuecomment" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_missing_v2"("appschemas_asked"."github_activity_tracker_issuecomment_7fff45ac_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_issuecomment.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_issuecomment.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_pullrequest_530a0972_holds_v2', 'appschemas:96f43801ee502222'),
    ('appschemas_asked', 'github_activity_tracker_pullrequest_530a0972_keys_v2', 'appschemas:168b3f793facd988'),
    ('appschemas_asked', 'github_activity_tracker_pullrequest_530a0972_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_pullrequest_530a0972_rows_v2', 'appschemas:a373c359b4acda08'),
    ('appschemas_keys', 'github_activity_tracker_pullreque_530a0972_restrict_truncate_v2', 'appschemas:30f73e925df61d54'),
    ('appschemas_keys', 'github_activity_tracker_pullrequest_530a0972_restrict_v2', 'appschemas:554fd7942fcc2478'),
    ('appschemas_keys', 'github_activity_tracker_pullrequest_c46c302c_check_insert_v2', 'appschemas:1c0b05343d07a751'),
    ('appschemas_keys', 'github_activity_tracker_pullrequest_c46c302c_check_update_v2', 'appschemas:582e62a6c74a1f4c'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequest_530a0972_delete', 'appschemas:f5aeac89e265dff9'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequest_530a0972_truncate', 'appschemas:2b142d3ebfde1ba3'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequest_530a0972_update', 'appschemas:a357d05328263959'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequest_c46c302c_insert', 'appschemas:e0aa0a74dcb9a48d'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequest_c46c302c_update', 'appschemas:b68afe5d6e97b04e')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_pullrequest" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequest'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_pullrequest.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequest" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequest" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_pullrequest.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_insert_v2"() IS 'appschemas:1c0b05343d07a751 Refuses new rows of github_activity_tracker.github_activity_tracker_pullrequest whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_update_v2"() IS 'appschemas:582e62a6c74a1f4c Refuses a change of github_activity_tracker.github_activity_tracker_pullrequest to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequest" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_holds_v2"(key bigint, there boolean) IS 'appschemas:96f43801ee502222 Says whether github_activity_tracker.github_activity_tracker_pullrequest holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequest" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequest"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequest"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequest'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:168b3f793facd988 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_pullrequest holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequest" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_530a0972_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:a373c359b4acda08 Counts the rows of github_activity_tracker.github_activity_tracker_pullrequest that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequest'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v2"() IS 'appschemas:30f73e925df61d54 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_pullrequest holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_530a0972_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_pullrequest_530a0972_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id', 'github_activity_tracker_pullrequest'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequest".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_530a0972_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_530a0972_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_530a0972_restrict_v2"() IS 'appschemas:554fd7942fcc2478 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_pullrequest holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_530a0972_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_530a0972_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:f5aeac89e265dff9 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequest must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_530a0972_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_pullrequest" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:2b142d3ebfde1ba3 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequest must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_530a0972_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_530a0972_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:a357d05328263959 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequest must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c46c302c_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c46c302c_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c46c302c_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:e0aa0a74dcb9a48d New rows of github_activity_tracker.github_activity_tracker_pullrequest: account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c46c302c_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c46c302c_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_c46c302c_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c46c302c_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:b68afe5d6e97b04e Changed rows of github_activity_tracker.github_activity_tracker_pullrequest: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequest" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(keys bigint[]);
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_update_v1"();
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_pullrequest_530a0972_missing_v2"("appschemas_asked"."github_activity_tracker_pullrequest_530a0972_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_pullrequest.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_pullrequest.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_pullrequest_assigne_f3496356_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_pullrequest_assignees_f3496356_holds_v2', 'appschemas:df31c27b9510db81'),
    ('appschemas_asked', 'github_activity_tracker_pullrequest_assignees_f3496356_keys_v2', 'appschemas:c009fb7e8e913e73'),
    ('appschemas_asked', 'github_activity_tracker_pullrequest_assignees_f3496356_rows_v2', 'appschemas:68557dc4852df677'),
    ('appschemas_keys', 'github_activity_tracker_pullreque_f3496356_restrict_truncate_v2', 'appschemas:e00da76e76003f67'),
    ('appschemas_keys', 'github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v2', 'appschemas:16ed2f5770142839'),
    ('appschemas_keys', 'github_activity_tracker_pullrequest_as_944cd9e6_check_update_v2', 'appschemas:9d936e418096cefc'),
    ('appschemas_keys', 'github_activity_tracker_pullrequest_assign_f3496356_restrict_v2', 'appschemas:ddf54e70e452885a'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequest_assignees_f3496356_delete', 'appschemas:4e537d16d974be18'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequest_assignees_f3496356_truncate', 'appschemas:8ade066ce7908956'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequest_assignees_f3496356_update', 'appschemas:c45768da63fd4631'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequest_assignees_944cd9e6_insert', 'appschemas:b83f1fba3437fbc5'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequest_assignees_944cd9e6_update', 'appschemas:be71f54c4b13a85f')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequest_assignees'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['githubaccount_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_pullrequest_assignees.githubaccount_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("githubaccount_id"), UPDATE ("githubaccount_id") ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_pullrequest_assignees.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubaccount_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."githubaccount_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v2"(NEW."githubaccount_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v2"() IS 'appschemas:16ed2f5770142839 Refuses new rows of github_activity_tracker.github_activity_tracker_pullrequest_assignees whose githubaccount_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."githubaccount_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL AND (OLD."githubaccount_id" IS NULL OR NEW."githubaccount_id" OPERATOR(pg_catalog.<>) OLD."githubaccount_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v2"(NEW."githubaccount_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v2"() IS 'appschemas:9d936e418096cefc Refuses a change of github_activity_tracker.github_activity_tracker_pullrequest_assignees to githubaccount_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v2"(key bigint, there boolean) IS 'appschemas:df31c27b9510db81 Says whether github_activity_tracker.github_activity_tracker_pullrequest_assignees holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubaccount_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequest_assignees"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'githubaccount_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequest_assignees"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequest_assignees'
         AND s.attname OPERATOR(pg_catalog.=) 'githubaccount_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c
            WHERE c."githubaccount_id" IS NOT NULL AND ($2 IS NULL OR c."githubaccount_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."githubaccount_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c
                   WHERE c."githubaccount_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."githubaccount_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c
       WHERE c."githubaccount_id" IS NOT NULL AND ($2 IS NULL OR c."githubaccount_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:c009fb7e8e913e73 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_pullrequest_assignees holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'githubaccount_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c
             WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:68557dc4852df677 Counts the rows of github_activity_tracker.github_activity_tracker_pullrequest_assignees that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v2"() IS 'appschemas:e00da76e76003f67 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_pullrequest_assignees holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id', 'github_activity_tracker_pullrequest_assignees'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequest_assignees".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v2"() IS 'appschemas:ddf54e70e452885a Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_pullrequest_assignees holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:4e537d16d974be18 Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequest_assignees must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:8ade066ce7908956 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequest_assignees must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:c45768da63fd4631 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequest_assignees must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:b83f1fba3437fbc5 New rows of github_activity_tracker.github_activity_tracker_pullrequest_assignees: githubaccount_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_944cd9e6_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:be71f54c4b13a85f Changed rows of github_activity_tracker.github_activity_tracker_pullrequest_assignees: githubaccount_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v2"("appschemas_asked"."github_activity_tracker_pullrequest_assignees_f3496356_keys_v2"('githubaccount_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_pullrequest_assignees.githubaccount_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_pullrequestcomment_c90f2177_holds_v2', 'appschemas:41aa4aa223c7aaae'),
    ('appschemas_asked', 'github_activity_tracker_pullrequestcomment_c90f2177_keys_v2', 'appschemas:fcad75b5c156fec5'),
    ('appschemas_asked', 'github_activity_tracker_pullrequestcomment_c90f2177_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_pullrequestcomment_c90f2177_rows_v2', 'appschemas:57f701d773107178'),
    ('appschemas_keys', 'github_activity_tracker_pullreque_c90f2177_restrict_truncate_v2', 'appschemas:393655739a06f015'),
    ('appschemas_keys', 'github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v2', 'appschemas:3e0af040fe0aba85'),
    ('appschemas_keys', 'github_activity_tracker_pullrequestcom_7d062bfc_check_update_v2', 'appschemas:7a34219668b00b7a'),
    ('appschemas_keys', 'github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2', 'appschemas:ed79127235ba4c26'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequestcomment_c90f2177_delete', 'appschemas:59de373ea4b0359c'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequestcomment_c90f2177_truncate', 'appschemas:cad9c0531a6d9115'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequestcomment_c90f2177_update', 'appschemas:fb914ea86cb0a943'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequestcomment_7d062bfc_insert', 'appschemas:00e70fd8691507f3'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequestcomment_7d062bfc_update', 'appschemas:ace1189f1ef6f496')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequestcomment'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_pullrequestcomment.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequestcomment" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequestcomment" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_pullrequestcomment.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v2"() IS 'appschemas:3e0af040fe0aba85 Refuses new rows of github_activity_tracker.github_activity_tracker_pullrequestcomment whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v2"() IS 'appschemas:7a34219668b00b7a Refuses a change of github_activity_tracker.github_activity_tracker_pullrequestcomment to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v2"(key bigint, there boolean) IS 'appschemas:41aa4aa223c7aaae Says whether github_activity_tracker.github_activity_tracker_pullrequestcomment holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequestcomment"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequestcomment"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequestcomment'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:fcad75b5c156fec5 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_pullrequestcomment holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:57f701d773107178 Counts the rows of github_activity_tracker.github_activity_tracker_pullrequestcomment that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v2"() IS 'appschemas:393655739a06f015 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_pullrequestcomment holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id', 'github_activity_tracker_pullrequestcomment'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequestcomment".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2"() IS 'appschemas:ed79127235ba4c26 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_pullrequestcomment holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:59de373ea4b0359c Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequestcomment must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:cad9c0531a6d9115 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequestcomment must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:fb914ea86cb0a943 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequestcomment must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7d062bfc_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:00e70fd8691507f3 New rows of github_activity_tracker.github_activity_tracker_pullrequestcomment: account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7d062bfc_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:ace1189f1ef6f496 Changed rows of github_activity_tracker.github_activity_tracker_pullrequestcomment: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequestcomment" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v2"("appschemas_asked"."github_activity_tracker_pullrequestcomment_c90f2177_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_pullrequestcomment.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_pullrequestcomment.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'github_activity_tracker_pullrequestreview_7638eefe_holds_v2', 'appschemas:5d6e1040fd7ed7db'),
    ('appschemas_asked', 'github_activity_tracker_pullrequestreview_7638eefe_keys_v2', 'appschemas:23bb186923a2f982'),
    ('appschemas_asked', 'github_activity_tracker_pullrequestreview_7638eefe_missing_v2', 'appschemas:3c94303cf5f979cd'),
    ('appschemas_asked', 'github_activity_tracker_pullrequestreview_7638eefe_rows_v2', 'appschemas:0c2f7182d7a9fb89'),
    ('appschemas_keys', 'github_activity_tracker_pullreque_7638eefe_restrict_truncate_v2', 'appschemas:bd7e5d52709f30f6'),
    ('appschemas_keys', 'github_activity_tracker_pullrequestrev_8185f920_check_insert_v2', 'appschemas:329b11c4abfcb28f'),
    ('appschemas_keys', 'github_activity_tracker_pullrequestrev_8185f920_check_update_v2', 'appschemas:9ab187fc777ad702'),
    ('appschemas_keys', 'github_activity_tracker_pullrequestreview_7638eefe_restrict_v2', 'appschemas:d28e7f25092e5753'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequestreview_7638eefe_delete', 'appschemas:e35dcffb2cea6e6b'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequestreview_7638eefe_truncate', 'appschemas:8a2b5975c6b4b311'),
    ('cppa_user_tracker', 'github_activity_tracker_pullrequestreview_7638eefe_update', 'appschemas:ffde3fcbd4dbb51e'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequestreview_8185f920_insert', 'appschemas:8b15ed7daa5cdc96'),
    ('github_activity_tracker', 'github_activity_tracker_pullrequestreview_8185f920_update', 'appschemas:01fd5d47355d8c6a')
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
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
LOCK TABLE "github_activity_tracker"."github_activity_tracker_pullrequestreview" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'github_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequestreview'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['account_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'github_activity_tracker_pullrequestreview.account_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "github_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequestreview" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_githubaccount" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
GRANT SELECT ("account_id"), UPDATE ("account_id") ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequestreview" TO "github_activity_tracker_keys";
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
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_githubaccount" IS NULL$check$,
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
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "github_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_missing_v2"(keys bigint[], there boolean) IS 'appschemas:3c94303cf5f979cd Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_githubaccount has; asked for github_activity_tracker.github_activity_tracker_pullrequestreview.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v2"() RETURNS trigger
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
      IF "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v2"() IS 'appschemas:329b11c4abfcb28f Refuses new rows of github_activity_tracker.github_activity_tracker_pullrequestreview whose account_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."account_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."account_id" IS NOT NULL AND (OLD."account_id" IS NULL OR NEW."account_id" OPERATOR(pg_catalog.<>) OLD."account_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_holds_v2"(NEW."account_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_update_v2"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_update_v2"() IS 'appschemas:9ab187fc777ad702 Refuses a change of github_activity_tracker.github_activity_tracker_pullrequestreview to account_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_holds_v2"(key bigint, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequestreview" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_holds_v2"(key bigint, there boolean) IS 'appschemas:5d6e1040fd7ed7db Says whether github_activity_tracker.github_activity_tracker_pullrequestreview holds this key of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequestreview" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequestreview"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'account_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"github_activity_tracker"."github_activity_tracker_pullrequestreview"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'github_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'github_activity_tracker_pullrequestreview'
         AND s.attname OPERATOR(pg_catalog.=) 'account_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c
            WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."account_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c
                   WHERE c."account_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."account_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c
       WHERE c."account_id" IS NOT NULL AND ($2 IS NULL OR c."account_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:23bb186923a2f982 Lists which keys of cppa_user_tracker.cppa_user_tracker_githubaccount a column of github_activity_tracker.github_activity_tracker_pullrequestreview holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"github_activity_tracker"."github_activity_tracker_pullrequestreview" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'github_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'github_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'account_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c
             WHERE c."account_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:0c2f7182d7a9fb89 Counts the rows of github_activity_tracker.github_activity_tracker_pullrequestreview that hold these keys of cppa_user_tracker.cppa_user_tracker_githubaccount.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v2"() IS 'appschemas:bd7e5d52709f30f6 Refuses to truncate cppa_user_tracker.cppa_user_tracker_githubaccount while github_activity_tracker.github_activity_tracker_pullrequestreview holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id', 'github_activity_tracker_pullrequestreview'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequestreview".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v2"() IS 'appschemas:d28e7f25092e5753 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_githubaccount whose key github_activity_tracker.github_activity_tracker_pullrequestreview holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:e35dcffb2cea6e6b Deleted rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequestreview must not hold their keys.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT WHEN (NULL::"github_activity_tracker"."github_activity_tracker_pullrequestreview" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:8a2b5975c6b4b311 A truncated cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequestreview must hold no key of it.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ffde3fcbd4dbb51e Re-keyed rows of cppa_user_tracker.cppa_user_tracker_githubaccount: github_activity_tracker.github_activity_tracker_pullrequestreview must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_8185f920_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_8185f920_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_8185f920_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:8b15ed7daa5cdc96 New rows of github_activity_tracker.github_activity_tracker_pullrequestreview: account_id must be there.';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_8185f920_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_8185f920_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "appschemas_keys"."github_activity_tracker_pullrequestrev_8185f920_check_update_v2"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_8185f920_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:01fd5d47355d8c6a Changed rows of github_activity_tracker.github_activity_tracker_pullrequestreview: account_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "github_activity_tracker_keys", "cppa_user_tracker_owner", "github_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "github_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "github_activity_tracker"."github_activity_tracker_pullrequestreview" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "github_activity_tracker_owner";
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_missing_v2"("appschemas_asked"."github_activity_tracker_pullrequestreview_7638eefe_keys_v2"('account_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'github_activity_tracker_pullrequestreview.account_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "github_activity_tracker_pullrequestreview.account_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
