-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_slack_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'cppa_slack_tracker_keys', 'cppa_slack_tracker_owner',
    'cppa_user_tracker_keys', 'cppa_user_tracker_owner']::text[])
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

-- cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'cppa_slack_tracker_slackchannel_5897a2a6_holds_v2', 'appschemas:5066aeaa36babf90'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannel_5897a2a6_keys_v2', 'appschemas:ff0d29533eba4126'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannel_5897a2a6_missing_v2', 'appschemas:78f9b27e32e5591a'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannel_5897a2a6_rows_v2', 'appschemas:95f60e98e9370449'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v2', 'appschemas:65696b5dc1479d7c'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2', 'appschemas:c50e54b19c4345f9'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannel_98ac6683_check_insert_v2', 'appschemas:4fafb1bc58dd8ada'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannel_98ac6683_check_update_v2', 'appschemas:cd2e31a11e69f22a'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackchannel_98ac6683_insert', 'appschemas:76727dc9d3f6442b'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackchannel_98ac6683_update', 'appschemas:5f296f7b1a2d7676'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannel_5897a2a6_delete', 'appschemas:a4c81f18c92728ac'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannel_5897a2a6_truncate', 'appschemas:1be7fe8903cede97'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannel_5897a2a6_update', 'appschemas:5a392492f5b28ffd')
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
SET LOCAL ROLE "cppa_slack_tracker_owner";
LOCK TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'cppa_slack_tracker' AND c.relname OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackchannel'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['creator_user_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'cppa_slack_tracker_slackchannel.creator_user_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_slack_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" TO "cppa_user_tracker_owner";
GRANT SELECT ("creator_user_id"), UPDATE ("creator_user_id") ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" TO "cppa_slack_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v2"(key bigint, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v2"(key bigint, there boolean) IS 'appschemas:5066aeaa36babf90 Says whether cppa_slack_tracker.cppa_slack_tracker_slackchannel holds this key of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'creator_user_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackchannel"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'creator_user_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackchannel"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'cppa_slack_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackchannel'
         AND s.attname OPERATOR(pg_catalog.=) 'creator_user_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."creator_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c
            WHERE c."creator_user_id" IS NOT NULL AND ($2 IS NULL OR c."creator_user_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."creator_user_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."creator_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c
                   WHERE c."creator_user_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."creator_user_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."creator_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c
       WHERE c."creator_user_id" IS NOT NULL AND ($2 IS NULL OR c."creator_user_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:ff0d29533eba4126 Lists which keys of cppa_user_tracker.cppa_user_tracker_slackuser a column of cppa_slack_tracker.cppa_slack_tracker_slackchannel holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'creator_user_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c
             WHERE c."creator_user_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:95f60e98e9370449 Counts the rows of cppa_slack_tracker.cppa_slack_tracker_slackchannel that hold these keys of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannel" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'cppa_slack_tracker_slackchannel'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannel" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v2"() IS 'appschemas:65696b5dc1479d7c Refuses to truncate cppa_user_tracker.cppa_user_tracker_slackuser while cppa_slack_tracker.cppa_slack_tracker_slackchannel holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannel" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannel.creator_user_id', 'cppa_slack_tracker_slackchannel'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "cppa_slack_tracker.cppa_slack_tracker_slackchannel".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'cppa_slack_tracker_slackchannel.creator_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2"() IS 'appschemas:c50e54b19c4345f9 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_slackuser whose key cppa_slack_tracker.cppa_slack_tracker_slackchannel holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_slackuser"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_slackuser" IS NULL$check$,
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
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "cppa_slack_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v2"(keys bigint[], there boolean) IS 'appschemas:78f9b27e32e5591a Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_slackuser has; asked for cppa_slack_tracker.cppa_slack_tracker_slackchannel.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."creator_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."creator_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."creator_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v2"(NEW."creator_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannel.creator_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (creator_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."creator_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'creator_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannel.creator_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v2"() IS 'appschemas:4fafb1bc58dd8ada Refuses new rows of cppa_slack_tracker.cppa_slack_tracker_slackchannel whose creator_user_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."creator_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."creator_user_id" IS NOT NULL AND (OLD."creator_user_id" IS NULL OR NEW."creator_user_id" OPERATOR(pg_catalog.<>) OLD."creator_user_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v2"(NEW."creator_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannel.creator_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (creator_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."creator_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'creator_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannel.creator_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v2"() IS 'appschemas:cd2e31a11e69f22a Refuses a change of cppa_slack_tracker.cppa_slack_tracker_slackchannel to creator_user_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_98ac6683_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:76727dc9d3f6442b New rows of cppa_slack_tracker.cppa_slack_tracker_slackchannel: creator_user_id must be there.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_98ac6683_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."creator_user_id" IS DISTINCT FROM NEW."creator_user_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:5f296f7b1a2d7676 Changed rows of cppa_slack_tracker.cppa_slack_tracker_slackchannel: creator_user_id must be there.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:a4c81f18c92728ac Deleted rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannel must not hold their keys.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT WHEN (NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:1be7fe8903cede97 A truncated cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannel must hold no key of it.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:5a392492f5b28ffd Re-keyed rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannel must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
REVOKE USAGE ON SCHEMA "cppa_slack_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" FROM "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(keys bigint[]);
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v2"("appschemas_asked"."cppa_slack_tracker_slackchannel_5897a2a6_keys_v2"('creator_user_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'cppa_slack_tracker_slackchannel.creator_user_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "cppa_slack_tracker_slackchannel.creator_user_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2', 'appschemas:3722e130029b23f1'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_keys_v2', 'appschemas:7674bcdd585e52d7'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2', 'appschemas:78f9b27e32e5591a'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_rows_v2', 'appschemas:50dd1f5cbd0d499d'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v2', 'appschemas:99e8f75b314f4400'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v2', 'appschemas:6b894163506abee4'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v2', 'appschemas:7487ed107f5d3dbb'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2', 'appschemas:d600331cb78685ea'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackchannelmembership_61215d66_insert', 'appschemas:733ac4e3918b2d02'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackchannelmembership_61215d66_update', 'appschemas:e4603ff2a14d4abd'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_delete', 'appschemas:ca5507396afffb8d'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate', 'appschemas:2f28e14688a43b31'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannelmembership_226d6c6f_update', 'appschemas:3421cc3c513a1633')
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
SET LOCAL ROLE "cppa_slack_tracker_owner";
LOCK TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'cppa_slack_tracker' AND c.relname OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackchannelmembership'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['slack_user_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'cppa_slack_tracker_slackchannelmembership.slack_user_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_slack_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" TO "cppa_user_tracker_owner";
GRANT SELECT ("slack_user_id"), UPDATE ("slack_user_id") ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" TO "cppa_slack_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2"(key bigint, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2"(key bigint, there boolean) IS 'appschemas:3722e130029b23f1 Says whether cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership holds this key of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'slack_user_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'slack_user_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'cppa_slack_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackchannelmembership'
         AND s.attname OPERATOR(pg_catalog.=) 'slack_user_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c
            WHERE c."slack_user_id" IS NOT NULL AND ($2 IS NULL OR c."slack_user_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."slack_user_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c
                   WHERE c."slack_user_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."slack_user_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c
       WHERE c."slack_user_id" IS NOT NULL AND ($2 IS NULL OR c."slack_user_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:7674bcdd585e52d7 Lists which keys of cppa_user_tracker.cppa_user_tracker_slackuser a column of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'slack_user_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c
             WHERE c."slack_user_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:50dd1f5cbd0d499d Counts the rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership that hold these keys of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembership'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v2"() IS 'appschemas:99e8f75b314f4400 Refuses to truncate cppa_user_tracker.cppa_user_tracker_slackuser while cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembership.slack_user_id', 'cppa_slack_tracker_slackchannelmembership'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'cppa_slack_tracker_slackchannelmembership.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2"() IS 'appschemas:d600331cb78685ea Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_slackuser whose key cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_slackuser"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_slackuser" IS NULL$check$,
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
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "cppa_slack_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2"(keys bigint[], there boolean) IS 'appschemas:78f9b27e32e5591a Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_slackuser has; asked for cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."slack_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2"(NEW."slack_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannelmembership.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v2"() IS 'appschemas:6b894163506abee4 Refuses new rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership whose slack_user_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."slack_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL AND (OLD."slack_user_id" IS NULL OR NEW."slack_user_id" OPERATOR(pg_catalog.<>) OLD."slack_user_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v2"(NEW."slack_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannelmembership.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v2"() IS 'appschemas:7487ed107f5d3dbb Refuses a change of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership to slack_user_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_61215d66_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:733ac4e3918b2d02 New rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership: slack_user_id must be there.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_61215d66_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:e4603ff2a14d4abd Changed rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership: slack_user_id must be there.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:ca5507396afffb8d Deleted rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership must not hold their keys.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT WHEN (NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:2f28e14688a43b31 A truncated cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership must hold no key of it.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:3421cc3c513a1633 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
REVOKE USAGE ON SCHEMA "cppa_slack_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" FROM "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v2"("appschemas_asked"."cppa_slack_tracker_slackchannelmembership_226d6c6f_keys_v2"('slack_user_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "cppa_slack_tracker_slackchannelmembership.slack_user_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2', 'appschemas:78f9b27e32e5591a'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2', 'appschemas:6b4abdba2a737160'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys_v2', 'appschemas:af0ea24e39e5be92'),
    ('appschemas_asked', 'cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_rows_v2', 'appschemas:b9bb21b989777143'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v2', 'appschemas:ee408ea2b4b3a014'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v2', 'appschemas:b2059b72edad2d0b'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v2', 'appschemas:d4d4ea35ca59b7d9'),
    ('appschemas_keys', 'cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2', 'appschemas:8b654ffd04f3495f'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert', 'appschemas:06d228c8863212ee'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackchannelmembershipchange_7196f119_update', 'appschemas:2fdc9584ac5e4f64'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate', 'appschemas:36ceca5f6ec29f45'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete', 'appschemas:eed50cab69a5547c'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update', 'appschemas:6fe6b71daf022812')
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
SET LOCAL ROLE "cppa_slack_tracker_owner";
LOCK TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'cppa_slack_tracker' AND c.relname OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackchannelmembershipchangelog'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['slack_user_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_slack_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" TO "cppa_user_tracker_owner";
GRANT SELECT ("slack_user_id"), UPDATE ("slack_user_id") ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" TO "cppa_slack_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2"(key bigint, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2"(key bigint, there boolean) IS 'appschemas:6b4abdba2a737160 Says whether cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog holds this key of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'slack_user_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'slack_user_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'cppa_slack_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackchannelmembershipchangelog'
         AND s.attname OPERATOR(pg_catalog.=) 'slack_user_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c
            WHERE c."slack_user_id" IS NOT NULL AND ($2 IS NULL OR c."slack_user_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."slack_user_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c
                   WHERE c."slack_user_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."slack_user_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c
       WHERE c."slack_user_id" IS NOT NULL AND ($2 IS NULL OR c."slack_user_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:af0ea24e39e5be92 Lists which keys of cppa_user_tracker.cppa_user_tracker_slackuser a column of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'slack_user_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c
             WHERE c."slack_user_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:b9bb21b989777143 Counts the rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog that hold these keys of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembershipchangelog'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v2"() IS 'appschemas:ee408ea2b4b3a014 Refuses to truncate cppa_user_tracker.cppa_user_tracker_slackuser while cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id', 'cppa_slack_tracker_slackchannelmembershipchangelog'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2"() IS 'appschemas:8b654ffd04f3495f Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_slackuser whose key cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_slackuser"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_slackuser" IS NULL$check$,
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
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "cppa_slack_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2"(keys bigint[], there boolean) IS 'appschemas:78f9b27e32e5591a Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_slackuser has; asked for cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."slack_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2"(NEW."slack_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v2"() IS 'appschemas:b2059b72edad2d0b Refuses new rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog whose slack_user_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."slack_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL AND (OLD."slack_user_id" IS NULL OR NEW."slack_user_id" OPERATOR(pg_catalog.<>) OLD."slack_user_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v2"(NEW."slack_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v2"() IS 'appschemas:d4d4ea35ca59b7d9 Refuses a change of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog to slack_user_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:06d228c8863212ee New rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog: slack_user_id must be there.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:2fdc9584ac5e4f64 Changed rows of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog: slack_user_id must be there.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT WHEN (NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:36ceca5f6ec29f45 A truncated cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog must hold no key of it.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:eed50cab69a5547c Deleted rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog must not hold their keys.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:6fe6b71daf022812 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
REVOKE USAGE ON SCHEMA "cppa_slack_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" FROM "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"();
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v2"("appschemas_asked"."cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys_v2"('slack_user_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif

-- cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'cppa_slack_tracker_slackmessage_b6b0833f_holds_v2', 'appschemas:9698735c89a77b59'),
    ('appschemas_asked', 'cppa_slack_tracker_slackmessage_b6b0833f_keys_v2', 'appschemas:0cd42e3eef8f6ad6'),
    ('appschemas_asked', 'cppa_slack_tracker_slackmessage_b6b0833f_missing_v2', 'appschemas:78f9b27e32e5591a'),
    ('appschemas_asked', 'cppa_slack_tracker_slackmessage_b6b0833f_rows_v2', 'appschemas:d9a95155988e8174'),
    ('appschemas_keys', 'cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v2', 'appschemas:92e6abf5d08ce3bb'),
    ('appschemas_keys', 'cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v2', 'appschemas:9c02f63fbff77146'),
    ('appschemas_keys', 'cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v2', 'appschemas:6d902ecaabbb9161'),
    ('appschemas_keys', 'cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2', 'appschemas:783b3be370f357b3'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackmessage_9fc6f7dc_insert', 'appschemas:6055b8d6566d2ab7'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_slackmessage_9fc6f7dc_update', 'appschemas:900beaa714eb915c'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackmessage_b6b0833f_delete', 'appschemas:01da2814a8d677a4'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackmessage_b6b0833f_truncate', 'appschemas:f0219f77e6466c0b'),
    ('cppa_user_tracker', 'cppa_slack_tracker_slackmessage_b6b0833f_update', 'appschemas:e6f06a288b3619c3')
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
SET LOCAL ROLE "cppa_slack_tracker_owner";
LOCK TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'cppa_slack_tracker' AND c.relname OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackmessage'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['slack_user_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'cppa_slack_tracker_slackmessage.slack_user_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_slack_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" TO "cppa_user_tracker_owner";
GRANT SELECT ("slack_user_id"), UPDATE ("slack_user_id") ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" TO "cppa_slack_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_slackuser" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v2"(key bigint, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v2"(key bigint, there boolean) IS 'appschemas:9698735c89a77b59 Says whether cppa_slack_tracker.cppa_slack_tracker_slackmessage holds this key of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'slack_user_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackmessage"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'slack_user_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"cppa_slack_tracker"."cppa_slack_tracker_slackmessage"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'cppa_slack_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'cppa_slack_tracker_slackmessage'
         AND s.attname OPERATOR(pg_catalog.=) 'slack_user_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c
            WHERE c."slack_user_id" IS NOT NULL AND ($2 IS NULL OR c."slack_user_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."slack_user_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c
                   WHERE c."slack_user_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."slack_user_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c
       WHERE c."slack_user_id" IS NOT NULL AND ($2 IS NULL OR c."slack_user_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:0cd42e3eef8f6ad6 Lists which keys of cppa_user_tracker.cppa_user_tracker_slackuser a column of cppa_slack_tracker.cppa_slack_tracker_slackmessage holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'cppa_slack_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'cppa_slack_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'slack_user_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c
             WHERE c."slack_user_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:d9a95155988e8174 Counts the rows of cppa_slack_tracker.cppa_slack_tracker_slackmessage that hold these keys of cppa_user_tracker.cppa_user_tracker_slackuser.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'cppa_slack_tracker_slackmessage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackmessage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v2"() IS 'appschemas:6d902ecaabbb9161 Refuses to truncate cppa_user_tracker.cppa_user_tracker_slackuser while cppa_slack_tracker.cppa_slack_tracker_slackmessage holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackmessage.slack_user_id', 'cppa_slack_tracker_slackmessage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "cppa_slack_tracker.cppa_slack_tracker_slackmessage".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'cppa_slack_tracker_slackmessage.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2"() IS 'appschemas:783b3be370f357b3 Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_slackuser whose key cppa_slack_tracker.cppa_slack_tracker_slackmessage holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_slackuser"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_slackuser" IS NULL$check$,
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
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "cppa_slack_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v2"(keys bigint[], there boolean) IS 'appschemas:78f9b27e32e5591a Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_slackuser has; asked for cppa_slack_tracker.cppa_slack_tracker_slackmessage.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."slack_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v2"(NEW."slack_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackmessage.slack_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackmessage.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v2"() IS 'appschemas:92e6abf5d08ce3bb Refuses new rows of cppa_slack_tracker.cppa_slack_tracker_slackmessage whose slack_user_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."slack_user_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL AND (OLD."slack_user_id" IS NULL OR NEW."slack_user_id" OPERATOR(pg_catalog.<>) OLD."slack_user_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v2"(NEW."slack_user_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_slack_tracker_slackmessage.slack_user_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackmessage.slack_user_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v2"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v2"() IS 'appschemas:9c02f63fbff77146 Refuses a change of cppa_slack_tracker.cppa_slack_tracker_slackmessage to slack_user_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:6055b8d6566d2ab7 New rows of cppa_slack_tracker.cppa_slack_tracker_slackmessage: slack_user_id must be there.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_9fc6f7dc_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:900beaa714eb915c Changed rows of cppa_slack_tracker.cppa_slack_tracker_slackmessage: slack_user_id must be there.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:01da2814a8d677a4 Deleted rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackmessage must not hold their keys.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT WHEN (NULL::"cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:f0219f77e6466c0b A truncated cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackmessage must hold no key of it.';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v2"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:e6f06a288b3619c3 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_slackuser: cppa_slack_tracker.cppa_slack_tracker_slackmessage must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_slack_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_slack_tracker_owner";
REVOKE USAGE ON SCHEMA "cppa_slack_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" FROM "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v2"("appschemas_asked"."cppa_slack_tracker_slackmessage_b6b0833f_keys_v2"('slack_user_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'cppa_slack_tracker_slackmessage.slack_user_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "cppa_slack_tracker_slackmessage.slack_user_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
