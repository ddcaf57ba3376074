-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_mailing_list_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'boost_mailing_list_tracker_keys',
    'boost_mailing_list_tracker_owner', 'cppa_user_tracker_keys', 'cppa_user_tracker_owner']::text[])
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

-- boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage.sender_id -> cppa_user_tracker.cppa_user_tracker_mailinglistprofile.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2', 'appschemas:389ca6a08500b178'),
    ('appschemas_asked', 'boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2', 'appschemas:eba68fdc06307e27'),
    ('appschemas_asked', 'boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys_v2', 'appschemas:abb0a5343d6df006'),
    ('appschemas_asked', 'boost_mailing_list_tracker_mailinglistmessage_dfa73c18_rows_v2', 'appschemas:fadb6c6b3977f6bd'),
    ('appschemas_keys', 'boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v2', 'appschemas:ae17ddf99d949317'),
    ('appschemas_keys', 'boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v2', 'appschemas:64e89bee05587158'),
    ('appschemas_keys', 'boost_mailing_list_tracker_mailinglist_07060a14_check_update_v2', 'appschemas:f4228bfcbc4751fc'),
    ('appschemas_keys', 'boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2', 'appschemas:a64783c9c6e148ab'),
    ('boost_mailing_list_tracker', 'boost_mailing_list_tracker_mailinglistmessage_07060a14_insert', 'appschemas:7c36b524e21b7b19'),
    ('boost_mailing_list_tracker', 'boost_mailing_list_tracker_mailinglistmessage_07060a14_update', 'appschemas:ceeffe4a2b2ed034'),
    ('cppa_user_tracker', 'boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete', 'appschemas:f575cb5f5fc426da'),
    ('cppa_user_tracker', 'boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate', 'appschemas:2bf3bbbe6c134cc8'),
    ('cppa_user_tracker', 'boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update', 'appschemas:adb5db2766a8ffd6')
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
SET LOCAL ROLE "boost_mailing_list_tracker_owner";
LOCK TABLE "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "boost_mailing_list_tracker_owner";
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'boost_mailing_list_tracker' AND c.relname OPERATOR(pg_catalog.=) 'boost_mailing_list_tracker_mailinglistmessage'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['sender_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'boost_mailing_list_tracker_mailinglistmessage.sender_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "boost_mailing_list_tracker_keys", "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "boost_mailing_list_tracker_keys", "cppa_user_tracker_keys", "boost_mailing_list_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_mailing_list_tracker_owner";
GRANT USAGE ON SCHEMA "boost_mailing_list_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" TO "cppa_user_tracker_owner";
GRANT SELECT ("sender_id"), UPDATE ("sender_id") ON TABLE "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" TO "boost_mailing_list_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "boost_mailing_list_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2"(key bigint, there boolean DEFAULT NULL::"boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_mailing_list_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_mailing_list_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2"(key bigint, there boolean) IS 'appschemas:eba68fdc06307e27 Says whether boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage holds this key of cppa_user_tracker.cppa_user_tracker_mailinglistprofile.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_mailing_list_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_mailing_list_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'sender_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'sender_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'boost_mailing_list_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'boost_mailing_list_tracker_mailinglistmessage'
         AND s.attname OPERATOR(pg_catalog.=) 'sender_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."sender_id" FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c
            WHERE c."sender_id" IS NOT NULL AND ($2 IS NULL OR c."sender_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."sender_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."sender_id" FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c
                   WHERE c."sender_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."sender_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."sender_id" FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c
       WHERE c."sender_id" IS NOT NULL AND ($2 IS NULL OR c."sender_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:abb0a5343d6df006 Lists which keys of cppa_user_tracker.cppa_user_tracker_mailinglistprofile a column of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'boost_mailing_list_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'boost_mailing_list_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'sender_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c
             WHERE c."sender_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:fadb6c6b3977f6bd Counts the rows of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage that hold these keys of cppa_user_tracker.cppa_user_tracker_mailinglistprofile.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_mailing_list_tracker_mailinglistmessage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v2"() IS 'appschemas:ae17ddf99d949317 Refuses to truncate cppa_user_tracker.cppa_user_tracker_mailinglistprofile while boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_mailing_list_tracker_mailinglistmessage.sender_id', 'boost_mailing_list_tracker_mailinglistmessage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_mailing_list_tracker_mailinglistmessage.sender_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2"() IS 'appschemas:a64783c9c6e148ab Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_mailinglistprofile whose key boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_mailinglistprofile"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS NULL$check$,
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
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "boost_mailing_list_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2"(keys bigint[], there boolean) IS 'appschemas:389ca6a08500b178 Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_mailinglistprofile has; asked for boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."sender_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."sender_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."sender_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."sender_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."sender_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2"(NEW."sender_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_mailing_list_tracker_mailinglistmessage.sender_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (sender_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_mailinglistprofile".', NEW."sender_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'sender_id', CONSTRAINT = 'boost_mailing_list_tracker_mailinglistmessage.sender_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v2"() TO "boost_mailing_list_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v2"() IS 'appschemas:64e89bee05587158 Refuses new rows of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage whose sender_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."sender_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."sender_id" IS NOT NULL AND (OLD."sender_id" IS NULL OR NEW."sender_id" OPERATOR(pg_catalog.<>) OLD."sender_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."sender_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v2"(NEW."sender_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_mailing_list_tracker_mailinglistmessage.sender_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (sender_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_mailinglistprofile".', NEW."sender_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'sender_id', CONSTRAINT = 'boost_mailing_list_tracker_mailinglistmessage.sender_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v2"() TO "boost_mailing_list_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v2"() IS 'appschemas:f4228bfcbc4751fc Refuses a change of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage to sender_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "boost_mailing_list_tracker_owner";
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_07060a14_insert" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_insert" AFTER INSERT ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v2"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_insert" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS 'appschemas:7c36b524e21b7b19 New rows of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage: sender_id must be there.';
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_07060a14_update" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_update" AFTER UPDATE ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."sender_id" IS DISTINCT FROM NEW."sender_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v2"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_update" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS 'appschemas:ceeffe4a2b2ed034 Changed rows of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage: sender_id must be there.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS 'appschemas:f575cb5f5fc426da Deleted rows of cppa_user_tracker.cppa_user_tracker_mailinglistprofile: boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage must not hold their keys.';
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile";
CREATE TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile"
  FOR EACH STATEMENT WHEN (NULL::"boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v2"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS 'appschemas:2bf3bbbe6c134cc8 A truncated cppa_user_tracker.cppa_user_tracker_mailinglistprofile: boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage must hold no key of it.';
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v2"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS 'appschemas:adb5db2766a8ffd6 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_mailinglistprofile: boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "boost_mailing_list_tracker_keys", "cppa_user_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "boost_mailing_list_tracker_keys", "cppa_user_tracker_keys", "boost_mailing_list_tracker_owner", "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "boost_mailing_list_tracker_owner";
REVOKE USAGE ON SCHEMA "boost_mailing_list_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" FROM "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"();
DROP FUNCTION IF EXISTS "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(key bigint);
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v2"("appschemas_asked"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys_v2"('sender_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'boost_mailing_list_tracker_mailinglistmessage.sender_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "boost_mailing_list_tracker_mailinglistmessage.sender_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage.sender_id -> cppa_user_tracker.cppa_user_tracker_mailinglistprofile.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
