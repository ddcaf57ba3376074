-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in extensions.
-- Run by the same login: after 20_schemas.sql, and after each change of the contract.
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
 WHERE r.rolname = ANY (ARRAY['extensions_owner']::text[])
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END)) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
\endif
SET LOCAL ROLE "extensions_owner";
GRANT USAGE ON SCHEMA "extensions" TO "boost_collector_runner_owner", "boost_collector_runner_ro", "boost_collector_runner_rw", "boost_library_docs_tracker_keys", "boost_library_docs_tracker_owner", "boost_library_docs_tracker_ro", "boost_library_docs_tracker_rw", "boost_library_tracker_keys", "boost_library_tracker_owner", "boost_library_tracker_ro", "boost_library_tracker_rw", "boost_library_usage_dashboard_owner", "boost_library_usage_dashboard_ro", "boost_library_usage_dashboard_rw", "boost_mailing_list_tracker_keys", "boost_mailing_list_tracker_owner", "boost_mailing_list_tracker_ro", "boost_mailing_list_tracker_rw", "boost_usage_tracker_keys", "boost_usage_tracker_owner", "boost_usage_tracker_ro", "boost_usage_tracker_rw", "clang_github_tracker_owner", "clang_github_tracker_ro", "clang_github_tracker_rw", "cppa_pinecone_sync_owner", "cppa_pinecone_sync_ro", "cppa_pinecone_sync_rw", "cppa_slack_tracker_keys", "cppa_slack_tracker_owner", "cppa_slack_tracker_ro", "cppa_slack_tracker_rw", "cppa_user_tracker_keys", "cppa_user_tracker_owner", "cppa_user_tracker_ro", "cppa_user_tracker_rw", "cppa_youtube_script_tracker_keys", "cppa_youtube_script_tracker_owner", "cppa_youtube_script_tracker_ro", "cppa_youtube_script_tracker_rw", "discord_activity_tracker_keys", "discord_activity_tracker_owner", "discord_activity_tracker_ro", "discord_activity_tracker_rw", "github_activity_tracker_keys", "github_activity_tracker_owner", "github_activity_tracker_ro", "github_activity_tracker_rw", "platform_owner", "platform_ro", "platform_rw", "wg21_paper_tracker_keys", "wg21_paper_tracker_owner", "wg21_paper_tracker_ro", "wg21_paper_tracker_rw";
RESET ROLE;
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
