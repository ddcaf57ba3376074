-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_youtube_script_tracker holds of other schemas.
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
    'cppa_youtube_script_tracker_keys', 'cppa_youtube_script_tracker_owner']::text[])
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

-- cppa_youtube_script_tracker.cppa_youtube_script_tracker_youtubevideospeaker.speaker_id -> cppa_user_tracker.cppa_user_tracker_youtubespeaker.baseprofile_ptr_id
\set schema cppa_youtube_script_tracker
\set referenced_schema cppa_user_tracker
\set table cppa_youtube_script_tracker_youtubevideospeaker
\set column speaker_id
\set referenced_table cppa_user_tracker_youtubespeaker
\set referenced_column baseprofile_ptr_id
\set check_insert cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_insert
\set check_insert_is appschemas:9bc77f90e97559f6
\set check_update cppa_youtube_script_tracker_youtubevid_e4d8e15e_check_update
\set check_update_is appschemas:369b953dd3793f12
\set holds cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_holds
\set holds_is appschemas:e1deffd7106163e2
\set keys cppa_youtube_script_tracker_youtubevideospeake_ce4c861f_keys
\set keys_is appschemas:a9fb4d56ab20c905
\set rows cppa_youtube_script_tracker_youtubevideospeake_ce4c861f_rows
\set rows_is appschemas:3fe9a67918f70bee
\set missing cppa_youtube_script_tracker_youtubevideospe_ce4c861f_missing
\set missing_is appschemas:8d8ef0c1b15e0e73
\set restrict cppa_youtube_script_tracker_youtubevideosp_ce4c861f_restrict
\set restrict_is appschemas:7f10813d07e9fa85
\set restrict_truncate cppa_youtube_script_tracker_youtu_ce4c861f_restrict_truncate
\set restrict_truncate_is appschemas:c45e52b7364cbf9b
\set insert cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_insert
\set insert_is appschemas:582be02b2cb82896
\set update cppa_youtube_script_tracker_youtubevideospeaker_e4d8e15e_update
\set update_is appschemas:5b23e6a0ce11e1bd
\set referenced_delete cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_delete
\set referenced_delete_is appschemas:04f5043c84efd679
\set referenced_update cppa_youtube_script_tracker_youtubevideospeaker_ce4c861f_update
\set referenced_update_is appschemas:a865cff756c3a8d9
\set referenced_truncate cppa_youtube_script_tracker_youtubevideospeak_ce4c861f_truncate
\set referenced_truncate_is appschemas:1bfeb4493621a3b3
\ir of_a_key/row_bigint_referenced_first.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
