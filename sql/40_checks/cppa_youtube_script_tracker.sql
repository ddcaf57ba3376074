-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_youtube_script_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker.speaker_id -> cppa_user_tracker.cppa_user_tracker_youtubespeaker.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."speaker_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."speaker_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."speaker_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."speaker_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds_v1"(NEW."speaker_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (speaker_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_youtubespeaker".', NEW."speaker_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'speaker_id', CONSTRAINT = 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_insert_v1"() TO "cppa_youtube_script_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_insert_v1"() IS 'appschemas:5d37a87f9749023e';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."speaker_id" IS DISTINCT FROM OLD."speaker_id" AND NEW."speaker_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."speaker_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds_v1"(NEW."speaker_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (speaker_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_youtubespeaker".', NEW."speaker_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'speaker_id', CONSTRAINT = 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_update_v1"() TO "cppa_youtube_script_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_update_v1"() IS 'appschemas:be0ae90a3e3b6ec6';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing_v1"(keys bigint[]) TO "cppa_youtube_script_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing_v1"(keys bigint[]) IS 'appschemas:cffc0c3a54ebe3d7';
SET ROLE "cppa_youtube_script_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtu_ce4c861f_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" c WHERE c."speaker_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'cppa_youtube_script_tracker_youtubevideospeaker'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtu_ce4c861f_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtu_ce4c861f_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtu_ce4c861f_restrict_truncate_v1"() IS 'appschemas:4c3e75be34f7fc49';
CREATE OR REPLACE FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" c WHERE c."speaker_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" c WHERE c."speaker_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id', 'cppa_youtube_script_tracker_youtubevideospeaker'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict_v1"() IS 'appschemas:7b980d79134aa2ce';
CREATE OR REPLACE FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" c WHERE c."speaker_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds_v1"(key bigint) IS 'appschemas:0e844caa243a6284';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker";
CREATE TRIGGER "cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtu_ce4c861f_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" IS 'appschemas:a616737183e94531';
DROP TRIGGER IF EXISTS "cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_delete" ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker";
CREATE CONSTRAINT TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict_v1"();
COMMENT ON TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_delete" ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" IS 'appschemas:284d7e10eb2a0504';
DROP TRIGGER IF EXISTS "cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_update" ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker";
CREATE CONSTRAINT TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict_v1"();
COMMENT ON TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_update" ON "cppa_user_tracker"."cppa_user_tracker_youtubespeaker" IS 'appschemas:938797f25fd0a812';
SET ROLE "cppa_youtube_script_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_insert" ON "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker";
CREATE CONSTRAINT TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_insert" AFTER INSERT ON "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_insert_v1"();
COMMENT ON TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_insert" ON "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" IS 'appschemas:13271e75cddbbbdd';
DROP TRIGGER IF EXISTS "cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_update" ON "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker";
CREATE CONSTRAINT TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_update" AFTER UPDATE ON "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."speaker_id" IS DISTINCT FROM NEW."speaker_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_update_v1"();
COMMENT ON TRIGGER "cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_update" ON "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" IS 'appschemas:a3ec1ab9133c1a51';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing_v1"(ARRAY(SELECT DISTINCT c."speaker_id" FROM "cppa_youtube_script_tracker"."cppa_youtube_script_tracker_youtubevideospeaker" c WHERE c."speaker_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_youtube_script_tracker_youtubevideospeaker.speaker_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker.speaker_id -> cppa_user_tracker.cppa_user_tracker_youtubespeaker.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
