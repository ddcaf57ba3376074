-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_holds_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_holds_v1" IS 'appschemas:b1248b80feb53baf';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_truncate_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_truncate_v1" IS 'appschemas:f11604272db6c5e7';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostfile_ae456f34_missing_v1"(ARRAY[OLD."id"]);
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_v1" IS 'appschemas:5e7e59ee0578d7a9';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."github_file_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."github_file_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_holds_v1"(NEW."github_file_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_insert_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_insert_v1" IS 'appschemas:4855a3009d6f05a4';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."github_file_id" IS DISTINCT FROM OLD."github_file_id" AND NEW."github_file_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."github_file_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_holds_v1"(NEW."github_file_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_update_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_update_v1" IS 'appschemas:6a136ed91a65f585';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_ae456f34_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_ae456f34_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_ae456f34_missing_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_ae456f34_missing_v1" IS 'appschemas:a087c7a40e88c4ca';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_672866ea_insert" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_672866ea_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_672866ea_insert" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:cb7b14db9ce0953d';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_672866ea_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_672866ea_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostfile_672866ea_check_update_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_672866ea_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:d00ec342e272d92d';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_ae456f34_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_ae456f34_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_ae456f34_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:5388d0eb63392d3d';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_ae456f34_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_library_tracker_boostfile_ae456f34_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_ae456f34_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:6ede15ff0256c9f3';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostfile_ae456f34_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostfile_ae456f34_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostfile_ae456f34_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostfile_ae456f34_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:c139e9eda8494b57';
SET ROLE "boost_library_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostfile_ae456f34_missing_v1"(ARRAY(SELECT DISTINCT c."github_file_id" FROM "boost_library_tracker"."boost_library_tracker_boostfile" c WHERE c."github_file_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_tracker_boostfile.github_file_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id is not there.';
  END IF;
END $check$;
-- boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_6eddf4f2_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_6eddf4f2_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_6eddf4f2_restrict_truncate_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_6eddf4f2_restrict_truncate_v1" IS 'appschemas:1420db1596fb77c8';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_6eddf4f2_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_6eddf4f2_missing_v1"(ARRAY[OLD."id"]);
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_6eddf4f2_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_6eddf4f2_restrict_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_6eddf4f2_restrict_v1" IS 'appschemas:14aa673344f3a495';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_6eddf4f2_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_6eddf4f2_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_6eddf4f2_holds_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_6eddf4f2_holds_v1" IS 'appschemas:4652075900c6483c';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubrepository_ptr_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_6eddf4f2_holds_v1"(NEW."githubrepository_ptr_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_insert_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_insert_v1" IS 'appschemas:d3a10f3dd945fc8c';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubrepository_ptr_id" IS DISTINCT FROM OLD."githubrepository_ptr_id" AND NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrepository_6eddf4f2_holds_v1"(NEW."githubrepository_ptr_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_update_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_update_v1" IS 'appschemas:a7ac65efa02138ee';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_6eddf4f2_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_6eddf4f2_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_6eddf4f2_missing_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_6eddf4f2_missing_v1" IS 'appschemas:f3306676c0d0b6e4';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_3011c245_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_3011c245_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_3011c245_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS 'appschemas:96969d5c3956260e';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_3011c245_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_3011c245_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_library_tracker_boostlibraryrepo_3011c245_check_update_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_3011c245_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" IS 'appschemas:b0debceaecb6caef';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_6eddf4f2_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_6eddf4f2_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_6eddf4f2_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_6eddf4f2_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:5543cf4319fcd3ea';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_6eddf4f2_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_library_tracker_boostlibraryrepository_6eddf4f2_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_6eddf4f2_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_6eddf4f2_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:cf9ac46a3453d5ce';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrepository_6eddf4f2_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrepository_6eddf4f2_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryreposito_6eddf4f2_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrepository_6eddf4f2_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:684d87ffb7f6205b';
SET ROLE "boost_library_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_library_tracker_boostlibraryrepositor_6eddf4f2_missing_v1"(ARRAY(SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
-- boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_37efcb16_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_37efcb16_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_37efcb16_restrict_truncate_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_37efcb16_restrict_truncate_v1" IS 'appschemas:7f37263d70e36197';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_37efcb16_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_37efcb16_missing_v1"(ARRAY[OLD."baseprofile_ptr_id"]);
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_37efcb16_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_37efcb16_restrict_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_37efcb16_restrict_v1" IS 'appschemas:0bfe8a191d5201de';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_37efcb16_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_37efcb16_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_37efcb16_holds_v1" TO "cppa_user_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_37efcb16_holds_v1" IS 'appschemas:45e0d2d5d800c2e9';
SET ROLE "cppa_user_tracker_owner";
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."account_id" IS NULL OR (SELECT true FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_37efcb16_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_insert_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_insert_v1" IS 'appschemas:214af809bb3fdd5c';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."account_id" IS DISTINCT FROM OLD."account_id" AND NEW."account_id" IS NOT NULL THEN
    PERFORM FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) NEW."account_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelatio_37efcb16_holds_v1"(NEW."account_id") THEN
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
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_update_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_update_v1" IS 'appschemas:b0e041d2f0e5e8ca';
CREATE OR REPLACE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_37efcb16_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "cppa_user_tracker"."cppa_user_tracker_githubaccount" p WHERE p."baseprofile_ptr_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_37efcb16_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_37efcb16_missing_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_37efcb16_missing_v1" IS 'appschemas:ceb9acb07ff18c0e';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_6b725b8f_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_6b725b8f_insert" AFTER INSERT ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_6b725b8f_insert" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS 'appschemas:ea50a2da079a1883';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_6b725b8f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_6b725b8f_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."account_id" IS DISTINCT FROM NEW."account_id")
  EXECUTE FUNCTION "cppa_user_tracker"."boost_library_tracker_boostlibraryrole_6b725b8f_check_update_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_6b725b8f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" IS 'appschemas:6e68bfb4f38747ca';
SET ROLE "cppa_user_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelatio_37efcb16_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE TRIGGER "boost_library_tracker_boostlibraryrolerelatio_37efcb16_truncate" AFTER TRUNCATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibrar_37efcb16_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelatio_37efcb16_truncate" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:33a639b92e6491a5';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_37efcb16_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_37efcb16_delete" AFTER DELETE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_37efcb16_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_37efcb16_delete" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:c35696fa37bcd18f';
DROP TRIGGER IF EXISTS "boost_library_tracker_boostlibraryrolerelations_37efcb16_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount";
CREATE CONSTRAINT TRIGGER "boost_library_tracker_boostlibraryrolerelations_37efcb16_update" AFTER UPDATE ON "cppa_user_tracker"."cppa_user_tracker_githubaccount"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."baseprofile_ptr_id" IS DISTINCT FROM NEW."baseprofile_ptr_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_tracker_boostlibraryrolerela_37efcb16_restrict_v1"();
COMMENT ON TRIGGER "boost_library_tracker_boostlibraryrolerelations_37efcb16_update" ON "cppa_user_tracker"."cppa_user_tracker_githubaccount" IS 'appschemas:79d32d8920c0b340';
SET ROLE "boost_library_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "cppa_user_tracker"."boost_library_tracker_boostlibraryrolerelat_37efcb16_missing_v1"(ARRAY(SELECT DISTINCT c."account_id" FROM "boost_library_tracker"."boost_library_tracker_boostlibraryrolerelationship" c WHERE c."account_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_tracker_boostlibraryrolerelationship.account_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
