-- Rendered from the contract by: manage.py schema_sql
-- The checks of the keys that boost_library_tracker holds of other schemas.
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
    'cppa_user_tracker_keys', 'cppa_user_tracker_owner', 'github_activity_tracker_keys',
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

-- boost_library_tracker.boost_library_tracker_boostfile.github_file_id -> github_activity_tracker.github_activity_tracker_githubfile.id
\set schema boost_library_tracker
\set referenced_schema github_activity_tracker
\set table boost_library_tracker_boostfile
\set column github_file_id
\set referenced_table github_activity_tracker_githubfile
\set referenced_column id
\set check_insert boost_library_tracker_boostfile_bbdb0417_check_insert
\set check_insert_is appschemas:73e2ebaf36f45b66
\set check_update boost_library_tracker_boostfile_bbdb0417_check_update
\set check_update_is appschemas:49f181b2258b382a
\set holds boost_library_tracker_boostfile_434491d1_holds
\set holds_is appschemas:98bf66c2571f297f
\set keys boost_library_tracker_boostfile_434491d1_keys
\set keys_is appschemas:2476f005d6b0973a
\set rows boost_library_tracker_boostfile_434491d1_rows
\set rows_is appschemas:39d47e124fd578da
\set missing boost_library_tracker_boostfile_434491d1_missing
\set missing_is appschemas:628c0fdd90026453
\set restrict boost_library_tracker_boostfile_434491d1_restrict
\set restrict_is appschemas:57229cfdc74d61bb
\set restrict_truncate boost_library_tracker_boostfile_434491d1_restrict_truncate
\set restrict_truncate_is appschemas:bba2191b62dcca9b
\set insert boost_library_tracker_boostfile_bbdb0417_insert
\set insert_is appschemas:8135b75a8bd712a7
\set update boost_library_tracker_boostfile_bbdb0417_update
\set update_is appschemas:3110cde142274a73
\set referenced_delete boost_library_tracker_boostfile_434491d1_delete
\set referenced_delete_is appschemas:dea26933f26cb4f3
\set referenced_update boost_library_tracker_boostfile_434491d1_update
\set referenced_update_is appschemas:32810738eaefaf5f
\set referenced_truncate boost_library_tracker_boostfile_434491d1_truncate
\set referenced_truncate_is appschemas:a9364bd6cc1ba927
\ir of_a_key/row_bigint.sql

-- boost_library_tracker.boost_library_tracker_boostlibraryrepository.githubrepository_ptr_id -> github_activity_tracker.github_activity_tracker_githubrepository.id
\set schema boost_library_tracker
\set referenced_schema github_activity_tracker
\set table boost_library_tracker_boostlibraryrepository
\set column githubrepository_ptr_id
\set referenced_table github_activity_tracker_githubrepository
\set referenced_column id
\set check_insert boost_library_tracker_boostlibraryrepo_ed08eef0_check_insert
\set check_insert_is appschemas:b90a71191e736af9
\set check_update boost_library_tracker_boostlibraryrepo_ed08eef0_check_update
\set check_update_is appschemas:d16c9f75acbfb33d
\set holds boost_library_tracker_boostlibraryrepository_805cf660_holds
\set holds_is appschemas:21bf405dce8e656a
\set keys boost_library_tracker_boostlibraryrepository_805cf660_keys
\set keys_is appschemas:67e9f820b363c17f
\set rows boost_library_tracker_boostlibraryrepository_805cf660_rows
\set rows_is appschemas:cd25e56c0a3c1078
\set missing boost_library_tracker_boostlibraryrepositor_805cf660_missing
\set missing_is appschemas:ca178c5a18c0292c
\set restrict boost_library_tracker_boostlibraryreposito_805cf660_restrict
\set restrict_is appschemas:f6c17fa1efe1c24d
\set restrict_truncate boost_library_tracker_boostlibrar_805cf660_restrict_truncate
\set restrict_truncate_is appschemas:e1dcd557ecd5833c
\set insert boost_library_tracker_boostlibraryrepository_ed08eef0_insert
\set insert_is appschemas:5c3f8f634a3ca0a0
\set update boost_library_tracker_boostlibraryrepository_ed08eef0_update
\set update_is appschemas:49e52b1192aa04ae
\set referenced_delete boost_library_tracker_boostlibraryrepository_805cf660_delete
\set referenced_delete_is appschemas:d544a936aa33c086
\set referenced_update boost_library_tracker_boostlibraryrepository_805cf660_update
\set referenced_update_is appschemas:d3be02bd8053c5df
\set referenced_truncate boost_library_tracker_boostlibraryrepository_805cf660_truncate
\set referenced_truncate_is appschemas:1529dc062939374b
\ir of_a_key/row_bigint.sql

-- boost_library_tracker.boost_library_tracker_boostlibraryrolerelationship.account_id -> cppa_user_tracker.cppa_user_tracker_githubaccount.baseprofile_ptr_id
\set schema boost_library_tracker
\set referenced_schema cppa_user_tracker
\set table boost_library_tracker_boostlibraryrolerelationship
\set column account_id
\set referenced_table cppa_user_tracker_githubaccount
\set referenced_column baseprofile_ptr_id
\set check_insert boost_library_tracker_boostlibraryrole_f0f7c57a_check_insert
\set check_insert_is appschemas:1ec0932392a066f2
\set check_update boost_library_tracker_boostlibraryrole_f0f7c57a_check_update
\set check_update_is appschemas:e8a0c39e74cef076
\set holds boost_library_tracker_boostlibraryrolerelatio_d11d7b43_holds
\set holds_is appschemas:0835db35a9415680
\set keys boost_library_tracker_boostlibraryrolerelation_d11d7b43_keys
\set keys_is appschemas:451fd6f12a2185cc
\set rows boost_library_tracker_boostlibraryrolerelation_d11d7b43_rows
\set rows_is appschemas:715b29c3b02c3c98
\set missing boost_library_tracker_boostlibraryrolerelat_d11d7b43_missing
\set missing_is appschemas:3c94303cf5f979cd
\set restrict boost_library_tracker_boostlibraryrolerela_d11d7b43_restrict
\set restrict_is appschemas:81c2142e59f78f89
\set restrict_truncate boost_library_tracker_boostlibrar_d11d7b43_restrict_truncate
\set restrict_truncate_is appschemas:4b746414715e9eb5
\set insert boost_library_tracker_boostlibraryrolerelations_f0f7c57a_insert
\set insert_is appschemas:dea595c8b0d1a242
\set update boost_library_tracker_boostlibraryrolerelations_f0f7c57a_update
\set update_is appschemas:9dfa968bebfbe9f0
\set referenced_delete boost_library_tracker_boostlibraryrolerelations_d11d7b43_delete
\set referenced_delete_is appschemas:29c703cc9e9a20d7
\set referenced_update boost_library_tracker_boostlibraryrolerelations_d11d7b43_update
\set referenced_update_is appschemas:932b93a194ca54cf
\set referenced_truncate boost_library_tracker_boostlibraryrolerelatio_d11d7b43_truncate
\set referenced_truncate_is appschemas:dfd4d78ec84877ab
\ir of_a_key/row_bigint.sql
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
