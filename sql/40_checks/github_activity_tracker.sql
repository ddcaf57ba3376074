-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that github_activity_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_insert_v1"() IS 'appschemas:8e0c2733106d06a6';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_update_v1"() IS 'appschemas:0621e83a4836a73c';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_holds_v1"(key bigint) IS 'appschemas:50e5854d6b69f330';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v1"() IS 'appschemas:cf687c1a19817692';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"() IS 'appschemas:ccf562d18e39eff7';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_db27c919_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ce1f9bc5181dd0a7';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_gitcommit_db27c919_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:d4ae1a284c9ada0d';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_db27c919_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_db27c919_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_gitcommit_db27c919_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_db27c919_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:a3ed3a2d2afa2ea3';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_b656c026_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_b656c026_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_b656c026_insert" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:38d2e5e25bd27bc7';
DROP TRIGGER IF EXISTS "github_activity_tracker_gitcommit_b656c026_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_gitcommit_b656c026_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_gitcommit"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_gitcommit_b656c026_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_gitcommit_b656c026_update" ON "github_activity_tracker"."github_activity_tracker_gitcommit" IS 'appschemas:c671d9633887d2a6';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_gitcommit_db27c919_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_gitcommit" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_gitcommit.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_gitcommit.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."owner_account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."owner_account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(NEW."owner_account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v1"() IS 'appschemas:6ce027d12d7b384c';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."owner_account_id" IS DISTINCT FROM OLD."owner_account_id" AND NEW."owner_account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."owner_account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(NEW."owner_account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v1"() IS 'appschemas:66b4f119c342ca55';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v1"() IS 'appschemas:aaaf5d865db1b37e';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_holds_v1"(key bigint) IS 'appschemas:a87db7e3d80359fb';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"() IS 'appschemas:85018054914b0dca';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_6f4d8382_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:44d7be68be798979';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_githubrepository_6f4d8382_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrep_6f4d8382_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:215cb1ab35be79ad';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_6f4d8382_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_6f4d8382_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_githubrepository_6f4d8382_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_6f4d8382_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:4784f5ad1cc589cf';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_4f1dcaaf_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_insert" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:76da0a39797023cf';
DROP TRIGGER IF EXISTS "github_activity_tracker_githubrepository_4f1dcaaf_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."owner_account_id" IS DISTINCT FROM NEW."owner_account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_githubreposito_4f1dcaaf_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_githubrepository_4f1dcaaf_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:9ae8551ca4506089';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_githubrepository_6f4d8382_missing_v1"(ARRAY(SELECT DISTINCT c."owner_account_id" FROM "github_activity_tracker"."github_activity_tracker_githubrepository" c WHERE c."owner_account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_githubrepository.owner_account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_githubrepository.owner_account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_insert_v1"() IS 'appschemas:d962bffc4e4b3c34';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_update_v1"() IS 'appschemas:00002ff33bf5045e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_holds_v1"(key bigint) IS 'appschemas:67d325c583265a93';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v1"() IS 'appschemas:5ed3ff46611ed522';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"() IS 'appschemas:925e6a67dc926e2f';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2e3627bc_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:fc4cd277ed473f7a';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_2e3627bc_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:504d2ccbad189891';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_2e3627bc_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_2e3627bc_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_2e3627bc_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_2e3627bc_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:133717875c1bb4ad';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_c8bc98c2_insert" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_c8bc98c2_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_c8bc98c2_insert" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:a3de15f11812d5bc';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_c8bc98c2_update" ON "github_activity_tracker"."github_activity_tracker_issue";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_c8bc98c2_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_c8bc98c2_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_c8bc98c2_update" ON "github_activity_tracker"."github_activity_tracker_issue" IS 'appschemas:7895f39bc4eaf148';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_2e3627bc_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issue" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issue.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubaccount_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(NEW."githubaccount_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v1"() IS 'appschemas:ec429636cfce3414';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubaccount_id" IS DISTINCT FROM OLD."githubaccount_id" AND NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(NEW."githubaccount_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v1"() IS 'appschemas:7d1a2248306d253a';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v1"() IS 'appschemas:f8f50801815af2b3';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_holds_v1"(key bigint) IS 'appschemas:1f6d0bda605e9d84';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"() IS 'appschemas:b04818f3ccf2835b';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_8c679e11_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:96fffc447f87a53c';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issue_assignees_8c679e11_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_ass_8c679e11_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:717c7f3a4b0e1a04';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_8c679e11_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_8c679e11_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issue_assignees_8c679e11_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_8c679e11_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:68442e85205f74a4';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_5fa2b598_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_insert" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:640ada6708fd69bb';
DROP TRIGGER IF EXISTS "github_activity_tracker_issue_assignees_5fa2b598_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issue_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issue_assignee_5fa2b598_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issue_assignees_5fa2b598_update" ON "github_activity_tracker"."github_activity_tracker_issue_assignees" IS 'appschemas:40fffc587e9f7b01';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issue_assignees_8c679e11_missing_v1"(ARRAY(SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_issue_assignees" c WHERE c."githubaccount_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issue_assignees.githubaccount_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issue_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_insert_v1"() IS 'appschemas:5f9267709fbc518c';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_update_v1"() IS 'appschemas:c2c0a0712b2bbca4';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v1"() IS 'appschemas:b595e6b252145888';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_holds_v1"(key bigint) IS 'appschemas:c548f2db487ced05';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"() IS 'appschemas:7458069aad2e1e38';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_7fff45ac_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:7e232408236fa72e';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_issuecomment_7fff45ac_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomm_7fff45ac_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:690cf910c8397d35';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_7fff45ac_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_7fff45ac_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_issuecomment_7fff45ac_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_7fff45ac_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:62204de50bd63ea5';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_58178318_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_58178318_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_58178318_insert" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:0c7c266bc3883c5c';
DROP TRIGGER IF EXISTS "github_activity_tracker_issuecomment_58178318_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_issuecomment_58178318_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_issuecomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_issuecomment_58178318_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_issuecomment_58178318_update" ON "github_activity_tracker"."github_activity_tracker_issuecomment" IS 'appschemas:3bca2cae74e1ede7';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_issuecomment_7fff45ac_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_issuecomment" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_issuecomment.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_issuecomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_insert_v1"() IS 'appschemas:8882b1fe18a6d110';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_update_v1"() IS 'appschemas:9792ce1970639f5b';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v1"() IS 'appschemas:e3ee7e1efaa999a7';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_holds_v1"(key bigint) IS 'appschemas:ce39db4d26cd7281';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"() IS 'appschemas:1e97cc68cdca9642';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_530a0972_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:e483c9a01efcf0f7';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_530a0972_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_530a0972_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:2d1c69c2260ea1a9';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_530a0972_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_530a0972_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_530a0972_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_530a0972_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:011463f365a68d94';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c46c302c_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c46c302c_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c46c302c_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:26ea2268861b1582';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_c46c302c_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_c46c302c_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_c46c302c_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_c46c302c_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest" IS 'appschemas:79ca649d8f40ee5a';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_530a0972_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequest.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubaccount_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(NEW."githubaccount_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v1"() IS 'appschemas:c75b65b7aed43868';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubaccount_id" IS DISTINCT FROM OLD."githubaccount_id" AND NEW."githubaccount_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."githubaccount_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(NEW."githubaccount_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v1"() IS 'appschemas:71889caf48991f22';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v1"() IS 'appschemas:93e503078bc80d81';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"() IS 'appschemas:1c44874e8a6c08b3';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assignees_f3496356_holds_v1"(key bigint) IS 'appschemas:d3d9af29445dae7e';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:50d141b118f7bd2a';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_f3496356_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:e5dc2044d7ff5ac0';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_f3496356_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequest_assign_f3496356_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_f3496356_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:bde096d21f4794c9';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:9dd53a12876afa2d';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequest_assignees_944cd9e6_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubaccount_id" IS DISTINCT FROM NEW."githubaccount_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequest_as_944cd9e6_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequest_assignees_944cd9e6_update" ON "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" IS 'appschemas:ffc74b7f7def7fd3';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequest_assigne_f3496356_missing_v1"(ARRAY(SELECT DISTINCT c."githubaccount_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequest_assignees" c WHERE c."githubaccount_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequest_assignees.githubaccount_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequest_assignees.githubaccount_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v1"() IS 'appschemas:8b158d4fa093e57f';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v1"() IS 'appschemas:a44c759d44e7cebe';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v1"() IS 'appschemas:80f2c6d18d7a20cc';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_holds_v1"(key bigint) IS 'appschemas:9b290ee39ca5a536';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"() IS 'appschemas:6f93e28b19770515';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:d09f383bcd8a0b16';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_c90f2177_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:1c4c0229ef006206';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_c90f2177_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_c90f2177_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:bc47d6755264df80';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7d062bfc_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:2adef29f79fe8b8c';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestcomment_7d062bfc_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestcom_7d062bfc_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestcomment_7d062bfc_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestcomment" IS 'appschemas:fc7cd258488d014f';
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."github_activity_tracker_pullrequestcomment_c90f2177_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "github_activity_tracker"."github_activity_tracker_pullrequestcomment" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'github_activity_tracker_pullrequestcomment.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of github_activity_tracker.github_activity_tracker_pullrequestcomment.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
-- github_activity_tracker.github_activity_tracker_pullrequestreview.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v1"() IS 'appschemas:6952be4331cfc419';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_update_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_update_v1"() IS 'appschemas:c550fe456f8c15c6';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(keys bigint[]) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestreview_7638eefe_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v1"() IS 'appschemas:bcc869d3b9347d87';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "github_activity_tracker"."github_activity_tracker_pullrequestreview" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_holds_v1"(key bigint) IS 'appschemas:350bf9813e60e881';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"() IS 'appschemas:ab653fdf328fcd31';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:f1b0dd394058bc46';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullreque_7638eefe_restrict_truncate_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:ae93c3494009e852';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_7638eefe_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."github_activity_tracker_pullrequestreview_7638eefe_restrict_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_7638eefe_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:5f7f346b653e12a8';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_8185f920_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_8185f920_insert" AFTER INSERT ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_insert_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_8185f920_insert" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:0bc74cf7fafce1a3';
DROP TRIGGER IF EXISTS "github_activity_tracker_pullrequestreview_8185f920_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview";
CREATE CONSTRAINT TRIGGER "github_activity_tracker_pullrequestreview_8185f920_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_pullrequestreview"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."github_activity_tracker_pullrequestrev_8185f920_check_update_v1"();
COMMENT ON TRIGGER "github_activity_tracker_pullrequestreview_8185f920_update" ON "github_activity_tracker"."github_activity_tracker_pullrequestreview" IS 'appschemas:fa733930284bca5c';
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
