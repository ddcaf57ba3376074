-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that wg21_paper_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor.profile_id -> cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_missing_v1"(keys bigint[]) TO "wg21_paper_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_missing_v1"(keys bigint[]) IS 'appschemas:26da48b6b7ac1776';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."profile_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."profile_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."profile_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."profile_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_holds_v1"(NEW."profile_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'wg21_paper_tracker_wg21paperauthor.profile_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (profile_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile".', NEW."profile_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'profile_id', CONSTRAINT = 'wg21_paper_tracker_wg21paperauthor.profile_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_insert_v1"() TO "wg21_paper_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_insert_v1"() IS 'appschemas:e0825e09900d6557';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."profile_id" IS DISTINCT FROM OLD."profile_id" AND NEW."profile_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."profile_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_holds_v1"(NEW."profile_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'wg21_paper_tracker_wg21paperauthor.profile_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (profile_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile".', NEW."profile_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'profile_id', CONSTRAINT = 'wg21_paper_tracker_wg21paperauthor.profile_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_update_v1"() TO "wg21_paper_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_update_v1"() IS 'appschemas:b72cee146de61858';
SET ROLE "wg21_paper_tracker_owner";
CREATE OR REPLACE FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperautho_05b9eeac_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" c WHERE c."profile_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'wg21_paper_tracker_wg21paperauthor'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperautho_05b9eeac_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperautho_05b9eeac_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperautho_05b9eeac_restrict_truncate_v1"() IS 'appschemas:a5cc80acff4c64f0';
CREATE OR REPLACE FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" c WHERE c."profile_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_holds_v1"(key bigint) IS 'appschemas:eb149072b8385fa3';
CREATE OR REPLACE FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" c WHERE c."profile_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" c WHERE c."profile_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'wg21_paper_tracker_wg21paperauthor.profile_id', 'wg21_paper_tracker_wg21paperauthor'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'wg21_paper_tracker_wg21paperauthor.profile_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict_v1"() IS 'appschemas:b9481a7f5b50aa16';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "wg21_paper_tracker_wg21paperauthor_05b9eeac_delete" ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile";
CREATE CONSTRAINT TRIGGER "wg21_paper_tracker_wg21paperauthor_05b9eeac_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict_v1"();
COMMENT ON TRIGGER "wg21_paper_tracker_wg21paperauthor_05b9eeac_delete" ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" IS 'appschemas:977bdf421524eb8b';
DROP TRIGGER IF EXISTS "wg21_paper_tracker_wg21paperauthor_05b9eeac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile";
CREATE TRIGGER "wg21_paper_tracker_wg21paperauthor_05b9eeac_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperautho_05b9eeac_restrict_truncate_v1"();
COMMENT ON TRIGGER "wg21_paper_tracker_wg21paperauthor_05b9eeac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" IS 'appschemas:759462c259d00e6b';
DROP TRIGGER IF EXISTS "wg21_paper_tracker_wg21paperauthor_05b9eeac_update" ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile";
CREATE CONSTRAINT TRIGGER "wg21_paper_tracker_wg21paperauthor_05b9eeac_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict_v1"();
COMMENT ON TRIGGER "wg21_paper_tracker_wg21paperauthor_05b9eeac_update" ON "cppa_user_tracker"."cppa_user_tracker_wg21paperauthorprofile" IS 'appschemas:4df273defdc5ce84';
SET ROLE "wg21_paper_tracker_owner";
DROP TRIGGER IF EXISTS "wg21_paper_tracker_wg21paperauthor_85cf40df_insert" ON "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor";
CREATE CONSTRAINT TRIGGER "wg21_paper_tracker_wg21paperauthor_85cf40df_insert" AFTER INSERT ON "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_insert_v1"();
COMMENT ON TRIGGER "wg21_paper_tracker_wg21paperauthor_85cf40df_insert" ON "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" IS 'appschemas:4f4e7709eec8a04e';
DROP TRIGGER IF EXISTS "wg21_paper_tracker_wg21paperauthor_85cf40df_update" ON "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor";
CREATE CONSTRAINT TRIGGER "wg21_paper_tracker_wg21paperauthor_85cf40df_update" AFTER UPDATE ON "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."profile_id" IS DISTINCT FROM NEW."profile_id")
  EXECUTE FUNCTION "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_85cf40df_check_update_v1"();
COMMENT ON TRIGGER "wg21_paper_tracker_wg21paperauthor_85cf40df_update" ON "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" IS 'appschemas:406b781b0dbab59e';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."wg21_paper_tracker_wg21paperauthor_05b9eeac_missing_v1"(ARRAY(SELECT DISTINCT c."profile_id" FROM "wg21_paper_tracker"."wg21_paper_tracker_wg21paperauthor" c WHERE c."profile_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'wg21_paper_tracker_wg21paperauthor.profile_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor.profile_id -> cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
