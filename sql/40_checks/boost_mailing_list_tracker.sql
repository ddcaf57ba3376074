-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_mailing_list_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage.sender_id -> cppa_user_tracker.cppa_user_tracker_mailinglistprofile.baseprofile_ptr_id
SET ROLE "boost_mailing_list_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
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
REVOKE ALL ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v1"() IS 'appschemas:dc718d3e7a3e3f58';
CREATE OR REPLACE FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
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
REVOKE ALL ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"() IS 'appschemas:be7bf8c3fc0514cd';
CREATE OR REPLACE FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(key bigint) IS 'appschemas:f56374d4b6664e25';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."sender_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."sender_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."sender_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."sender_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(NEW."sender_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v1"() TO "boost_mailing_list_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v1"() IS 'appschemas:0bc06bbafd5c87ff';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."sender_id" IS DISTINCT FROM OLD."sender_id" AND NEW."sender_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."sender_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds_v1"(NEW."sender_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v1"() TO "boost_mailing_list_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v1"() IS 'appschemas:adb5640d686b74a2';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(keys bigint[]) TO "boost_mailing_list_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(keys bigint[]) IS 'appschemas:204b42a7e84b5248';
SET ROLE "boost_mailing_list_tracker_owner";
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_07060a14_insert" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_insert" AFTER INSERT ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_insert_v1"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_insert" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS 'appschemas:a9b6245f6a773fe4';
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_07060a14_update" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_update" AFTER UPDATE ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."sender_id" IS DISTINCT FROM NEW."sender_id")
  EXECUTE FUNCTION "cppa_user_tracker"."boost_mailing_list_tracker_mailinglist_07060a14_check_update_v1"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_07060a14_update" ON "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" IS 'appschemas:be44ae7dabc68c89';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS 'appschemas:cd2d142474252ad9';
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile";
CREATE TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS 'appschemas:365142218f4a5677';
DROP TRIGGER IF EXISTS "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile";
CREATE CONSTRAINT TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict_v1"();
COMMENT ON TRIGGER "boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update" ON "cppa_user_tracker"."cppa_user_tracker_mailinglistprofile" IS 'appschemas:549db1204763c2d5';
SET ROLE "boost_mailing_list_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing_v1"(ARRAY(SELECT DISTINCT c."sender_id" FROM "boost_mailing_list_tracker"."boost_mailing_list_tracker_mailinglistmessage" c WHERE c."sender_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_mailing_list_tracker_mailinglistmessage.sender_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage.sender_id -> cppa_user_tracker.cppa_user_tracker_mailinglistprofile.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
