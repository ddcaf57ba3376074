-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_docs_tracker holds of other schemas
BEGIN;
SET LOCAL lock_timeout = '5s';
-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.first_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.last_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
SET ROLE "boost_library_docs_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) $1)
      OR EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1" IS 'appschemas:d22794cd474ec6d7';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1" TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_missing_v1" IS 'appschemas:67b1beb45a1ae77a';
SET ROLE "boost_library_docs_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" IS NOT NULL)
      OR EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."first_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1
      FOR KEY SHARE OF c;
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
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" c WHERE c."last_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1" IS 'appschemas:b2841a77eba411be';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_4cfde239_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
  "found_2" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p),
           (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p)
      INTO "found_1", "found_2";
  ELSE
    IF NEW."first_version_id" IS NOT DISTINCT FROM OLD."first_version_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."first_version_id" FOR KEY SHARE OF p);
    END IF;
    IF NEW."last_version_id" IS NOT DISTINCT FROM OLD."last_version_id" THEN
      "found_2" := true;
    ELSE
      "found_2" := (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."last_version_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."first_version_id" IS NOT NULL THEN
    IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(NEW."first_version_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.first_version_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (first_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."first_version_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'first_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.first_version_id';
    END IF;
  END IF;
  IF "found_2" IS NULL AND NEW."last_version_id" IS NOT NULL THEN
    IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_holds_v1"(NEW."last_version_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'boost_library_docs_tracker_boostdoccontent.last_version_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (last_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostversion".', NEW."last_version_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'last_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostdoccontent.last_version_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_4cfde239_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_4cfde239_check_v1" TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_4cfde239_check_v1" IS 'appschemas:a9f972a33ae098a4';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_delete" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:439d427de2b1040f';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_update" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:63e883299d755806';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" ON "boost_library_tracker"."boost_library_tracker_boostversion";
CREATE TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" BEFORE TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostversion"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate" ON "boost_library_tracker"."boost_library_tracker_boostversion" IS 'appschemas:6a3fe23caaf88508';
SET ROLE "boost_library_docs_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" AFTER INSERT ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_4cfde239_check_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS 'appschemas:99bfb1c919fbf1d5';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostdoccontent_4cfde239_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_update" AFTER UPDATE ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."first_version_id" IS DISTINCT FROM NEW."first_version_id" OR OLD."last_version_id" IS DISTINCT FROM NEW."last_version_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostdoccontent_4cfde239_check_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostdoccontent_4cfde239_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostdoccontent" IS 'appschemas:fe11863e66e8d69a';
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
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(key bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) $1);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1" IS 'appschemas:0ed7e376488fc529';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1"(keys bigint[]) RETURNS SETOF bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) given.key);
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1" TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing_v1" IS 'appschemas:33b7fddbe0b045f7';
SET ROLE "boost_library_docs_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds its keys, checked by trigger.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF EXISTS (SELECT FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" IS NOT NULL) THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = 'Table "boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation" holds keys of it.', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1;
  IF FOUND THEN
    PERFORM FROM "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" c WHERE c."boost_library_version_id" OPERATOR(pg_catalog.=) OLD."id" LIMIT 1
      FOR KEY SHARE OF c;
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
REVOKE ALL ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1" TO "boost_library_tracker_owner";
COMMENT ON FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1" IS 'appschemas:99659ba630eb0e56';
SET ROLE "boost_library_tracker_owner";
CREATE OR REPLACE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocume_edef6f5b_check_v1"() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $check$DECLARE
  "found_1" boolean;
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p)
      INTO "found_1";
  ELSE
    IF NEW."boost_library_version_id" IS NOT DISTINCT FROM OLD."boost_library_version_id" THEN
      "found_1" := true;
    ELSE
      "found_1" := (SELECT true FROM ONLY "boost_library_tracker"."boost_library_tracker_boostlibraryversion" p WHERE p."id" OPERATOR(pg_catalog.=) NEW."boost_library_version_id" FOR KEY SHARE OF p);
    END IF;
  END IF;
  IF "found_1" IS NULL AND NEW."boost_library_version_id" IS NOT NULL THEN
    IF "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds_v1"(NEW."boost_library_version_id") THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id'
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format('Key (boost_library_version_id)=(%s) is not present in table "boost_library_tracker.boost_library_tracker_boostlibraryversion".', NEW."boost_library_version_id"),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = 'boost_library_version_id', CONSTRAINT = 'boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id';
    END IF;
  END IF;
  RETURN NULL;
END
$check$;
REVOKE ALL ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocume_edef6f5b_check_v1" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocume_edef6f5b_check_v1" TO "boost_library_docs_tracker_owner";
COMMENT ON FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocume_edef6f5b_check_v1" IS 'appschemas:57583d1b17cf84bd';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" AFTER DELETE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:cc0da7f281ad8095';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" AFTER UPDATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_00ee980f_update" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:0ffde92599dbbfbb';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion";
CREATE TRIGGER "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" BEFORE TRUNCATE ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion"
  FOR EACH STATEMENT
  EXECUTE FUNCTION "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate" ON "boost_library_tracker"."boost_library_tracker_boostlibraryversion" IS 'appschemas:6e0c95ad7e4e35f5';
SET ROLE "boost_library_docs_tracker_owner";
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" AFTER INSERT ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocume_edef6f5b_check_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS 'appschemas:11f6ade1a9488b42';
DROP TRIGGER IF EXISTS "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation";
CREATE CONSTRAINT TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" AFTER UPDATE ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."boost_library_version_id" IS DISTINCT FROM NEW."boost_library_version_id")
  EXECUTE FUNCTION "boost_library_tracker"."boost_library_docs_tracker_boostlibrarydocume_edef6f5b_check_v1"();
COMMENT ON TRIGGER "boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update" ON "boost_library_docs_tracker"."boost_library_docs_tracker_boostlibrarydocumentation" IS 'appschemas:3abae050580e8e50';
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
