-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that discord_activity_tracker holds of other schemas.
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
    'discord_activity_tracker_keys', 'discord_activity_tracker_owner']::text[])
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

-- discord_activity_tracker.discord_activity_tracker_discordmessage.author_id -> cppa_user_tracker.cppa_user_tracker_discordprofile.baseprofile_ptr_id
SELECT count(*) > 0 AS is_due
  FROM (VALUES
    ('appschemas_asked', 'discord_activity_tracker_discordmessage_0fb86b9f_holds_v2', 'appschemas:c85b309cde9ed094'),
    ('appschemas_asked', 'discord_activity_tracker_discordmessage_0fb86b9f_keys_v2', 'appschemas:775a1a94eaeaebb6'),
    ('appschemas_asked', 'discord_activity_tracker_discordmessage_0fb86b9f_missing_v2', 'appschemas:76250c31fe97b675'),
    ('appschemas_asked', 'discord_activity_tracker_discordmessage_0fb86b9f_rows_v2', 'appschemas:a014ef12f2f22817'),
    ('appschemas_keys', 'discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v2', 'appschemas:6853f83f94926dfc'),
    ('appschemas_keys', 'discord_activity_tracker_discordmessag_afef245c_check_insert_v2', 'appschemas:bc827c68f7adca4d'),
    ('appschemas_keys', 'discord_activity_tracker_discordmessag_afef245c_check_update_v2', 'appschemas:b8b46448399990ad'),
    ('appschemas_keys', 'discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2', 'appschemas:06698407ab877ecc'),
    ('cppa_user_tracker', 'discord_activity_tracker_discordmessage_0fb86b9f_delete', 'appschemas:f34995053b6da781'),
    ('cppa_user_tracker', 'discord_activity_tracker_discordmessage_0fb86b9f_truncate', 'appschemas:691ce98c6deaf9da'),
    ('cppa_user_tracker', 'discord_activity_tracker_discordmessage_0fb86b9f_update', 'appschemas:7aece67ee7105088'),
    ('discord_activity_tracker', 'discord_activity_tracker_discordmessage_afef245c_insert', 'appschemas:e9d9fafb85d87289'),
    ('discord_activity_tracker', 'discord_activity_tracker_discordmessage_afef245c_update', 'appschemas:634aa2ce5204da4b')
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
LOCK TABLE "cppa_user_tracker"."cppa_user_tracker_discordprofile" IN SHARE ROW EXCLUSIVE MODE;
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_owner";
LOCK TABLE "discord_activity_tracker"."discord_activity_tracker_discordmessage" IN SHARE ROW EXCLUSIVE MODE;
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
   WHERE n.nspname OPERATOR(pg_catalog.=) 'discord_activity_tracker' AND c.relname OPERATOR(pg_catalog.=) 'discord_activity_tracker_discordmessage'
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY['author_id']::pg_catalog.name[])
     AND (a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) 'extensions');
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        'discord_activity_tracker_discordmessage.author_id', found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;
END
$check$;
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" TO "cppa_user_tracker_keys", "discord_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_keys" TO "cppa_user_tracker_keys", "discord_activity_tracker_keys", "cppa_user_tracker_owner", "discord_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_owner";
GRANT USAGE ON SCHEMA "discord_activity_tracker" TO "cppa_user_tracker_owner";
GRANT TRIGGER ON TABLE "discord_activity_tracker"."discord_activity_tracker_discordmessage" TO "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
GRANT SELECT ("baseprofile_ptr_id"), UPDATE ("baseprofile_ptr_id") ON TABLE "cppa_user_tracker"."cppa_user_tracker_discordprofile" TO "cppa_user_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_owner";
GRANT SELECT ("author_id"), UPDATE ("author_id") ON TABLE "discord_activity_tracker"."discord_activity_tracker_discordmessage" TO "discord_activity_tracker_keys";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_keys";
DO $check__$
DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = '"cppa_user_tracker"."cppa_user_tracker_discordprofile"'::pg_catalog.regclass AND a.attname = 'baseprofile_ptr_id'
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat($check$CREATE OR REPLACE FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v2"(keys bigint[], there boolean DEFAULT NULL::"cppa_user_tracker"."cppa_user_tracker_discordprofile" IS NULL$check$,
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
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
$check$$check_$);
END $check__$;
REVOKE ALL ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v2"(keys bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v2"(keys bigint[], there boolean) TO "appschemas_migrator_keys", "discord_activity_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v2"(keys bigint[], there boolean) IS 'appschemas:76250c31fe97b675 Says which of these keys no row of cppa_user_tracker.cppa_user_tracker_discordprofile has; asked for discord_activity_tracker.discord_activity_tracker_discordmessage.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_insert_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."author_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF (NEW."author_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."author_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."author_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."author_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v2"(NEW."author_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'discord_activity_tracker_discordmessage.author_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (author_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_discordprofile".', NEW."author_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'author_id', CONSTRAINT = 'discord_activity_tracker_discordmessage.author_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_insert_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_insert_v2"() TO "discord_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_insert_v2"() IS 'appschemas:bc827c68f7adca4d Refuses new rows of discord_activity_tracker.discord_activity_tracker_discordmessage whose author_id nobody has in cppa_user_tracker.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_update_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER 
AS $check$BEGIN
  IF pg_catalog.pg_typeof(NEW."author_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW."author_id" IS NOT NULL AND (OLD."author_id" IS NULL OR NEW."author_id" OPERATOR(pg_catalog.<>) OLD."author_id") THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."author_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v2"(NEW."author_id", true) THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'discord_activity_tracker_discordmessage.author_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (author_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_discordprofile".', NEW."author_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'author_id', CONSTRAINT = 'discord_activity_tracker_discordmessage.author_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_update_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_update_v2"() TO "discord_activity_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_update_v2"() IS 'appschemas:b8b46448399990ad Refuses a change of discord_activity_tracker.discord_activity_tracker_discordmessage to author_id that nobody has in cppa_user_tracker.';
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_keys";
CREATE OR REPLACE FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v2"(key bigint, there boolean DEFAULT NULL::"discord_activity_tracker"."discord_activity_tracker_discordmessage" IS NULL) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'discord_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'discord_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN EXISTS (SELECT FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v2"(key bigint, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v2"(key bigint, there boolean) TO "cppa_user_tracker_keys";
COMMENT ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v2"(key bigint, there boolean) IS 'appschemas:c85b309cde9ed094 Says whether discord_activity_tracker.discord_activity_tracker_discordmessage holds this key of cppa_user_tracker.cppa_user_tracker_discordprofile.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_keys_v2"(col text, last bigint, size integer, there boolean DEFAULT NULL::"discord_activity_tracker"."discord_activity_tracker_discordmessage" IS NULL) RETURNS bigint[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'discord_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'discord_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'author_id' THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_index i
         JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
        WHERE i.indrelid OPERATOR(pg_catalog.=) '"discord_activity_tracker"."discord_activity_tracker_discordmessage"'::pg_catalog.regclass
          AND a.attname OPERATOR(pg_catalog.=) 'author_id' AND i.indisvalid AND i.indpred IS NULL
          AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
      AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
          THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
          ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
        FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
       WHERE r.oid OPERATOR(pg_catalog.=) '"discord_activity_tracker"."discord_activity_tracker_discordmessage"'::pg_catalog.regclass
         AND s.schemaname OPERATOR(pg_catalog.=) 'discord_activity_tracker'
         AND s.tablename OPERATOR(pg_catalog.=) 'discord_activity_tracker_discordmessage'
         AND s.attname OPERATOR(pg_catalog.=) 'author_id'), false)
    THEN
      RETURN ARRAY(
        WITH RECURSIVE walk(key) AS (
          (SELECT c."author_id" FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c
            WHERE c."author_id" IS NOT NULL AND ($2 IS NULL OR c."author_id" OPERATOR(pg_catalog.>) $2)
            ORDER BY c."author_id" LIMIT 1)
          UNION ALL
          SELECT (SELECT c."author_id" FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c
                   WHERE c."author_id" OPERATOR(pg_catalog.>) w.key
                   ORDER BY c."author_id" LIMIT 1)
            FROM walk w WHERE w.key IS NOT NULL)
        SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c."author_id" FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c
       WHERE c."author_id" IS NOT NULL AND ($2 IS NULL OR c."author_id" OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_keys_v2"(col text, last bigint, size integer, there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_keys_v2"(col text, last bigint, size integer, there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_keys_v2"(col text, last bigint, size integer, there boolean) IS 'appschemas:775a1a94eaeaebb6 Lists which keys of cppa_user_tracker.cppa_user_tracker_discordprofile a column of discord_activity_tracker.discord_activity_tracker_discordmessage holds, in batches.';
CREATE OR REPLACE FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_rows_v2"(col text, lost bigint[], there boolean DEFAULT NULL::"discord_activity_tracker"."discord_activity_tracker_discordmessage" IS NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET constraint_exclusion = off SET enable_partition_pruning = off SET row_security = off
AS $check$BEGIN
  IF CURRENT_USER OPERATOR(pg_catalog.<>) 'discord_activity_tracker_keys' THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', 'discord_activity_tracker_keys', CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF $1 OPERATOR(pg_catalog.=) 'author_id' THEN
    RETURN (SELECT pg_catalog.count(*) FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c
             WHERE c."author_id" OPERATOR(pg_catalog.=) ANY ($2));
  END IF;
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_rows_v2"(col text, lost bigint[], there boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_rows_v2"(col text, lost bigint[], there boolean) TO "appschemas_migrator_keys";
COMMENT ON FUNCTION "appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_rows_v2"(col text, lost bigint[], there boolean) IS 'appschemas:a014ef12f2f22817 Counts the rows of discord_activity_tracker.discord_activity_tracker_discordmessage that hold these keys of cppa_user_tracker.cppa_user_tracker_discordprofile.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "discord_activity_tracker.discord_activity_tracker_discordmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'discord_activity_tracker_discordmessage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "discord_activity_tracker.discord_activity_tracker_discordmessage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v2"() IS 'appschemas:6853f83f94926dfc Refuses to truncate cppa_user_tracker.cppa_user_tracker_discordprofile while discord_activity_tracker.discord_activity_tracker_discordmessage holds keys of it.';
CREATE OR REPLACE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "discord_activity_tracker.discord_activity_tracker_discordmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF pg_catalog.pg_typeof(OLD."baseprofile_ptr_id")::pg_catalog.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality("appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v2"(ARRAY[OLD."baseprofile_ptr_id"], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'discord_activity_tracker_discordmessage.author_id', 'discord_activity_tracker_discordmessage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "discord_activity_tracker.discord_activity_tracker_discordmessage".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'discord_activity_tracker_discordmessage.author_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2"() IS 'appschemas:06698407ab877ecc Refuses to delete or re-key a row of cppa_user_tracker.cppa_user_tracker_discordprofile whose key discord_activity_tracker.discord_activity_tracker_discordmessage holds.';
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_0fb86b9f_delete" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_delete" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" IS 'appschemas:f34995053b6da781 Deleted rows of cppa_user_tracker.cppa_user_tracker_discordprofile: discord_activity_tracker.discord_activity_tracker_discordmessage must not hold their keys.';
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_0fb86b9f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile";
CREATE TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_discordprofile"
  FOR EACH STATEMENT WHEN (NULL::"discord_activity_tracker"."discord_activity_tracker_discordmessage" IS NULL)
  EXECUTE FUNCTION "appschemas_keys"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v2"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" IS 'appschemas:691ce98c6deaf9da A truncated cppa_user_tracker.cppa_user_tracker_discordprofile: discord_activity_tracker.discord_activity_tracker_discordmessage must hold no key of it.';
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_0fb86b9f_update" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v2"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_update" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" IS 'appschemas:7aece67ee7105088 Re-keyed rows of cppa_user_tracker.cppa_user_tracker_discordprofile: discord_activity_tracker.discord_activity_tracker_discordmessage must not hold their old keys.';
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_owner";
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_afef245c_insert" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_afef245c_insert" AFTER INSERT ON "discord_activity_tracker"."discord_activity_tracker_discordmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_insert_v2"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_afef245c_insert" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage" IS 'appschemas:e9d9fafb85d87289 New rows of discord_activity_tracker.discord_activity_tracker_discordmessage: author_id must be there.';
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_afef245c_update" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_afef245c_update" AFTER UPDATE ON "discord_activity_tracker"."discord_activity_tracker_discordmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."author_id" IS DISTINCT FROM NEW."author_id")
  EXECUTE FUNCTION "appschemas_keys"."discord_activity_tracker_discordmessag_afef245c_check_update_v2"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_afef245c_update" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage" IS 'appschemas:634aa2ce5204da4b Changed rows of discord_activity_tracker.discord_activity_tracker_discordmessage: author_id must be there.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
REVOKE CREATE ON SCHEMA "appschemas_keys", "appschemas_asked" FROM "cppa_user_tracker_keys", "discord_activity_tracker_keys";
REVOKE USAGE ON SCHEMA "appschemas_keys" FROM "cppa_user_tracker_keys", "discord_activity_tracker_keys", "cppa_user_tracker_owner", "discord_activity_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_owner";
REVOKE USAGE ON SCHEMA "discord_activity_tracker" FROM "cppa_user_tracker_owner";
REVOKE TRIGGER ON TABLE "discord_activity_tracker"."discord_activity_tracker_discordmessage" FROM "cppa_user_tracker_owner";
RESET ROLE;
SET LOCAL ROLE "cppa_user_tracker_owner";
DROP FUNCTION IF EXISTS "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_insert_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_update_v1"();
DROP FUNCTION IF EXISTS "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(keys bigint[]);
RESET ROLE;
SET LOCAL ROLE "discord_activity_tracker_owner";
DROP FUNCTION IF EXISTS "discord_activity_tracker"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v1"();
DROP FUNCTION IF EXISTS "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(key bigint);
DROP FUNCTION IF EXISTS "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"();
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_keys";
DO $check$
DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := ("appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v2"("appschemas_asked"."discord_activity_tracker_discordmessage_0fb86b9f_keys_v2"('author_id', NULL, NULL, true), true))[1] IS NOT NULL;
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', 'discord_activity_tracker_discordmessage.author_id'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = 'identity key "discord_activity_tracker_discordmessage.author_id" is violated by some row', ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of discord_activity_tracker.discord_activity_tracker_discordmessage.author_id -> cppa_user_tracker.cppa_user_tracker_discordprofile.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
\endif
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
