-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that discord_activity_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- discord_activity_tracker.discord_activity_tracker_discordmessage.author_id -> cppa_user_tracker.cppa_user_tracker_discordprofile.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."author_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."author_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."author_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."author_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(NEW."author_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_insert_v1"() TO "discord_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_insert_v1"() IS 'appschemas:e43c73fd02abb5b6';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."author_id" IS DISTINCT FROM OLD."author_id" AND NEW."author_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."author_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(NEW."author_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_update_v1"() TO "discord_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_update_v1"() IS 'appschemas:00597d58e3a838b6';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_discordprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(keys bigint[]) TO "discord_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(keys bigint[]) IS 'appschemas:e09b10b71bd547e1';
SET ROLE "discord_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
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
REVOKE ALL ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v1"() IS 'appschemas:0d2d6994a094a007';
CREATE OR REPLACE FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_holds_v1"(key bigint) IS 'appschemas:67b4c8b8a606d9fb';
CREATE OR REPLACE FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "discord_activity_tracker.discord_activity_tracker_discordmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
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
REVOKE ALL ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"() IS 'appschemas:37ba3f9ba3b7fbc9';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_0fb86b9f_delete" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_discordprofile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_delete" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" IS 'appschemas:fa83503543e36db4';
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_0fb86b9f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile";
CREATE TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_discordprofile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordm_0fb86b9f_restrict_truncate_v1"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" IS 'appschemas:d180f3530d1f68c3';
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_0fb86b9f_update" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_discordprofile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "discord_activity_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_restrict_v1"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_0fb86b9f_update" ON "cppa_user_tracker"."cppa_user_tracker_discordprofile" IS 'appschemas:dbdc73289e1589af';
SET ROLE "discord_activity_tracker_owner";
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_afef245c_insert" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_afef245c_insert" AFTER INSERT ON "discord_activity_tracker"."discord_activity_tracker_discordmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_insert_v1"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_afef245c_insert" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage" IS 'appschemas:a6e9f6d11677c277';
DROP TRIGGER IF EXISTS "discord_activity_tracker_discordmessage_afef245c_update" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage";
CREATE CONSTRAINT TRIGGER "discord_activity_tracker_discordmessage_afef245c_update" AFTER UPDATE ON "discord_activity_tracker"."discord_activity_tracker_discordmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."author_id" IS DISTINCT FROM NEW."author_id")
  EXECUTE FUNCTION "cppa_user_tracker"."discord_activity_tracker_discordmessag_afef245c_check_update_v1"();
COMMENT ON TRIGGER "discord_activity_tracker_discordmessage_afef245c_update" ON "discord_activity_tracker"."discord_activity_tracker_discordmessage" IS 'appschemas:7427bb2023a2dfff';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."discord_activity_tracker_discordmessage_0fb86b9f_missing_v1"(ARRAY(SELECT DISTINCT c."author_id" FROM "discord_activity_tracker"."discord_activity_tracker_discordmessage" c WHERE c."author_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'discord_activity_tracker_discordmessage.author_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of discord_activity_tracker.discord_activity_tracker_discordmessage.author_id -> cppa_user_tracker.cppa_user_tracker_discordprofile.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
