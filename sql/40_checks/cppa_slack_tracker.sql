-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_slack_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1" IS 'appschemas:9ffd4a8b18f3f557';
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1" IS 'appschemas:dbc91fdf49d75345';
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannel" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackchannel'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannel" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1" IS 'appschemas:6704819070985bb6';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."creator_user_id" IS NOT DISTINCT FROM OLD."creator_user_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."creator_user_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."creator_user_id" IS NOT NULL THEN
    IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_holds_v1"(NEW."creator_user_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackchannel.creator_user_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (creator_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."creator_user_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'creator_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannel.creator_user_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_v1" IS 'appschemas:1a133cd581092da7';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:29645c4a55158ece';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:c161dc5dc9eb9ebc';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_5897a2a6_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_5897a2a6_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:484ebc5fc53be659';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_98ac6683_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:e3280c854441ab66';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannel_98ac6683_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."creator_user_id" IS DISTINCT FROM NEW."creator_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannel_98ac6683_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannel_98ac6683_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" IS 'appschemas:09e1afc812d70a44';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannel_5897a2a6_missing_v1"(ARRAY(SELECT DISTINCT c."creator_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannel" c WHERE c."creator_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannel.creator_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1" IS 'appschemas:80e47bf8854fd420';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1" IS 'appschemas:dbc91fdf49d75345';
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembership'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1" IS 'appschemas:e6b3910f7ebe2768';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_61215d66_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."slack_user_id" IS NOT DISTINCT FROM OLD."slack_user_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."slack_user_id" IS NOT NULL THEN
    IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_holds_v1"(NEW."slack_user_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannelmembership.slack_user_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_61215d66_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_61215d66_check_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_61215d66_check_v1" IS 'appschemas:899d37add35a36cd';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:50065e140a882460';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:77b29a139024eb2e';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:aefe5dd4728e4030';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_61215d66_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_61215d66_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:a1ef2ec3add337f4';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembership_61215d66_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_61215d66_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembership_61215d66_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" IS 'appschemas:fff31e41ea93cf6b';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembership_226d6c6f_missing_v1"(ARRAY(SELECT DISTINCT c."slack_user_id" FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembership" c WHERE c."slack_user_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'cppa_slack_tracker_slackchannelmembership.slack_user_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1" IS 'appschemas:d45cbf38ab087fe8';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing_v1" IS 'appschemas:dbc91fdf49d75345';
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembershipchangelog'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1" IS 'appschemas:ef67c1824ebc1d2a';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipchan_7196f119_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."slack_user_id" IS NOT DISTINCT FROM OLD."slack_user_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."slack_user_id" IS NOT NULL THEN
    IF "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds_v1"(NEW."slack_user_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipchan_7196f119_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipchan_7196f119_check_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipchan_7196f119_check_v1" IS 'appschemas:73dc8967ed78c3db';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:b9f7e0cbb6880ec4';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:505e3bba4aae491b';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:fb01dd6a21f9b9ad';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipchan_7196f119_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:4ac090cfbce2d937';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackchannelmembershipchan_7196f119_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackchannelmembershipchange_7196f119_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackchannelmembershipchangelog" IS 'appschemas:588bc215f073690a';
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
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1" IS 'appschemas:a46778df7e230c62';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_missing_v1" IS 'appschemas:dbc91fdf49d75345';
SET ROLE "cppa_slack_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackmessage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackmessage'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "cppa_slack_tracker.cppa_slack_tracker_slackmessage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" c WHERE c."slack_user_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1" IS 'appschemas:3ebe8775bae31570';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."slack_user_id" IS NOT DISTINCT FROM OLD."slack_user_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_slackuser" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."slack_user_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."slack_user_id" IS NOT NULL THEN
    IF "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_holds_v1"(NEW."slack_user_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'cppa_slack_tracker_slackmessage.slack_user_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (slack_user_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_slackuser".', NEW."slack_user_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'slack_user_id', CONSTRAINT = 'cppa_slack_tracker_slackmessage.slack_user_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_v1" TO "cppa_slack_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_v1" IS 'appschemas:04dc0473bc316332';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_delete" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:50610f8a4bc21e1a';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_update" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:4da5ddee65afd3bc';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_b6b0833f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser";
CREATE TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_slackuser"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "cppa_slack_tracker"."cppa_slack_tracker_slackmessage_b6b0833f_restrict_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_b6b0833f_truncate" ON "cppa_user_tracker"."cppa_user_tracker_slackuser" IS 'appschemas:c04676ca66c83db8';
SET ROLE "cppa_slack_tracker_owner";
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" AFTER INSERT ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_insert" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:d7013cb593378573';
DROP TRIGGER IF EXISTS "cppa_slack_tracker_slackmessage_9fc6f7dc_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage";
CREATE CONSTRAINT TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_update" AFTER UPDATE ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."slack_user_id" IS DISTINCT FROM NEW."slack_user_id")
  EXECUTE FUNCTION "cppa_user_tracker"."cppa_slack_tracker_slackmessage_9fc6f7dc_check_v1"();
COMMENT ON TRIGGER "cppa_slack_tracker_slackmessage_9fc6f7dc_update" ON "cppa_slack_tracker"."cppa_slack_tracker_slackmessage" IS 'appschemas:eaaadebf0221b31a';
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
