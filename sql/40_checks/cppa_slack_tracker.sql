-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_slack_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_holds_v1" IS 'appschemas:e3aa77c059953899';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_truncate_v1" IS 'appschemas:0440ece1989f98f8';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannel" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannel_53002c3b_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_v1" IS 'appschemas:8e714356f857a1d8';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_53002c3b_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_53002c3b_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_53002c3b_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_53002c3b_missing_v1" IS 'appschemas:3f9e8906320cf9f7';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."creator_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."creator_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_holds_v1"(NEW."creator_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_insert_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_insert_v1" IS 'appschemas:c5e86416abc08468';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."creator_user_id" IS DISTINCT FROM OLD."creator_user_id" AND NEW."creator_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_holds_v1"(NEW."creator_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_update_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_update_v1" IS 'appschemas:58be1a2f9ae4078f';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_6f1e5c07_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_6f1e5c07_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_6f1e5c07_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:7346eb88dab46b91';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_6f1e5c07_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_6f1e5c07_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."creator_user_id" IS DISTINCT FROM NEW."creator_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_6f1e5c07_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_6f1e5c07_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:258e18456dde0951';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_53002c3b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_53002c3b_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_53002c3b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:e34eb884c189e562';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_53002c3b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannel_53002c3b_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_53002c3b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:24f86cefcf6f1b8e';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_53002c3b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_53002c3b_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_53002c3b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_53002c3b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:69623a76b9ef0bbd';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannel_53002c3b_missing_v1"(ARRAY(SELECT DISTINCT c."creator_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannel.creator_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_01f43797_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_01f43797_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_01f43797_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_01f43797_restrict_truncate_v1" IS 'appschemas:83da333f2b8cc9b6';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_holds_v1" IS 'appschemas:beb7791aa63baae7';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_restrict_v1" IS 'appschemas:85ed317190ce8a05';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_insert_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_insert_v1" IS 'appschemas:4b12a32089d2b81a';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."slack_user_id" IS DISTINCT FROM OLD."slack_user_id" AND NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_update_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_update_v1" IS 'appschemas:f124700fe0121018';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_missing_v1" IS 'appschemas:3f9e8906320cf9f7';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_10e009db_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_10e009db_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_10e009db_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:be81dfe981ed96ad';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_10e009db_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_10e009db_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_10e009db_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_10e009db_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:9ef743f8d94c0a0a';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_01f43797_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_01f43797_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_01f43797_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:f8f04789c9866592';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_01f43797_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembership_01f43797_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_01f43797_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_01f43797_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:ce966daee8f0659c';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_01f43797_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_01f43797_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_01f43797_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:7373f1badbd01e76';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_01f43797_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_b016ff86_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_b016ff86_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_b016ff86_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_b016ff86_restrict_truncate_v1" IS 'appschemas:6b396d9d4060f629';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_b016ff86_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_b016ff86_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_b016ff86_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_b016ff86_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_b016ff86_restrict_v1" IS 'appschemas:32f653e5c80b06df';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_b016ff86_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_b016ff86_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_b016ff86_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_b016ff86_holds_v1" IS 'appschemas:4f41e67bbda5175c';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_b016ff86_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_insert_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_insert_v1" IS 'appschemas:08514baddfdcb479';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."slack_user_id" IS DISTINCT FROM OLD."slack_user_id" AND NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_b016ff86_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_update_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_update_v1" IS 'appschemas:06dbbff38b53d548';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_b016ff86_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_b016ff86_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_b016ff86_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_b016ff86_missing_v1" IS 'appschemas:3f9e8906320cf9f7';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_8251a2f2_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_8251a2f2_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_8251a2f2_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:97dbcba06dc0d5cb';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_8251a2f2_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_8251a2f2_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_8251a2f2_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_8251a2f2_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:f89d65942b00ae7c';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchan_b016ff86_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_b016ff86_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_b016ff86_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_b016ff86_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:777ad92639ca2981';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_b016ff86_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_b016ff86_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_b016ff86_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_b016ff86_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:fa9785b31fcbcc15';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_b016ff86_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_b016ff86_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_b016ff86_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_b016ff86_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:c847cd108a6216c6';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_b016ff86_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_holds_v1" IS 'appschemas:1d4d2a3e8dffad36';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_truncate_v1" IS 'appschemas:e61f30eb2751f78f';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_v1" IS 'appschemas:e95d82cff7c873bf';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_insert_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_insert_v1" IS 'appschemas:df47706d18457c18';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."slack_user_id" IS DISTINCT FROM OLD."slack_user_id" AND NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_update_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_update_v1" IS 'appschemas:deda2cc83275017c';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_missing_v1" IS 'appschemas:3f9e8906320cf9f7';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_0b635431_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_0b635431_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_0b635431_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:0074d24288cecab6';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_0b635431_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_0b635431_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_0b635431_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_0b635431_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:dccb362706f72588';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_ee95d0a3_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_ee95d0a3_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_ee95d0a3_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:2aaa952fe0969c01';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_ee95d0a3_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackmessage_ee95d0a3_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_ee95d0a3_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:a417a4095eb01aa2';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_ee95d0a3_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_ee95d0a3_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_ee95d0a3_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:9b20072a092622fe';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackmessage_ee95d0a3_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackmessage.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
