-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that discord_activity_tracker holds of other schemas.
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
    'discord_activity_tracker_keys', 'discord_activity_tracker_owner']::text[])
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

-- discord_activity_tracker.discord_activity_tracker_discordmessage.author_id -> cppa_user_tracker.cppa_user_tracker_discordprofile.baseprofile_ptr_id
\set schema discord_activity_tracker
\set referenced_schema cppa_user_tracker
\set table discord_activity_tracker_discordmessage
\set column author_id
\set referenced_table cppa_user_tracker_discordprofile
\set referenced_column baseprofile_ptr_id
\set check_insert discord_activity_tracker_discordmessag_afef245c_check_insert
\set check_insert_is appschemas:bc827c68f7adca4d
\set check_update discord_activity_tracker_discordmessag_afef245c_check_update
\set check_update_is appschemas:b8b46448399990ad
\set holds discord_activity_tracker_discordmessage_0fb86b9f_holds
\set holds_is appschemas:c85b309cde9ed094
\set keys discord_activity_tracker_discordmessage_0fb86b9f_keys
\set keys_is appschemas:ee2de98462cb7531
\set rows discord_activity_tracker_discordmessage_0fb86b9f_rows
\set rows_is appschemas:a014ef12f2f22817
\set missing discord_activity_tracker_discordmessage_0fb86b9f_missing
\set missing_is appschemas:76250c31fe97b675
\set restrict discord_activity_tracker_discordmessage_0fb86b9f_restrict
\set restrict_is appschemas:06698407ab877ecc
\set restrict_truncate discord_activity_tracker_discordm_0fb86b9f_restrict_truncate
\set restrict_truncate_is appschemas:6853f83f94926dfc
\set insert discord_activity_tracker_discordmessage_afef245c_insert
\set insert_is appschemas:e9d9fafb85d87289
\set update discord_activity_tracker_discordmessage_afef245c_update
\set update_is appschemas:634aa2ce5204da4b
\set referenced_delete discord_activity_tracker_discordmessage_0fb86b9f_delete
\set referenced_delete_is appschemas:f34995053b6da781
\set referenced_update discord_activity_tracker_discordmessage_0fb86b9f_update
\set referenced_update_is appschemas:7aece67ee7105088
\set referenced_truncate discord_activity_tracker_discordmessage_0fb86b9f_truncate
\set referenced_truncate_is appschemas:691ce98c6deaf9da
\ir of_a_key/row_bigint_referenced_first.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
