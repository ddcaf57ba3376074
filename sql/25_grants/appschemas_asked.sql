-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in appschemas_asked.
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
 WHERE r.rolname = ANY (ARRAY['appschemas_migrator_keys']::text[])
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END)) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
\endif
SET LOCAL ROLE "appschemas_migrator_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "boost_library_docs_tracker_keys", "boost_library_tracker_keys", "boost_mailing_list_tracker_keys", "boost_usage_tracker_keys", "cppa_slack_tracker_keys", "cppa_user_tracker_keys", "cppa_youtube_script_tracker_keys", "discord_activity_tracker_keys", "github_activity_tracker_keys", "wg21_paper_tracker_keys";
RESET ROLE;
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
