-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(key bigint) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(key bigint) IS 'appschemas:b1248b80feb53baf';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostfile" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_tracker_boostfile'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostfile" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v1"() IS 'appschemas:f11604272db6c5e7';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostfile" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostfile.github_file_id', 'boost_library_tracker_boostfile'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_tracker.boost_library_tracker_boostfile".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_tracker_boostfile.github_file_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"() IS 'appschemas:1ea07fdd86135af3';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(keys bigint[]) TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(keys bigint[]) IS 'appschemas:a087c7a40e88c4ca';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."github_file_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."github_file_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(NEW."github_file_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostfile.github_file_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (github_file_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."github_file_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'github_file_id', CONSTRAINT = 'boost_library_tracker_boostfile.github_file_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_insert_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_insert_v1"() IS 'appschemas:7f042b1cffbce7b9';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."github_file_id" IS DISTINCT FROM OLD."github_file_id" AND NEW."github_file_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_holds_v1"(NEW."github_file_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostfile.github_file_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (github_file_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."github_file_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'github_file_id', CONSTRAINT = 'boost_library_tracker_boostfile.github_file_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_update_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_update_v1"() IS 'appschemas:ad596c8d6c4068b0';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_bbdb0417_insert" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_bbdb0417_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_bbdb0417_insert" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:18c35807ce486fec';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_bbdb0417_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_bbdb0417_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_bbdb0417_check_update_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_bbdb0417_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:beff85f5cb5066d9';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_434491d1_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_434491d1_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_434491d1_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:568f2c96b56e5098';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_434491d1_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_library_tracker_boostfile_434491d1_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_434491d1_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:3734d2682211370f';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_434491d1_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_434491d1_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_434491d1_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_434491d1_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:54e1bfcb18941b51';
SET ROLE "boost_library_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostfile_434491d1_missing_v1"(ARRAY(SELECT DISTINCT c."github_file_id" FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_tracker_boostfile.github_file_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id is not there.';
  END IF;
END $check$;
-- boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v1"() IS 'appschemas:1420db1596fb77c8';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id', 'boost_library_tracker_boostlibraryrepository'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_tracker.boost_library_tracker_boostlibraryrepository".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"() IS 'appschemas:0b48ca771314a3cb';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(key bigint) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(key bigint) IS 'appschemas:4652075900c6483c';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubrepository_ptr_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(NEW."githubrepository_ptr_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v1"() IS 'appschemas:01b62f1e580c38bd';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubrepository_ptr_id" IS DISTINCT FROM OLD."githubrepository_ptr_id" AND NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_805cf660_holds_v1"(NEW."githubrepository_ptr_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v1"() IS 'appschemas:dced3106a0675bf4';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(keys bigint[]) TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(keys bigint[]) IS 'appschemas:f3306676c0d0b6e4';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_ed08eef0_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS 'appschemas:bb7b53512d229413';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_ed08eef0_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_ed08eef0_check_update_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_ed08eef0_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS 'appschemas:8645d8d823f56747';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_805cf660_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:1fe4f73f10e7be63';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_805cf660_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_805cf660_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:96eb99eb34b0f04d';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_805cf660_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_805cf660_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_805cf660_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:5fb5606497653aec';
SET ROLE "boost_library_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_805cf660_missing_v1"(ARRAY(SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
-- boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v1"() IS 'appschemas:7f37263d70e36197';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) OLD."baseprofile_ptr_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship.account_id', 'boost_library_tracker_boostlibraryrolerelationship'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (baseprofile_ptr_id)=(%s) is still referenced from table "boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship".', OLD."baseprofile_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_tracker_boostlibraryrolerelationship.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"() TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"() IS 'appschemas:9b1dfc0f795589e0';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(key bigint) TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(key bigint) IS 'appschemas:45e0d2d5d800c2e9';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrolerelationship.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v1"() IS 'appschemas:97a0c01f47768c56';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds_v1"(NEW."account_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_tracker_boostlibraryrolerelationship.account_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (account_id)=(%s) is not present in table "cppa_user_tracker.cppa_user_tracker_githubaccount".', NEW."account_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'account_id', CONSTRAINT = 'boost_library_tracker_boostlibraryrolerelationship.account_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v1"() IS 'appschemas:5ff2ec2d3ffb3d02';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(keys bigint[]) TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(keys bigint[]) IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS 'appschemas:46f7abf2e8579122';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_f0f7c57a_check_update_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS 'appschemas:a59841eb2991d87d';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:c362c41cff4dd57f';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:0eaca63a59d487e3';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_d11d7b43_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_d11d7b43_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:4a05ce610080f9fa';
SET ROLE "boost_library_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_tracker_boostlibraryrolerelationship.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
