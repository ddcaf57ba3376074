-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_slack_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(key bigint) IS 'appschemas:e3aa77c059953899';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v1"() IS 'appschemas:0440ece1989f98f8';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"() IS 'appschemas:8b1ae615e6124060';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(keys bigint[]) TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(keys bigint[]) IS 'appschemas:3f9e8906320cf9f7';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."creator_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."creator_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(NEW."creator_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v1"() IS 'appschemas:83bb5ee9fee746c8';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."creator_user_id" IS DISTINCT FROM OLD."creator_user_id" AND NEW."creator_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(NEW."creator_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v1"() IS 'appschemas:6012c9a13412a995';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_98ac6683_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:4341950bc297ad39';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_98ac6683_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."creator_user_id" IS DISTINCT FROM NEW."creator_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:804e2c31bae30092';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:86eeeae80f3d8bb8';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:2f9e71b2724dcf48';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:f9600b27aa12f710';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(ARRAY(SELECT DISTINCT c."creator_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannel.creator_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v1"() IS 'appschemas:83da333f2b8cc9b6';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(key bigint) IS 'appschemas:beb7791aa63baae7';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"() IS 'appschemas:5c7960d1f9608dab';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v1"() IS 'appschemas:2118c76fc217276f';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."slack_user_id" IS DISTINCT FROM OLD."slack_user_id" AND NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v1"() IS 'appschemas:e08a4f0b563f9843';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(keys bigint[]) TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(keys bigint[]) IS 'appschemas:3f9e8906320cf9f7';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_61215d66_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:a3eefa772f86a54c';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_61215d66_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_61215d66_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:42cc076987f8e130';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:eac6ddb782fcbfce';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:ad450e486264ae11';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:3f75b91079c1781c';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v1"() IS 'appschemas:6b396d9d4060f629';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"() IS 'appschemas:af53a6ba0f398464';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(key bigint) IS 'appschemas:4f41e67bbda5175c';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v1"() IS 'appschemas:04f3fab70139f8fe';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."slack_user_id" IS DISTINCT FROM OLD."slack_user_id" AND NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v1"() IS 'appschemas:4f12d3a02f5f6588';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(keys bigint[]) TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(keys bigint[]) IS 'appschemas:3f9e8906320cf9f7';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:fab24dc75c2a3e4d';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembers_7196f119_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:3cb8e75374be0cf7';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:629a72c3aa1cc17c';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:9d67baabcaa8c8b9';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:415748c7cc08eb48';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(key bigint) IS 'appschemas:1d4d2a3e8dffad36';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v1"() IS 'appschemas:e61f30eb2751f78f';
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"() IS 'appschemas:153f0082fffdd95b';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."slack_user_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v1"() IS 'appschemas:3e92afe26adf1165';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."slack_user_id" IS DISTINCT FROM OLD."slack_user_id" AND NEW."slack_user_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(NEW."slack_user_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v1"() TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v1"() IS 'appschemas:46031cd7fd9519e2';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(keys bigint[]) TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(keys bigint[]) IS 'appschemas:3f9e8906320cf9f7';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:70699d8dda737971';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_9fc6f7dc_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_update_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:0bdd266cead46b87';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:dbc9c27e11262624';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:b0a7aeccc6017e69';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:6a22dd8f516c999e';
SET ROLE "cppa_slack_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackmessage.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
