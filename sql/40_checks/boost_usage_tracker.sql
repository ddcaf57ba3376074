-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_usage_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'boost_library_tracker_keys', 'boost_library_tracker_owner',
    'boost_usage_tracker_keys', 'boost_usage_tracker_owner', 'github_activity_tracker_keys',
    'github_activity_tracker_owner']::text[])
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

-- boost_usage_tracker.boost_usage_tracker_boostexternalrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
\set schema boost_usage_tracker
\set referenced_schema github_activity_tracker
\set table boost_usage_tracker_boostexternalrepository
\set column githubrepository_ptr_id
\set referenced_table github_activity_tracker_githubrepository
\set referenced_column id
\set check_insert boost_usage_tracker_boostexternalrepos_50387433_check_insert
\set check_insert_is appschemas:fcf3de03474f2e17
\set check_update boost_usage_tracker_boostexternalrepos_50387433_check_update
\set check_update_is appschemas:20e21dd8b5ac1da8
\set holds boost_usage_tracker_boostexternalrepository_69066a07_holds
\set holds_is appschemas:d7d6664b6d80583a
\set keys boost_usage_tracker_boostexternalrepository_69066a07_keys
\set keys_is appschemas:dea4e7ff36b18286
\set rows boost_usage_tracker_boostexternalrepository_69066a07_rows
\set rows_is appschemas:ea43b8472d83db82
\set missing boost_usage_tracker_boostexternalrepository_69066a07_missing
\set missing_is appschemas:ca178c5a18c0292c
\set restrict boost_usage_tracker_boostexternalrepositor_69066a07_restrict
\set restrict_is appschemas:f619951f6daa3979
\set restrict_truncate boost_usage_tracker_boostexternal_69066a07_restrict_truncate
\set restrict_truncate_is appschemas:c63aaeeb69e056db
\set insert boost_usage_tracker_boostexternalrepository_50387433_insert
\set insert_is appschemas:ed69900ac4aa917c
\set update boost_usage_tracker_boostexternalrepository_50387433_update
\set update_is appschemas:e5e59ab14c267dad
\set referenced_delete boost_usage_tracker_boostexternalrepository_69066a07_delete
\set referenced_delete_is appschemas:25ea6a735a5d2f1f
\set referenced_update boost_usage_tracker_boostexternalrepository_69066a07_update
\set referenced_update_is appschemas:49e147a69f9e9e95
\set referenced_truncate boost_usage_tracker_boostexternalrepository_69066a07_truncate
\set referenced_truncate_is appschemas:e0f7b0b7aa413e87
\ir of_a_key/row_bigint.sql

-- boost_usage_tracker.boost_usage_tracker_boostusage.boost_header_id -> boost_library_tracker.boost_library_tracker_boostfile.github_file_id
\set schema boost_usage_tracker
\set referenced_schema boost_library_tracker
\set table boost_usage_tracker_boostusage
\set column boost_header_id
\set referenced_table boost_library_tracker_boostfile
\set referenced_column github_file_id
\set check_insert boost_usage_tracker_boostusage_44a281c5_check_insert
\set check_insert_is appschemas:811a421a611829db
\set check_update boost_usage_tracker_boostusage_44a281c5_check_update
\set check_update_is appschemas:8c5558e8f2b2c51e
\set holds boost_usage_tracker_boostusage_30011dec_holds
\set holds_is appschemas:5bdf05aab1d87e56
\set keys boost_usage_tracker_boostusage_30011dec_keys
\set keys_is appschemas:1a96feec24d47ccc
\set rows boost_usage_tracker_boostusage_30011dec_rows
\set rows_is appschemas:8b816e461f9c8bfa
\set missing boost_usage_tracker_boostusage_30011dec_missing
\set missing_is appschemas:c3ff9840b22ce606
\set restrict boost_usage_tracker_boostusage_30011dec_restrict
\set restrict_is appschemas:165eb46fc46142f6
\set restrict_truncate boost_usage_tracker_boostusage_30011dec_restrict_truncate
\set restrict_truncate_is appschemas:cc3b37bf62ea3464
\set insert boost_usage_tracker_boostusage_44a281c5_insert
\set insert_is appschemas:c8294e377bca8b7a
\set update boost_usage_tracker_boostusage_44a281c5_update
\set update_is appschemas:912bb5c08dbdf193
\set referenced_delete boost_usage_tracker_boostusage_30011dec_delete
\set referenced_delete_is appschemas:181c597ff1d35bcb
\set referenced_update boost_usage_tracker_boostusage_30011dec_update
\set referenced_update_is appschemas:af740621806a110d
\set referenced_truncate boost_usage_tracker_boostusage_30011dec_truncate
\set referenced_truncate_is appschemas:e6eef4b2f550ceb4
\ir of_a_key/row_bigint_referenced_first.sql

-- boost_usage_tracker.boost_usage_tracker_boostusage.file_path_id -> github_activity_tracker.github_activity_tracker_githubfile.id
\set schema boost_usage_tracker
\set referenced_schema github_activity_tracker
\set table boost_usage_tracker_boostusage
\set column file_path_id
\set referenced_table github_activity_tracker_githubfile
\set referenced_column id
\set check_insert boost_usage_tracker_boostusage_5306443a_check_insert
\set check_insert_is appschemas:206bcbd165ce613b
\set check_update boost_usage_tracker_boostusage_5306443a_check_update
\set check_update_is appschemas:c6fdff86988bec6c
\set holds boost_usage_tracker_boostusage_271bd754_holds
\set holds_is appschemas:39909a91ce3af09d
\set keys boost_usage_tracker_boostusage_271bd754_keys
\set keys_is appschemas:8d8671a710f7be0b
\set rows boost_usage_tracker_boostusage_271bd754_rows
\set rows_is appschemas:42060d0cd7e1e9b7
\set missing boost_usage_tracker_boostusage_271bd754_missing
\set missing_is appschemas:628c0fdd90026453
\set restrict boost_usage_tracker_boostusage_271bd754_restrict
\set restrict_is appschemas:0b9c37746f270cf3
\set restrict_truncate boost_usage_tracker_boostusage_271bd754_restrict_truncate
\set restrict_truncate_is appschemas:fbcc3085a7e546f2
\set insert boost_usage_tracker_boostusage_5306443a_insert
\set insert_is appschemas:825f0862faf84e05
\set update boost_usage_tracker_boostusage_5306443a_update
\set update_is appschemas:245096c7da519ec4
\set referenced_delete boost_usage_tracker_boostusage_271bd754_delete
\set referenced_delete_is appschemas:f9f61f0755848966
\set referenced_update boost_usage_tracker_boostusage_271bd754_update
\set referenced_update_is appschemas:a422164708b4b566
\set referenced_truncate boost_usage_tracker_boostusage_271bd754_truncate
\set referenced_truncate_is appschemas:727bd561efeb23b5
\ir of_a_key/row_bigint.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
