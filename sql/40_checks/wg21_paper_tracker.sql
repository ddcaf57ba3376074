-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that wg21_paper_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'cppa_user_tracker_keys', 'cppa_user_tracker_owner',
    'wg21_paper_tracker_keys', 'wg21_paper_tracker_owner']::text[])
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

-- wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor.profile_id -> cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile.baseprofile_ptr_id
\set schema wg21_paper_tracker
\set referenced_schema cppa_user_tracker
\set table wg21_paper_tracker_wg21paperauthor
\set column profile_id
\set referenced_table cppa_user_tracker_wg21paperauthorprofile
\set referenced_column baseprofile_ptr_id
\set check_insert wg21_paper_tracker_wg21paperauthor_85cf40df_check_insert
\set check_insert_is appschemas:b66640f302470237
\set check_update wg21_paper_tracker_wg21paperauthor_85cf40df_check_update
\set check_update_is appschemas:4bb3d80af9bcc042
\set holds wg21_paper_tracker_wg21paperauthor_05b9eeac_holds
\set holds_is appschemas:99ac1b0571c4582b
\set keys wg21_paper_tracker_wg21paperauthor_05b9eeac_keys
\set keys_is appschemas:8dd754a443fbef67
\set rows wg21_paper_tracker_wg21paperauthor_05b9eeac_rows
\set rows_is appschemas:27f16d6e966519d7
\set missing wg21_paper_tracker_wg21paperauthor_05b9eeac_missing
\set missing_is appschemas:da52e8bcfdeccfec
\set restrict wg21_paper_tracker_wg21paperauthor_05b9eeac_restrict
\set restrict_is appschemas:7e3278b8765ae14c
\set restrict_truncate wg21_paper_tracker_wg21paperautho_05b9eeac_restrict_truncate
\set restrict_truncate_is appschemas:a667a9a77c71e12b
\set insert wg21_paper_tracker_wg21paperauthor_85cf40df_insert
\set insert_is appschemas:cffddb95ac12a7ec
\set update wg21_paper_tracker_wg21paperauthor_85cf40df_update
\set update_is appschemas:2caacc6be3a64eda
\set referenced_delete wg21_paper_tracker_wg21paperauthor_05b9eeac_delete
\set referenced_delete_is appschemas:4fa1f54151bbb9c0
\set referenced_update wg21_paper_tracker_wg21paperauthor_05b9eeac_update
\set referenced_update_is appschemas:3f6f56645fa39056
\set referenced_truncate wg21_paper_tracker_wg21paperauthor_05b9eeac_truncate
\set referenced_truncate_is appschemas:1e5108bcd49f2bb7
\ir of_a_key/row_bigint_referenced_first.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
