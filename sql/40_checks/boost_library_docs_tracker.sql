-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_docs_tracker holds of other schemas.
-- Run by the same login or the migrator, or not at all: migrate does it. After all of 30_tables.
\set ON_ERROR_STOP on
\set QUIET on
\if :{?lock_timeout}
\else
  \set lock_timeout 5s
\endif
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL lock_timeout = :'lock_timeout';
SET LOCAL search_path = pg_catalog, pg_temp;
-- Until the end, a login without superuser lends itself the roles that it acts as here.
SELECT count(*) > 0 AS lends,
       coalesce(string_agg(quote_ident(r.rolname), ', '), '') AS lent,
       CASE WHEN current_setting('server_version_num')::int >= 160000
            THEN 'WITH INHERIT FALSE, SET TRUE' ELSE '' END AS lending
  FROM pg_roles r
 WHERE r.rolname = ANY (ARRAY[
    'appschemas_migrator_keys', 'boost_library_docs_tracker_keys',
    'boost_library_docs_tracker_owner', 'boost_library_tracker_keys',
    'boost_library_tracker_owner']::text[])
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END)) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
\endif
--
-- Each block is of the keys from one table into one schema, which stand above it. It sets the names
-- of both sides and of the functions and triggers; what those do stands in the file that it runs,
-- once for all keys alike. The COMMENT of each object says what it is for, after a fingerprint
-- (set as <name>_is), by which what is there is known. A block whose objects are all there is
-- skipped: nothing is locked and no row is read.

-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.first_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
-- boost_library_docs_tracker.boost_library_docs_tracker_boostdoccontent.last_version_id -> boost_library_tracker.boost_library_tracker_boostversion.id
\set schema boost_library_docs_tracker
\set referenced_schema boost_library_tracker
\set table boost_library_docs_tracker_boostdoccontent
\set column first_version_id
\set column_2 last_version_id
\set referenced_table boost_library_tracker_boostversion
\set referenced_column id
\set check_insert boost_library_docs_tracker_boostdoccon_4cfde239_check_insert
\set check_insert_is appschemas:16c231dda384f4b6
\set check_update boost_library_docs_tracker_boostdoccon_4cfde239_check_update
\set check_update_is appschemas:f3284fe00d10f99a
\set holds boost_library_docs_tracker_boostdoccontent_d06b30cb_holds
\set holds_is appschemas:dd4d6484f3d85cf5
\set keys boost_library_docs_tracker_boostdoccontent_d06b30cb_keys
\set keys_is appschemas:e734a9414f87b22d
\set rows boost_library_docs_tracker_boostdoccontent_d06b30cb_rows
\set rows_is appschemas:58b6d138d5494b84
\set missing boost_library_docs_tracker_boostdoccontent_d06b30cb_missing
\set missing_is appschemas:306928dec694b141
\set restrict boost_library_docs_tracker_boostdoccontent_d06b30cb_restrict
\set restrict_is appschemas:ad1b09440b07f838
\set restrict_truncate boost_library_docs_tracker_boostd_d06b30cb_restrict_truncate
\set restrict_truncate_is appschemas:22e913b1f83e3c4d
\set insert boost_library_docs_tracker_boostdoccontent_4cfde239_insert
\set insert_is appschemas:6f658701d9660fdf
\set update boost_library_docs_tracker_boostdoccontent_4cfde239_update
\set update_is appschemas:08bff5da0f91bad3
\set referenced_delete boost_library_docs_tracker_boostdoccontent_d06b30cb_delete
\set referenced_delete_is appschemas:765c754a17ac7076
\set referenced_update boost_library_docs_tracker_boostdoccontent_d06b30cb_update
\set referenced_update_is appschemas:2dba5ef498e861dd
\set referenced_truncate boost_library_docs_tracker_boostdoccontent_d06b30cb_truncate
\set referenced_truncate_is appschemas:5f8294fc1ede93fc
\ir of_a_key/row_bigint_2_columns.sql

-- boost_library_docs_tracker.boost_library_docs_tracker_boostlibrarydocumentation.boost_library_version_id -> boost_library_tracker.boost_library_tracker_boostlibraryversion.id
\set schema boost_library_docs_tracker
\set referenced_schema boost_library_tracker
\set table boost_library_docs_tracker_boostlibrarydocumentation
\set column boost_library_version_id
\set referenced_table boost_library_tracker_boostlibraryversion
\set referenced_column id
\set check_insert boost_library_docs_tracker_boostlibrar_edef6f5b_check_insert
\set check_insert_is appschemas:211c630b397e7712
\set check_update boost_library_docs_tracker_boostlibrar_edef6f5b_check_update
\set check_update_is appschemas:fd2122895ccb36be
\set holds boost_library_docs_tracker_boostlibrarydocume_00ee980f_holds
\set holds_is appschemas:8418db2b975f9963
\set keys boost_library_docs_tracker_boostlibrarydocumen_00ee980f_keys
\set keys_is appschemas:de50a133b6f9547f
\set rows boost_library_docs_tracker_boostlibrarydocumen_00ee980f_rows
\set rows_is appschemas:b90a604538537461
\set missing boost_library_docs_tracker_boostlibrarydocu_00ee980f_missing
\set missing_is appschemas:247945bd34d801f6
\set restrict boost_library_docs_tracker_boostlibrarydoc_00ee980f_restrict
\set restrict_is appschemas:8865efd7b2b78198
\set restrict_truncate boost_library_docs_tracker_boostl_00ee980f_restrict_truncate
\set restrict_truncate_is appschemas:f66469fe2e8df1d4
\set insert boost_library_docs_tracker_boostlibrarydocument_edef6f5b_insert
\set insert_is appschemas:7742ec6d3a47a38a
\set update boost_library_docs_tracker_boostlibrarydocument_edef6f5b_update
\set update_is appschemas:9412553960475555
\set referenced_delete boost_library_docs_tracker_boostlibrarydocument_00ee980f_delete
\set referenced_delete_is appschemas:91309c777a847113
\set referenced_update boost_library_docs_tracker_boostlibrarydocument_00ee980f_update
\set referenced_update_is appschemas:99b6a7e1b60d0adf
\set referenced_truncate boost_library_docs_tracker_boostlibrarydocume_00ee980f_truncate
\set referenced_truncate_is appschemas:994785d303893078
\ir of_a_key/row_bigint.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
