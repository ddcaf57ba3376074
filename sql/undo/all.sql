-- Rendered from the contract by: manage.py schema_sql
-- Everything, in order: psql -d DATABASE -v owner=ROLE -f undo/all.sql
\set ON_ERROR_STOP on
\set QUIET on
BEGIN;
SET LOCAL search_path = pg_catalog, pg_temp;
-- The roles and the schemas of the contract.
SELECT ARRAY[
    'appschemas_app', 'appschemas_migrator', 'extensions_owner',
    'appschemas_migrator_history', 'appschemas_migrator_keys', 'platform_owner',
    'platform_rw', 'platform_ro', 'platform_keys', 'cppa_user_tracker_owner',
    'cppa_user_tracker_rw', 'cppa_user_tracker_ro', 'cppa_user_tracker_keys',
    'boost_collector_runner_owner', 'boost_collector_runner_rw', 'boost_collector_runner_ro',
    'boost_collector_runner_keys', 'github_activity_tracker_owner',
    'github_activity_tracker_rw', 'github_activity_tracker_ro',
    'github_activity_tracker_keys', 'boost_library_tracker_owner', 'boost_library_tracker_rw',
    'boost_library_tracker_ro', 'boost_library_tracker_keys',
    'boost_library_docs_tracker_owner', 'boost_library_docs_tracker_rw',
    'boost_library_docs_tracker_ro', 'boost_library_docs_tracker_keys',
    'boost_usage_tracker_owner', 'boost_usage_tracker_rw', 'boost_usage_tracker_ro',
    'boost_usage_tracker_keys', 'boost_library_usage_dashboard_owner',
    'boost_library_usage_dashboard_rw', 'boost_library_usage_dashboard_ro',
    'boost_library_usage_dashboard_keys', 'boost_mailing_list_tracker_owner',
    'boost_mailing_list_tracker_rw', 'boost_mailing_list_tracker_ro',
    'boost_mailing_list_tracker_keys', 'cppa_pinecone_sync_owner', 'cppa_pinecone_sync_rw',
    'cppa_pinecone_sync_ro', 'cppa_pinecone_sync_keys', 'clang_github_tracker_owner',
    'clang_github_tracker_rw', 'clang_github_tracker_ro', 'clang_github_tracker_keys',
    'cppa_slack_tracker_owner', 'cppa_slack_tracker_rw', 'cppa_slack_tracker_ro',
    'cppa_slack_tracker_keys', 'discord_activity_tracker_owner',
    'discord_activity_tracker_rw', 'discord_activity_tracker_ro',
    'discord_activity_tracker_keys', 'wg21_paper_tracker_owner', 'wg21_paper_tracker_rw',
    'wg21_paper_tracker_ro', 'wg21_paper_tracker_keys', 'cppa_youtube_script_tracker_owner',
    'cppa_youtube_script_tracker_rw', 'cppa_youtube_script_tracker_ro',
    'cppa_youtube_script_tracker_keys']::text[] AS roles,
       ARRAY[
    'extensions', 'platform', 'cppa_user_tracker', 'boost_collector_runner',
    'github_activity_tracker', 'boost_library_tracker', 'boost_library_docs_tracker',
    'boost_usage_tracker', 'boost_library_usage_dashboard', 'boost_mailing_list_tracker',
    'cppa_pinecone_sync', 'clang_github_tracker', 'cppa_slack_tracker',
    'discord_activity_tracker', 'wg21_paper_tracker', 'cppa_youtube_script_tracker']::text[] AS schemas \gset
\if :{?owner}
\else
  DO $$ BEGIN RAISE EXCEPTION 'nobody is named whose the tables are to be'
    USING HINT = 'Say who: psql -v owner=ROLE'; END $$;
\endif
SELECT :'owner' = ANY (:'roles'::text[]) AS owner_goes \gset
\if :owner_goes
  DO $$ BEGIN RAISE EXCEPTION 'the tables cannot belong to a role of the contract, which goes'
    USING HINT = 'Name another: psql -v owner=ROLE'; END $$;
\endif
-- What code of the role that tables go to could do besides what is granted to that role: by itself, or
-- by the roles of which it is a member. A database cannot be made by a function; whose a database is
-- counts as a member of pg_database_owner.
SELECT coalesce(string_agg(DISTINCT may.what, ', '), '') AS rights
  FROM pg_roles o
  JOIN pg_roles r ON pg_has_role(o.oid, r.oid, 'MEMBER')
 CROSS JOIN LATERAL
       (VALUES (r.rolsuper, 'SUPERUSER'), (r.rolcreaterole, 'CREATEROLE'),
               (r.rolreplication, 'REPLICATION'), (r.rolbypassrls, 'BYPASSRLS'),
               (r.oid < 16384 AND starts_with(r.rolname, 'pg_')
                AND r.rolname <> 'pg_database_owner', r.rolname)) AS may (is_so, what)
 WHERE o.rolname = :'owner' AND may.is_so AND (may.what = 'SUPERUSER' OR NOT o.rolsuper)
\gset
SELECT :'rights' <> '' AS owner_has_rights,
       format('BEGIN RAISE EXCEPTION %L USING HINT = %L; END',
              'what owners have made would run with ' || :'rights',
              'Name a role that has and reaches none of that: psql -v owner=ROLE') AS refusal \gset
\if :owner_has_rights
  DO :'refusal';
\endif
COMMIT;
\ir 10_database.sql
\ir 20_checks.sql
\ir 30_grants.sql
\ir 40_schemas.sql
\ir 50_roles.sql
