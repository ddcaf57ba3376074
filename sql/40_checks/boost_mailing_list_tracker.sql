-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_mailing_list_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'boost_mailing_list_tracker_keys',
    'boost_mailing_list_tracker_owner', 'cppa_user_tracker_keys', 'cppa_user_tracker_owner']::text[])
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

-- boost_mailing_list_tracker.boost_mailing_list_tracker_mailinglistmessage.sender_id -> cppa_user_tracker.cppa_user_tracker_mailinglistprofile.baseprofile_ptr_id
\set schema boost_mailing_list_tracker
\set referenced_schema cppa_user_tracker
\set table boost_mailing_list_tracker_mailinglistmessage
\set column sender_id
\set referenced_table cppa_user_tracker_mailinglistprofile
\set referenced_column baseprofile_ptr_id
\set check_insert boost_mailing_list_tracker_mailinglist_07060a14_check_insert
\set check_insert_is appschemas:64e89bee05587158
\set check_update boost_mailing_list_tracker_mailinglist_07060a14_check_update
\set check_update_is appschemas:f4228bfcbc4751fc
\set holds boost_mailing_list_tracker_mailinglistmessage_dfa73c18_holds
\set holds_is appschemas:eba68fdc06307e27
\set keys boost_mailing_list_tracker_mailinglistmessage_dfa73c18_keys
\set keys_is appschemas:799bb08b720861e8
\set rows boost_mailing_list_tracker_mailinglistmessage_dfa73c18_rows
\set rows_is appschemas:fadb6c6b3977f6bd
\set missing boost_mailing_list_tracker_mailinglistmessa_dfa73c18_missing
\set missing_is appschemas:389ca6a08500b178
\set restrict boost_mailing_list_tracker_mailinglistmess_dfa73c18_restrict
\set restrict_is appschemas:a64783c9c6e148ab
\set restrict_truncate boost_mailing_list_tracker_mailin_dfa73c18_restrict_truncate
\set restrict_truncate_is appschemas:ae17ddf99d949317
\set insert boost_mailing_list_tracker_mailinglistmessage_07060a14_insert
\set insert_is appschemas:7c36b524e21b7b19
\set update boost_mailing_list_tracker_mailinglistmessage_07060a14_update
\set update_is appschemas:ceeffe4a2b2ed034
\set referenced_delete boost_mailing_list_tracker_mailinglistmessage_dfa73c18_delete
\set referenced_delete_is appschemas:f575cb5f5fc426da
\set referenced_update boost_mailing_list_tracker_mailinglistmessage_dfa73c18_update
\set referenced_update_is appschemas:adb5db2766a8ffd6
\set referenced_truncate boost_mailing_list_tracker_mailinglistmessage_dfa73c18_truncate
\set referenced_truncate_is appschemas:2bf3bbbe6c134cc8
\ir of_a_key/row_bigint.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
