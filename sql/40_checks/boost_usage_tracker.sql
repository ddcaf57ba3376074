-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_usage_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v1"() IS 'appschemas:d1d3e78ddbd5788f';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(ARRAY[OLD."id"]);
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"() IS 'appschemas:7a86cfee587424dc';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(key bigint) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(key bigint) IS 'appschemas:f7465df1c427aad6';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."githubrepository_ptr_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(NEW."githubrepository_ptr_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v1"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v1"() IS 'appschemas:a4c40b6262ee2b9b';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."githubrepository_ptr_id" IS DISTINCT FROM OLD."githubrepository_ptr_id" AND NEW."githubrepository_ptr_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(NEW."githubrepository_ptr_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v1"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v1"() IS 'appschemas:3dc80cca7978cac2';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(keys bigint[]) TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(keys bigint[]) IS 'appschemas:f3306676c0d0b6e4';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_50387433_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_insert_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:6338ef93c36aceb2';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_50387433_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepos_50387433_check_update_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:1e366e32f8c5a3fe';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:949000431a29ccfe';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternal_69066a07_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:09533716c0a34e9e';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:d9e92f430d43cdf7';
SET ROLE "boost_usage_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(ARRAY(SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
-- boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(keys bigint[]) TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(keys bigint[]) IS 'appschemas:d13c82952683cb7c';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."boost_header_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."boost_header_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(NEW."boost_header_id") THEN
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_insert_v1"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_insert_v1"() IS 'appschemas:45183414b3dea8ea';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."boost_header_id" IS DISTINCT FROM OLD."boost_header_id" AND NEW."boost_header_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(NEW."boost_header_id") THEN
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_update_v1"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_update_v1"() IS 'appschemas:ada923e58cfaffd0';
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(key bigint) TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(key bigint) IS 'appschemas:1881d16c1fcb959b';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v1"() IS 'appschemas:11ecc34d2aa048c6';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(ARRAY[OLD."github_file_id"]);
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"() IS 'appschemas:c4418fa3c2f0091f';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_30011dec_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:c4eca551ed56f5a6';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_30011dec_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:82b2cf4e6082408f';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_30011dec_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:c30df23c1158b802';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_44a281c5_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_44a281c5_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_insert_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_44a281c5_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:a5048ea418cc8f61';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_44a281c5_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_44a281c5_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_header_id" IS DISTINCT FROM NEW."boost_header_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_update_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_44a281c5_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:510d76646ed1c33d';
DO $check$
BEGIN
  PERFORM FROM "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1"(ARRAY(SELECT DISTINCT c."boost_header_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostusage.boost_header_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id is not there.';
  END IF;
END $check$;
-- boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(key bigint) TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(key bigint) IS 'appschemas:cf074fda75b074ba';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v1"() RETURNS trigger
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v1"() IS 'appschemas:5d18e99050a2bc6e';
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"() RETURNS trigger
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
      PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(ARRAY[OLD."id"]);
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"() TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"() IS 'appschemas:c62aed5a62c433d4';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(keys bigint[]) TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(keys bigint[]) IS 'appschemas:a087c7a40e88c4ca';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."file_path_id" IS NULL OR (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."file_path_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(NEW."file_path_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_insert_v1"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_insert_v1"() IS 'appschemas:88f2a5b5f5719405';
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."file_path_id" IS DISTINCT FROM OLD."file_path_id" AND NEW."file_path_id" IS NOT NULL THEN
    PERFORM FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(NEW."file_path_id") THEN
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_update_v1"() TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_update_v1"() IS 'appschemas:765f86afad0d07f2';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_5306443a_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_5306443a_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_insert_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_5306443a_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:d37be4c8210e585b';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_5306443a_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_5306443a_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."file_path_id" IS DISTINCT FROM NEW."file_path_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_update_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_5306443a_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:94b3501360934de1';
SET ROLE "github_activity_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_271bd754_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:720b30c80da2ec68';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_271bd754_truncate" AFTER TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:55c4b4fbb88764bb';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_271bd754_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:a946f8c25d9822a6';
SET ROLE "boost_usage_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1"(ARRAY(SELECT DISTINCT c."file_path_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostusage.file_path_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
