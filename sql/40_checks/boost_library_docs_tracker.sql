-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_docs_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.first_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.last_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
SET ROLE "boost_library_docs_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" IS NOT NULL)
      OR EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v1"() IS 'appschemas:a75b9556cb9d9ff6';
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) $1)
      OR EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(key bigint) TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(key bigint) IS 'appschemas:543272c7bceacb55';
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id', 'boost_library_docs_tracker_boostdoccontent'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
      END IF;
    END IF;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id', 'boost_library_docs_tracker_boostdoccontent'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"() IS 'appschemas:344f789c8b6b13cc';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."first_version_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p))
      AND (NEW."last_version_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."first_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(NEW."first_version_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (first_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."first_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'first_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
      END IF;
    END IF;
  END IF;
  IF NEW."last_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(NEW."last_version_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (last_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."last_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'last_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v1"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v1"() IS 'appschemas:f24293e7a9a6ebec';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."first_version_id" IS DISTINCT FROM OLD."first_version_id" AND NEW."first_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(NEW."first_version_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (first_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."first_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'first_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
      END IF;
    END IF;
  END IF;
  IF NEW."last_version_id" IS DISTINCT FROM OLD."last_version_id" AND NEW."last_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(NEW."last_version_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (last_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."last_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'last_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v1"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v1"() IS 'appschemas:8257386de91bf273';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(keys bigint[]) TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(keys bigint[]) IS 'appschemas:46cd48e4482b7aea';
SET ROLE "boost_library_docs_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" AFTER INSERT ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS 'appschemas:91d5a0a439b1e9d5';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_4cfde239_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_update" AFTER UPDATE ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."first_version_id" IS DISTINCT FROM NEW."first_version_id" OR OLD."last_version_id" IS DISTINCT FROM NEW."last_version_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccon_4cfde239_check_update_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS 'appschemas:feed2ac1de906212';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:060a001228a2e3b2';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:a53aafc1c227d553';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:4d1fd12d5f7868b8';
SET ROLE "boost_library_docs_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(ARRAY(SELECT DISTINCT c."first_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_docs_tracker_boostdoccontent.first_version_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.first_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id is not there.';
  END IF;
END $check$;
DO $check$
BEGIN
  PERFORM FROM "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(ARRAY(SELECT DISTINCT c."last_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_docs_tracker_boostdoccontent.last_version_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.last_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id is not there.';
  END IF;
END $check$;
-- boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id -> boost_library_tracker.boost_library_tracker_boostlibraryversion.id
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation'
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v1"() IS 'appschemas:bba02a7eb64da197';
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1 FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(ARRAY[OLD."id"]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id', 'boost_library_docs_tracker_boostlibrarydocumentation'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (id)=(%s) is still referenced from table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation".', OLD."id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"() TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"() IS 'appschemas:eb091e5a05bdb966';
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(key bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(key bigint) TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(key bigint) IS 'appschemas:5bfd1e1a0b309470';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF (NEW."boost_library_version_id" IS NULL OR (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p)) THEN
    RETURN NULL;
  END IF;
  IF NEW."boost_library_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(NEW."boost_library_version_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_library_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostlibraryversion".', NEW."boost_library_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_library_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v1"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v1"() IS 'appschemas:d510a406bc7d968f';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  IF NEW."boost_library_version_id" IS DISTINCT FROM OLD."boost_library_version_id" AND NEW."boost_library_version_id" IS NOT NULL THEN
    PERFORM FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(NEW."boost_library_version_id") THEN
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format('Key (boost_library_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostlibraryversion".', NEW."boost_library_version_id"),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = 'boost_library_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v1"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v1"() TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v1"() IS 'appschemas:cdadce8fd8c7ebcb';
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(keys bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(keys bigint[]) TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(keys bigint[]) IS 'appschemas:4b681c390b426f69';
SET ROLE "boost_library_docs_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" AFTER INSERT ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS 'appschemas:0d0c5804ac50a672';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" AFTER UPDATE ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_library_version_id" IS DISTINCT FROM NEW."boost_library_version_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrar_edef6f5b_check_update_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS 'appschemas:677dc8641bd7b37b';
SET ROLE "boost_library_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE TRIGGER "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" AFTER TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostl_00ee980f_restrict_truncate_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:2084bf155c8830b3';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:f5086bd602626325';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:139d1446ab348f48';
SET ROLE "boost_library_docs_tracker_owner";
DO $check$
BEGIN
  PERFORM FROM "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(ARRAY(SELECT DISTINCT c."boost_library_version_id" FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" IS NOT NULL));
  IF FOUND THEN
    RAISE EXCEPTION 'identity key "%" is violated by some row', 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
      USING ERRCODE = 'foreign_key_violation', DETAIL = 'Some key of boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id -> boost_library_tracker.boost_library_tracker_boostlibraryversion.id is not there.';
  END IF;
END $check$;
RESET ROLE;
COMMIT;
