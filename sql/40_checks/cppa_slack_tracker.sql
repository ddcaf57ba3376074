-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that cppa_slack_tracker holds of other schemas.
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
    'appschemas_migrator_keys', 'cppa_slack_tracker_keys', 'cppa_slack_tracker_owner',
    'cppa_user_tracker_keys', 'cppa_user_tracker_owner']::text[])
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

-- cppa_slack_tracker.cppa_slack_tracker_slackchannel.creator_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
\set schema cppa_slack_tracker
\set referenced_schema cppa_user_tracker
\set table cppa_slack_tracker_slackchannel
\set column creator_user_id
\set referenced_table cppa_user_tracker_slackuser
\set referenced_column baseprofile_ptr_id
\set check_insert cppa_slack_tracker_slackchannel_98ac6683_check_insert
\set check_insert_is appschemas:4fafb1bc58dd8ada
\set check_update cppa_slack_tracker_slackchannel_98ac6683_check_update
\set check_update_is appschemas:cd2e31a11e69f22a
\set holds cppa_slack_tracker_slackchannel_5897a2a6_holds
\set holds_is appschemas:5066aeaa36babf90
\set keys cppa_slack_tracker_slackchannel_5897a2a6_keys
\set keys_is appschemas:1869f87bc82aa4df
\set rows cppa_slack_tracker_slackchannel_5897a2a6_rows
\set rows_is appschemas:95f60e98e9370449
\set missing cppa_slack_tracker_slackchannel_5897a2a6_missing
\set missing_is appschemas:78f9b27e32e5591a
\set restrict cppa_slack_tracker_slackchannel_5897a2a6_restrict
\set restrict_is appschemas:c50e54b19c4345f9
\set restrict_truncate cppa_slack_tracker_slackchannel_5897a2a6_restrict_truncate
\set restrict_truncate_is appschemas:65696b5dc1479d7c
\set insert cppa_slack_tracker_slackchannel_98ac6683_insert
\set insert_is appschemas:76727dc9d3f6442b
\set update cppa_slack_tracker_slackchannel_98ac6683_update
\set update_is appschemas:5f296f7b1a2d7676
\set referenced_delete cppa_slack_tracker_slackchannel_5897a2a6_delete
\set referenced_delete_is appschemas:a4c81f18c92728ac
\set referenced_update cppa_slack_tracker_slackchannel_5897a2a6_update
\set referenced_update_is appschemas:5a392492f5b28ffd
\set referenced_truncate cppa_slack_tracker_slackchannel_5897a2a6_truncate
\set referenced_truncate_is appschemas:1be7fe8903cede97
\ir of_a_key/row_bigint.sql

-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
\set schema cppa_slack_tracker
\set referenced_schema cppa_user_tracker
\set table cppa_slack_tracker_slackchannelmembership
\set column slack_user_id
\set referenced_table cppa_user_tracker_slackuser
\set referenced_column baseprofile_ptr_id
\set check_insert cppa_slack_tracker_slackchannelmembers_61215d66_check_insert
\set check_insert_is appschemas:6b894163506abee4
\set check_update cppa_slack_tracker_slackchannelmembers_61215d66_check_update
\set check_update_is appschemas:7487ed107f5d3dbb
\set holds cppa_slack_tracker_slackchannelmembership_226d6c6f_holds
\set holds_is appschemas:3722e130029b23f1
\set keys cppa_slack_tracker_slackchannelmembership_226d6c6f_keys
\set keys_is appschemas:5ba8971134ff92e4
\set rows cppa_slack_tracker_slackchannelmembership_226d6c6f_rows
\set rows_is appschemas:50dd1f5cbd0d499d
\set missing cppa_slack_tracker_slackchannelmembership_226d6c6f_missing
\set missing_is appschemas:78f9b27e32e5591a
\set restrict cppa_slack_tracker_slackchannelmembership_226d6c6f_restrict
\set restrict_is appschemas:d600331cb78685ea
\set restrict_truncate cppa_slack_tracker_slackchannelme_226d6c6f_restrict_truncate
\set restrict_truncate_is appschemas:99e8f75b314f4400
\set insert cppa_slack_tracker_slackchannelmembership_61215d66_insert
\set insert_is appschemas:733ac4e3918b2d02
\set update cppa_slack_tracker_slackchannelmembership_61215d66_update
\set update_is appschemas:e4603ff2a14d4abd
\set referenced_delete cppa_slack_tracker_slackchannelmembership_226d6c6f_delete
\set referenced_delete_is appschemas:ca5507396afffb8d
\set referenced_update cppa_slack_tracker_slackchannelmembership_226d6c6f_update
\set referenced_update_is appschemas:3421cc3c513a1633
\set referenced_truncate cppa_slack_tracker_slackchannelmembership_226d6c6f_truncate
\set referenced_truncate_is appschemas:2f28e14688a43b31
\ir of_a_key/row_bigint.sql

-- cppa_slack_tracker.cppa_slack_tracker_slackchannelmembershipchangelog.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
\set schema cppa_slack_tracker
\set referenced_schema cppa_user_tracker
\set table cppa_slack_tracker_slackchannelmembershipchangelog
\set column slack_user_id
\set referenced_table cppa_user_tracker_slackuser
\set referenced_column baseprofile_ptr_id
\set check_insert cppa_slack_tracker_slackchannelmembers_7196f119_check_insert
\set check_insert_is appschemas:b2059b72edad2d0b
\set check_update cppa_slack_tracker_slackchannelmembers_7196f119_check_update
\set check_update_is appschemas:d4d4ea35ca59b7d9
\set holds cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_holds
\set holds_is appschemas:6b4abdba2a737160
\set keys cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_keys
\set keys_is appschemas:263c37689c3aa784
\set rows cppa_slack_tracker_slackchannelmembershipchang_6a3dcc6b_rows
\set rows_is appschemas:b9bb21b989777143
\set missing cppa_slack_tracker_slackchannelmembershipch_6a3dcc6b_missing
\set missing_is appschemas:78f9b27e32e5591a
\set restrict cppa_slack_tracker_slackchannelmembershipc_6a3dcc6b_restrict
\set restrict_is appschemas:8b654ffd04f3495f
\set restrict_truncate cppa_slack_tracker_slackchannelme_6a3dcc6b_restrict_truncate
\set restrict_truncate_is appschemas:ee408ea2b4b3a014
\set insert cppa_slack_tracker_slackchannelmembershipchange_7196f119_insert
\set insert_is appschemas:06d228c8863212ee
\set update cppa_slack_tracker_slackchannelmembershipchange_7196f119_update
\set update_is appschemas:2fdc9584ac5e4f64
\set referenced_delete cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_delete
\set referenced_delete_is appschemas:eed50cab69a5547c
\set referenced_update cppa_slack_tracker_slackchannelmembershipchange_6a3dcc6b_update
\set referenced_update_is appschemas:6fe6b71daf022812
\set referenced_truncate cppa_slack_tracker_slackchannelmembershipchan_6a3dcc6b_truncate
\set referenced_truncate_is appschemas:36ceca5f6ec29f45
\ir of_a_key/row_bigint.sql

-- cppa_slack_tracker.cppa_slack_tracker_slackmessage.slack_user_id -> cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id
\set schema cppa_slack_tracker
\set referenced_schema cppa_user_tracker
\set table cppa_slack_tracker_slackmessage
\set column slack_user_id
\set referenced_table cppa_user_tracker_slackuser
\set referenced_column baseprofile_ptr_id
\set check_insert cppa_slack_tracker_slackmessage_9fc6f7dc_check_insert
\set check_insert_is appschemas:92e6abf5d08ce3bb
\set check_update cppa_slack_tracker_slackmessage_9fc6f7dc_check_update
\set check_update_is appschemas:9c02f63fbff77146
\set holds cppa_slack_tracker_slackmessage_b6b0833f_holds
\set holds_is appschemas:9698735c89a77b59
\set keys cppa_slack_tracker_slackmessage_b6b0833f_keys
\set keys_is appschemas:f6a8227a435a19b8
\set rows cppa_slack_tracker_slackmessage_b6b0833f_rows
\set rows_is appschemas:d9a95155988e8174
\set missing cppa_slack_tracker_slackmessage_b6b0833f_missing
\set missing_is appschemas:78f9b27e32e5591a
\set restrict cppa_slack_tracker_slackmessage_b6b0833f_restrict
\set restrict_is appschemas:783b3be370f357b3
\set restrict_truncate cppa_slack_tracker_slackmessage_b6b0833f_restrict_truncate
\set restrict_truncate_is appschemas:6d902ecaabbb9161
\set insert cppa_slack_tracker_slackmessage_9fc6f7dc_insert
\set insert_is appschemas:6055b8d6566d2ab7
\set update cppa_slack_tracker_slackmessage_9fc6f7dc_update
\set update_is appschemas:900beaa714eb915c
\set referenced_delete cppa_slack_tracker_slackmessage_b6b0833f_delete
\set referenced_delete_is appschemas:01da2814a8d677a4
\set referenced_update cppa_slack_tracker_slackmessage_b6b0833f_update
\set referenced_update_is appschemas:e6f06a288b3619c3
\set referenced_truncate cppa_slack_tracker_slackmessage_b6b0833f_truncate
\set referenced_truncate_is appschemas:f0219f77e6466c0b
\ir of_a_key/row_bigint.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
