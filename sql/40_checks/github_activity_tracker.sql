-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that github_activity_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_insert_v1" IS 'appschemas:aa879d7106d6499e';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_gitcommit.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_gitcommit.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_update_v1" IS 'appschemas:4cb184e6641b8058';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_3f9754dd_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_3f9754dd_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_3f9754dd_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_3f9754dd_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_holds_v1" IS 'appschemas:50e5854d6b69f330';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_gitcommit'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_truncate_v1" IS 'appschemas:cf687c1a19817692';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_gitcommit" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_gitcommit_3f9754dd_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_v1" IS 'appschemas:a2e07f3514ff1414';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_3f9754dd_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_3f9754dd_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_3f9754dd_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:86a27732331258a5';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_3f9754dd_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_gitcommit_3f9754dd_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_3f9754dd_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:11d96658a7de6a26';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_3f9754dd_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_3f9754dd_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_3f9754dd_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_3f9754dd_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:fb84887a51f8fe92';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_1fabe2f8_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_1fabe2f8_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_1fabe2f8_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:f0c34c061f391a69';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_1fabe2f8_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_1fabe2f8_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_1fabe2f8_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_1fabe2f8_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:5bfd6ce274bea96e';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_gitcommit_3f9754dd_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_gitcommit.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."owner_account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."owner_account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_holds_v1"(NEW."owner_account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (owner_account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."owner_account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'owner_account_id', CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_insert_v1" IS 'appschemas:f23e34b7ca3507ee';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."owner_account_id" IS DISTINCT FROM OLD."owner_account_id" AND NEW."owner_account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_holds_v1"(NEW."owner_account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_githubrepository.owner_account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (owner_account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."owner_account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'owner_account_id', CONSTRAINT = 'github_activity_tracker_githubrepository.owner_account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_update_v1" IS 'appschemas:76aa67e248b12a3d';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_f98b2419_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_f98b2419_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_f98b2419_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_f98b2419_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_f98b2419_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_githubrepository'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_f98b2419_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_f98b2419_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_f98b2419_restrict_truncate_v1" IS 'appschemas:aaaf5d865db1b37e';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_holds_v1" IS 'appschemas:a87db7e3d80359fb';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_githubrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_githubrepository_f98b2419_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_restrict_v1" IS 'appschemas:af24552027da7e4b';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_f98b2419_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_f98b2419_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_f98b2419_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:15b87f04ef4db256';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_f98b2419_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_githubrepository_f98b2419_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_f98b2419_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_f98b2419_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:7e5965ea67c0986a';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_f98b2419_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_f98b2419_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_f98b2419_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_f98b2419_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:40fcb4ce8486bbc6';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_581e6eeb_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_581e6eeb_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_581e6eeb_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:de403b1310e2472d';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_581e6eeb_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_581e6eeb_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."owner_account_id" IS DISTINCT FROM NEW."owner_account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_581e6eeb_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_581e6eeb_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:8948f43cb57c2151';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_githubrepository_f98b2419_missing_v1"(ARRAY(SELECT DISTINCT c."owner_account_id" FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_githubrepository.owner_account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_839e461d_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issue.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_insert_v1" IS 'appschemas:9d54b8f851b90cbd';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_839e461d_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issue.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_update_v1" IS 'appschemas:fa63f4cfb48b5087';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_839e461d_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_839e461d_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_839e461d_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_839e461d_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_holds_v1" IS 'appschemas:67d325c583265a93';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_issue'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_truncate_v1" IS 'appschemas:5ed3ff46611ed522';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_839e461d_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_v1" IS 'appschemas:657b9b37e8580d22';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_839e461d_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_839e461d_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_839e461d_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:5791b23533e3b3c5';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_839e461d_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_839e461d_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_839e461d_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:a6891f062c06e506';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_839e461d_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_839e461d_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_839e461d_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_839e461d_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:447add8cf1f357e0';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2c0eb22b_insert" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2c0eb22b_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2c0eb22b_insert" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:fd17983ab59cff97';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2c0eb22b_update" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2c0eb22b_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2c0eb22b_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2c0eb22b_update" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:92b3bf872481ee99';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_839e461d_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issue.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubaccount_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_holds_v1"(NEW."githubaccount_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_insert_v1" IS 'appschemas:2e037941a6358551';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubaccount_id" IS DISTINCT FROM OLD."githubaccount_id" AND NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_holds_v1"(NEW."githubaccount_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issue_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_issue_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_update_v1" IS 'appschemas:0236364cb98798ce';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_0e3d77f2_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_issue_assignees'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_0e3d77f2_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_0e3d77f2_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_0e3d77f2_restrict_truncate_v1" IS 'appschemas:f8f50801815af2b3';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_holds_v1" IS 'appschemas:1f6d0bda605e9d84';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issue_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_restrict_v1" IS 'appschemas:e7a62564663f8acc';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_0e3d77f2_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_0e3d77f2_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_0e3d77f2_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:2d55e6581001065e';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_0e3d77f2_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_assignees_0e3d77f2_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_0e3d77f2_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_0e3d77f2_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ffe6f857a1026c79';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_0e3d77f2_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_0e3d77f2_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_0e3d77f2_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:a9bb700a80b6e556';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_2f7ff4cb_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_2f7ff4cb_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_2f7ff4cb_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:1f6bce1555067a3f';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_2f7ff4cb_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_2f7ff4cb_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_2f7ff4cb_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_2f7ff4cb_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:4181c1c10a70ee53';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_assignees_0e3d77f2_missing_v1"(ARRAY(SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issue_assignees.githubaccount_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_insert_v1" IS 'appschemas:771f44ec79ffb989';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_issuecomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_issuecomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_update_v1" IS 'appschemas:6fe90161a49c17b3';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_9b6983cd_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_9b6983cd_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_9b6983cd_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_9b6983cd_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_9b6983cd_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_issuecomment'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_9b6983cd_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_9b6983cd_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_9b6983cd_restrict_truncate_v1" IS 'appschemas:b595e6b252145888';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_holds_v1" IS 'appschemas:c548f2db487ced05';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_issuecomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issuecomment_9b6983cd_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_restrict_v1" IS 'appschemas:7e9d2e655f5b8677';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_9b6983cd_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_9b6983cd_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_9b6983cd_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:d6e1a08a3c21e183';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_9b6983cd_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issuecomment_9b6983cd_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_9b6983cd_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_9b6983cd_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1d6707c163c575c6';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_9b6983cd_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_9b6983cd_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_9b6983cd_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_9b6983cd_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:6a1464b648adc65e';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_0eb93feb_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_0eb93feb_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_0eb93feb_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:12ce84943ae128f1';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_0eb93feb_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_0eb93feb_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_0eb93feb_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_0eb93feb_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:3504f91ce57d7007';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issuecomment_9b6983cd_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issuecomment.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_insert_v1" IS 'appschemas:bc782c761eb66ff9';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequest.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_update_v1" IS 'appschemas:f0afad1adb40eeef';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c5a0f22a_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c5a0f22a_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c5a0f22a_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c5a0f22a_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c5a0f22a_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequest'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c5a0f22a_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c5a0f22a_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c5a0f22a_restrict_truncate_v1" IS 'appschemas:e3ee7e1efaa999a7';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_holds_v1" IS 'appschemas:ce39db4d26cd7281';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_c5a0f22a_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_restrict_v1" IS 'appschemas:cca8aec5b77c6b28';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c5a0f22a_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c5a0f22a_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c5a0f22a_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:e9e5b80281a6a52d';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c5a0f22a_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_c5a0f22a_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c5a0f22a_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c5a0f22a_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:42d4a3c2d33f8e1c';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c5a0f22a_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c5a0f22a_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_c5a0f22a_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c5a0f22a_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ba379811e449ec40';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_820ab59e_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_820ab59e_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_820ab59e_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:673ff6cc30a850d5';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_820ab59e_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_820ab59e_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_820ab59e_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_820ab59e_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:195068e9487d6578';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_c5a0f22a_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequest.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubaccount_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_a315cdfb_holds_v1"(NEW."githubaccount_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_insert_v1" IS 'appschemas:2f6cc93de0211034';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubaccount_id" IS DISTINCT FROM OLD."githubaccount_id" AND NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_a315cdfb_holds_v1"(NEW."githubaccount_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubaccount_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."githubaccount_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubaccount_id', CONSTRAINT = 'github_activity_tracker_pullrequest_assignees.githubaccount_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_update_v1" IS 'appschemas:d65294946072be11';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_a315cdfb_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_a315cdfb_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_a315cdfb_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_a315cdfb_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_a315cdfb_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequest_assignees'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_a315cdfb_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_a315cdfb_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_a315cdfb_restrict_truncate_v1" IS 'appschemas:93e503078bc80d81';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_a315cdfb_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequest_assignees" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_a315cdfb_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_a315cdfb_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_a315cdfb_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_a315cdfb_restrict_v1" IS 'appschemas:9293f157169206eb';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_a315cdfb_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_a315cdfb_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_a315cdfb_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_a315cdfb_holds_v1" IS 'appschemas:d3d9af29445dae7e';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_a315cdfb_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_a315cdfb_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_a315cdfb_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_a315cdfb_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1680b0b827d255e7';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_a315cdfb_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_assignees_a315cdfb_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_a315cdfb_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_a315cdfb_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1680719ec051c1a6';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_a315cdfb_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_a315cdfb_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_a315cdfb_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_a315cdfb_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:f5ffbf7632412ce9';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_5e2e08cb_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_5e2e08cb_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_5e2e08cb_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:e6cc74c971cc727b';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_5e2e08cb_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_5e2e08cb_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_5e2e08cb_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_5e2e08cb_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:606d8d423b042f45';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_a315cdfb_missing_v1"(ARRAY(SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_insert_v1" IS 'appschemas:eab89bb6e1f80940';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestcomment.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_update_v1" IS 'appschemas:c49fdd6d7c20a8ca';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_b2443161_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_b2443161_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_b2443161_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_b2443161_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_b2443161_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequestcomment'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_b2443161_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_b2443161_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_b2443161_restrict_truncate_v1" IS 'appschemas:80f2c6d18d7a20cc';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_holds_v1" IS 'appschemas:9b290ee39ca5a536';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestcomment" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_b2443161_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_restrict_v1" IS 'appschemas:4a80d23e293bcf89';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_b2443161_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_b2443161_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_b2443161_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:8c1369e4bffbaf4b';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_b2443161_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestcomment_b2443161_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_b2443161_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_b2443161_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:5d45cd6a054ac507';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_b2443161_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_b2443161_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_b2443161_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_b2443161_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1455440d84e34866';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7dc9172d_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7dc9172d_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7dc9172d_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:8c0ff6f43141124b';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7dc9172d_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7dc9172d_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7dc9172d_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7dc9172d_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:ae8c3c8f971acd82';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_b2443161_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequestcomment.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_insert_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_insert_v1" IS 'appschemas:81d2088715b9caec';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'github_activity_tracker_pullrequestreview.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_update_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_update_v1" IS 'appschemas:e2636492a884aa29';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_missing_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_1ce7fe92_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'github_activity_tracker_pullrequestreview'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_1ce7fe92_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_1ce7fe92_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_1ce7fe92_restrict_truncate_v1" IS 'appschemas:bcc869d3b9347d87';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_holds_v1" IS 'appschemas:350bf9813e60e881';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "github_activity_tracker.github_activity_tracker_pullrequestreview" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_restrict_v1" IS 'appschemas:938a07ef99e4f6b5';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_1ce7fe92_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_1ce7fe92_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_1ce7fe92_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:acba2b1c16c9bfb2';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_1ce7fe92_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestreview_1ce7fe92_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_1ce7fe92_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_1ce7fe92_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:2efcbf05bacc88a5';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_1ce7fe92_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_1ce7fe92_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_1ce7fe92_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:73a31c70710674b2';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_268140be_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_268140be_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_268140be_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:ef1f79a4a5a80d37';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_268140be_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_268140be_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_268140be_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_268140be_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:33c99ee6d45b6ef6';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestreview_1ce7fe92_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequestreview.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
