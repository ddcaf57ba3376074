-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_usage_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1" IS 'appschemas:5a34126bbfd1c359';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1" IS 'appschemas:f62f12cd9c4d0173';
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostexternalrepository" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1" IS 'appschemas:b6b297a69816eb77';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_50387433_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."githubrepository_ptr_id" IS NOT DISTINCT FROM OLD."githubrepository_ptr_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubrepository" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."githubrepository_ptr_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."githubrepository_ptr_id" IS NOT NULL THEN
    IF "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_holds_v1"(NEW."githubrepository_ptr_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (githubrepository_ptr_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubrepository".', NEW."githubrepository_ptr_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'githubrepository_ptr_id', CONSTRAINT = 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_50387433_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_50387433_check_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_50387433_check_v1" IS 'appschemas:4b1098367f1820c7';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_delete" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:87dd9528c0fef9fa';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_update" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:a70dae0421792b46';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_69066a07_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository";
CREATE TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_truncate" BEFORE TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubrepository"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostexternalrepositor_69066a07_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_69066a07_truncate" ON "github_activity_tracker"."github_activity_tracker_githubrepository" IS 'appschemas:093ba358f647bdf4';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_50387433_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_50387433_check_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:29209f76cda2d503';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostexternalrepository_50387433_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."githubrepository_ptr_id" IS DISTINCT FROM NEW."githubrepository_ptr_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_50387433_check_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostexternalrepository_50387433_update" ON "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" IS 'appschemas:cd87bca4ef9ff2bb';
DO $check$
BEGIN
  PERFORM FROM "github_activity_tracker"."boost_usage_tracker_boostexternalrepository_69066a07_missing_v1"(ARRAY(SELECT DISTINCT c."githubrepository_ptr_id" FROM "boost_usage_tracker"."boost_usage_tracker_boostexternalrepository" c WHERE c."githubrepository_ptr_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id is not there.';
  END IF;
END $check$;
-- boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1" IS 'appschemas:7b0f94a7074f76ba';
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
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_30011dec_missing_v1" IS 'appschemas:4e906581d0f11c69';
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'boost_usage_tracker_boostusage'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) OLD."github_file_id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."boost_header_id" OPERATOR(pg_catalog.=) OLD."github_file_id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1" IS 'appschemas:5bb425a1a1c6b948';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."boost_header_id" IS NOT DISTINCT FROM OLD."boost_header_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostfile" p WHERE p."github_file_id" OPERATOR(pg_catalog.=) NEW."boost_header_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."boost_header_id" IS NOT NULL THEN
    IF "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_holds_v1"(NEW."boost_header_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'boost_usage_tracker_boostusage.boost_header_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (boost_header_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostfile".', NEW."boost_header_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'boost_header_id', CONSTRAINT = 'boost_usage_tracker_boostusage.boost_header_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_v1" IS 'appschemas:9244b7e8cd6ac471';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_30011dec_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_delete" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:097dda172ef67e1c';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_update" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_30011dec_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."github_file_id" IS DISTINCT FROM NEW."github_file_id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_update" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:d24c65a5a48cc534';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_30011dec_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_30011dec_truncate" BEFORE TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_30011dec_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_30011dec_truncate" ON "boost_library_tracker"."boost_library_tracker_boostfile" IS 'appschemas:5955ed1d53bd790d';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_44a281c5_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_44a281c5_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_44a281c5_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:93feb30c71783680';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_44a281c5_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_44a281c5_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_header_id" IS DISTINCT FROM NEW."boost_header_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_usage_tracker_boostusage_44a281c5_check_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_44a281c5_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:f7fd333999e60be7';
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
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1" IS 'appschemas:8439d9c921250b8b';
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
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_271bd754_missing_v1" IS 'appschemas:1076dece0afedfc4';
SET ROLE "boost_usage_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'boost_usage_tracker_boostusage'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "boost_usage_tracker.boost_usage_tracker_boostusage" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_usage_tracker"."boost_usage_tracker_boostusage" c WHERE c."file_path_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1" TO "github_activity_tracker_owner";
COMMENT ON FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1" IS 'appschemas:4ba6a9f7605efaff';
SET ROLE "github_activity_tracker_owner";
CREATE OR REPLACE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."file_path_id" IS NOT DISTINCT FROM OLD."file_path_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "github_activity_tracker"."github_activity_tracker_githubfile" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."file_path_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."file_path_id" IS NOT NULL THEN
    IF "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_holds_v1"(NEW."file_path_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'boost_usage_tracker_boostusage.file_path_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (file_path_id)=(%s) is not present in table "github_activity_tracker.github_activity_tracker_githubfile".', NEW."file_path_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'file_path_id', CONSTRAINT = 'boost_usage_tracker_boostusage.file_path_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_v1" TO "boost_usage_tracker_owner";
COMMENT ON FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_v1" IS 'appschemas:149fd3759d137cca';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_271bd754_delete" AFTER DELETE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_delete" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:c4478c29a95f40d2';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_update" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_271bd754_update" AFTER UPDATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_update" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:ea26d41754b3e1a9';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_271bd754_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile";
CREATE TRIGGER "boost_usage_tracker_boostusage_271bd754_truncate" BEFORE TRUNCATE ON "github_activity_tracker"."github_activity_tracker_githubfile"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_usage_tracker"."boost_usage_tracker_boostusage_271bd754_restrict_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_271bd754_truncate" ON "github_activity_tracker"."github_activity_tracker_githubfile" IS 'appschemas:bb0e01d35f4233a8';
SET ROLE "boost_usage_tracker_owner";
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_5306443a_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_5306443a_insert" AFTER INSERT ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_5306443a_insert" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:2a8c05fdb401d739';
DROP TRIGGER IF EXISTS "boost_usage_tracker_boostusage_5306443a_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage";
CREATE CONSTRAINT TRIGGER "boost_usage_tracker_boostusage_5306443a_update" AFTER UPDATE ON "boost_usage_tracker"."boost_usage_tracker_boostusage"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."file_path_id" IS DISTINCT FROM NEW."file_path_id")
  EXECUTE FUNCTION "github_activity_tracker"."boost_usage_tracker_boostusage_5306443a_check_v1"();
COMMENT ON TRIGGER "boost_usage_tracker_boostusage_5306443a_update" ON "boost_usage_tracker"."boost_usage_tracker_boostusage" IS 'appschemas:15e3f0c71b8ea933';
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
