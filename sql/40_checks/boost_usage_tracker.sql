-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_usage_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_a93387d7_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_a93387d7_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_a93387d7_restrict_truncate_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_a93387d7_restrict_truncate_v1" IS 'appschemas:d1d3e78ddbd5788f';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_a93387d7_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id', 'boost_usage_tracker_boostexternalrepository'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_a93387d7_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_a93387d7_restrict_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_a93387d7_restrict_v1" IS 'appschemas:98097b2e9ba47599';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_holds_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_holds_v1" IS 'appschemas:f7465df1c427aad6';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubrepository_ptr_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_holds_v1"(NEW."githubrepository_ptr_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_insert_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_insert_v1" IS 'appschemas:803192c1941cdb2e';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubrepository_ptr_id" IS DISTINCT FROM OLD."githubrepository_ptr_id" AND NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_holds_v1"(NEW."githubrepository_ptr_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_update_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_update_v1" IS 'appschemas:e57b05d0d8a6d383';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_missing_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_missing_v1" IS 'appschemas:f3306676c0d0b6e4';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_b1fdb29f_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_b1fdb29f_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_insert_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_b1fdb29f_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:339a870a2f1d656e';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_b1fdb29f_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_b1fdb29f_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_b1fdb29f_check_update_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_b1fdb29f_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:95a29d6d9ad78877';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_a93387d7_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_a93387d7_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_a93387d7_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_a93387d7_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:809940f27b0e05a3';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_a93387d7_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_usage_tracker_boostexternalrepository_a93387d7_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_a93387d7_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_a93387d7_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:64a550493bf41e87';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_a93387d7_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_a93387d7_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_a93387d7_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_a93387d7_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:71889403331ad07d';
SET ROLE "boost_usage_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_a93387d7_missing_v1"(ARRAY(SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
-- boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_1e6d34a8_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_1e6d34a8_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_1e6d34a8_missing_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_1e6d34a8_missing_v1" IS 'appschemas:d13c82952683cb7c';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."boost_header_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."boost_header_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_holds_v1"(NEW."boost_header_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_header_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostfile".', NEW."boost_header_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_header_id', CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_insert_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_insert_v1" IS 'appschemas:a1ae8cf809ebfa1b';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."boost_header_id" IS DISTINCT FROM OLD."boost_header_id" AND NEW."boost_header_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_holds_v1"(NEW."boost_header_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_header_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostfile".', NEW."boost_header_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_header_id', CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_update_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_update_v1" IS 'appschemas:1731820956d0cbf6';
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_holds_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_holds_v1" IS 'appschemas:1881d16c1fcb959b';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_usage_tracker_boostusage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_truncate_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_truncate_v1" IS 'appschemas:11ecc34d2aa048c6';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) OLD."github_file_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) OLD."github_file_id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "boost_library_tracker"."boost_usage_tracker_boostusage_1e6d34a8_missing_v1"(ARRAY[OLD."github_file_id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id', 'boost_usage_tracker_boostusage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (github_file_id)=(%s) is still referenced from table "boost_usage_tracker.boost_usage_tracker_boostusage".', OLD."github_file_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_v1" IS 'appschemas:f73b873c31e5fc0f';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_1e6d34a8_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_1e6d34a8_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_1e6d34a8_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:a40f68537327352d';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_1e6d34a8_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_1e6d34a8_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_1e6d34a8_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:65386e6593d66867';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_1e6d34a8_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_1e6d34a8_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_1e6d34a8_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_1e6d34a8_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:bb377de4039b58d6';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_ce5950bc_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_ce5950bc_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_insert_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_ce5950bc_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:42b77793d92f428f';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_ce5950bc_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_ce5950bc_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_header_id" IS DISTINCT FROM NEW."boost_header_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_ce5950bc_check_update_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_ce5950bc_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:03cd429d08efdf17';
DO $check$
BEGIN
  PERFORM FROM "boost_library_tracker"."boost_usage_tracker_boostusage_1e6d34a8_missing_v1"(ARRAY(SELECT DISTINCT c."boost_header_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostusage.boost_header_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id is not there.';
  END IF;
END $check$;
-- boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_holds_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_holds_v1" IS 'appschemas:cf074fda75b074ba';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_usage_tracker_boostusage'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_truncate_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_truncate_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_truncate_v1" IS 'appschemas:5d18e99050a2bc6e';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostusage_c4ecb138_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id', 'boost_usage_tracker_boostusage'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_usage_tracker.boost_usage_tracker_boostusage".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_v1" IS 'appschemas:12ba4c4a3089bf26';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_c4ecb138_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_c4ecb138_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_c4ecb138_missing_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_c4ecb138_missing_v1" IS 'appschemas:a087c7a40e88c4ca';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."file_path_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."file_path_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_holds_v1"(NEW."file_path_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (file_path_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."file_path_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'file_path_id', CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_insert_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_insert_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_insert_v1" IS 'appschemas:1ee2cf00a1d33bd7';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."file_path_id" IS DISTINCT FROM OLD."file_path_id" AND NEW."file_path_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_holds_v1"(NEW."file_path_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (file_path_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."file_path_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'file_path_id', CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_update_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_update_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_update_v1" IS 'appschemas:7fa5498367294bf0';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_d6391fdb_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_d6391fdb_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_insert_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_d6391fdb_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:de5cfab516dc4c17';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_d6391fdb_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_d6391fdb_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."file_path_id" IS DISTINCT FROM NEW."file_path_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_d6391fdb_check_update_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_d6391fdb_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:ed4120372c59777f';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_c4ecb138_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_c4ecb138_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_c4ecb138_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:bcd8587f5553387a';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_c4ecb138_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_c4ecb138_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_c4ecb138_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:2055da3b2210080a';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_c4ecb138_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_c4ecb138_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_c4ecb138_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_c4ecb138_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:24675fc57ebb42db';
SET ROLE "boost_usage_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostusage_c4ecb138_missing_v1"(ARRAY(SELECT DISTINCT c."file_path_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostusage.file_path_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
