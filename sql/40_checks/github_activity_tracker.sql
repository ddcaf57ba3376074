-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that github_activity_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1" IS 'appschemas:291b68ee955db965';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_gitcommit'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id', 'github_activity_tracker_gitcommit'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_gitcommit".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1" IS 'appschemas:e2c9727f6959cd05';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."account_id" IS NOT DISTINCT FROM OLD."account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(NEW."account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_v1" IS 'appschemas:fb53f3a0da4e369e';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_db27c919_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:321941fe494d602f';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_db27c919_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:0b74fc96e77ce591';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_gitcommit_db27c919_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:de8d3a12f949ffe0';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_b656c026_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_b656c026_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_b656c026_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:cedf2355f31bdaba';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_b656c026_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_b656c026_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_b656c026_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:518db094107ab764';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_gitcommit.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1" IS 'appschemas:d39376e67135effa';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_githubrepository'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id', 'github_activity_tracker_githubrepository'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_githubrepository".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1" IS 'appschemas:7dd1ebf6f8629b54';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_4f1dcaaf_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."owner_account_id" IS NOT DISTINCT FROM OLD."owner_account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."owner_account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(NEW."owner_account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (owner_account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."owner_account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'owner_account_id', CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_4f1dcaaf_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_4f1dcaaf_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_4f1dcaaf_check_v1" IS 'appschemas:46517389066354e0';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_6f4d8382_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:3982240811553ac3';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_6f4d8382_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:b44264264f36fedb';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_githubrepository_6f4d8382_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:e8b41fd422a0de5b';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_4f1dcaaf_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_4f1dcaaf_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:cb6a7f6f29854ce1';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_4f1dcaaf_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."owner_account_id" IS DISTINCT FROM NEW."owner_account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_4f1dcaaf_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:be5e6f64a303c5a8';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(ARRAY(SELECT DISTINCT c."owner_account_id" FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_githubrepository.owner_account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1" IS 'appschemas:a656ce7f1388dadb';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_issue'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue.account_id', 'github_activity_tracker_issue'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_issue".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_issue.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1" IS 'appschemas:137b3ddd3c8f6078';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."account_id" IS NOT DISTINCT FROM OLD."account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(NEW."account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_issue.account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issue.account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_v1" IS 'appschemas:3df789b963986630';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2e3627bc_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:a41ee6c7209cd21b';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2e3627bc_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:91f2dfe82cf52336';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_2e3627bc_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:b05beb9cc2b3ed4a';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_c8bc98c2_insert" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_c8bc98c2_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_c8bc98c2_insert" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:3b6cc3f23081b735';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_c8bc98c2_update" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_c8bc98c2_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_c8bc98c2_update" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:2fd923571d039779';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issue.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1" IS 'appschemas:4869ac441bc5e2d0';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_issue_assignees'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id', 'github_activity_tracker_issue_assignees'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_issue_assignees".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1" IS 'appschemas:6a005a591abc0599';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_5fa2b598_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."githubaccount_id" IS NOT DISTINCT FROM OLD."githubaccount_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."githubaccount_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(NEW."githubaccount_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_5fa2b598_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_5fa2b598_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_5fa2b598_check_v1" IS 'appschemas:92a320751a5cf411';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_8c679e11_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:094e89b4f52f8226';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_8c679e11_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:48925b187e66fa9e';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_assignees_8c679e11_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:06a0fa1aa69c31d2';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_5fa2b598_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_5fa2b598_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:92efbcf9ccb9ced0';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_5fa2b598_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_5fa2b598_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:83ed47f09fc7696b';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(ARRAY(SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issue_assignees.githubaccount_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1" IS 'appschemas:f70973d2f852a227';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_issuecomment'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id', 'github_activity_tracker_issuecomment'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_issuecomment".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1" IS 'appschemas:93a167af0a1d042d';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."account_id" IS NOT DISTINCT FROM OLD."account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(NEW."account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_v1" IS 'appschemas:cd0514c1b480d68b';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_7fff45ac_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:55267629f62fa1c7';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_7fff45ac_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:f0a92dfdaae6b7d4';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issuecomment_7fff45ac_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ba2f344dda46d211';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_58178318_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_58178318_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_58178318_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:cd188a3bf08bc694';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_58178318_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_58178318_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_58178318_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:e2f8218ea50cc7da';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issuecomment.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1" IS 'appschemas:3c1e44501c3fbbe4';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequest'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id', 'github_activity_tracker_pullrequest'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequest".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1" IS 'appschemas:639e6c3ede999650';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."account_id" IS NOT DISTINCT FROM OLD."account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(NEW."account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_v1" IS 'appschemas:a3dfdf958e0cb64d';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_530a0972_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:a3df76678a0c033f';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_530a0972_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:e8fe018d914cbfd6';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_530a0972_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:b303f5738e7fc1b4';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c46c302c_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c46c302c_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c46c302c_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:fe798715479da246';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c46c302c_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c46c302c_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c46c302c_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:e4cf226bad7f987a';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequest.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1" IS 'appschemas:4fb2d1c251847fd0';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id', 'github_activity_tracker_pullrequest_assignees'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequest_assignees".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1" IS 'appschemas:9e3f1dd56e623a3f';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assignees_944cd9e6_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."githubaccount_id" IS NOT DISTINCT FROM OLD."githubaccount_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."githubaccount_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(NEW."githubaccount_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assignees_944cd9e6_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assignees_944cd9e6_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assignees_944cd9e6_check_v1" IS 'appschemas:db5fa88f9e3aba99';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:45495abe54e41ab6';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:0c09e76448fcbb93';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:5f180d641334cb0d';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assignees_944cd9e6_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:d3cbc317ccbdefeb';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_944cd9e6_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assignees_944cd9e6_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:2931138520af16b2';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(ARRAY(SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1" IS 'appschemas:ba4ccfcc9b642fbe';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id', 'github_activity_tracker_pullrequestcomment'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequestcomment".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1" IS 'appschemas:b8ea493eaa3498cc';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_7d062bfc_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."account_id" IS NOT DISTINCT FROM OLD."account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(NEW."account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_7d062bfc_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_7d062bfc_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_7d062bfc_check_v1" IS 'appschemas:2ea97df39fa6ac85';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:564852859f89025c';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:4beb984d643e6c6d';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:40cb3f2310af4798';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7d062bfc_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_7d062bfc_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:3b5a874b961e20fa';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7d062bfc_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_7d062bfc_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:8ea5f697f430a58a';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequestcomment.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1" IS 'appschemas:01abf7abc76d5012';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1" IS 'appschemas:fc5200137e362e86';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id', 'github_activity_tracker_pullrequestreview'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "github_activity_tracker.github_activity_tracker_pullrequestreview".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1" IS 'appschemas:669a792acd2993ca';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_8185f920_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."account_id" IS NOT DISTINCT FROM OLD."account_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."account_id" IS NOT NULL THEN
    IF "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(NEW."account_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_8185f920_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_8185f920_check_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_8185f920_check_v1" IS 'appschemas:b7a7ce22ac2abc3a';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:9b818f4ed4ed8bc7';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:bcb6c1d94cc4aa38';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_truncate" BEFORE TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ff1387a80f352716';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_8185f920_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_8185f920_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_8185f920_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_8185f920_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:76e8c1364472d64b';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_8185f920_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_8185f920_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_8185f920_check_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_8185f920_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:b79cb953a25e22cd';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequestreview.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
