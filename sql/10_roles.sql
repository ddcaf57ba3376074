-- Rendered from the contract by: manage.py schema_sql
-- The roles of the whole server.
-- Run by a superuser or a login with CREATEROLE: first, and after each change of the contract.
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
-- Else a login that has this set would stay a member of each role that it makes.
SELECT 'SET LOCAL createrole_self_grant = '''''
 WHERE current_setting('server_version_num')::int >= 160000 \gexec
-- Name, attributes and purpose of each role. One that is there already is left as it is.
SELECT format('CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
                         wanted.name, wanted.attributes),
       format('COMMENT ON ROLE %I IS %L', wanted.name,
                         wanted.purpose || ' Made by django-appschemas for database ' || current_database() || '.')
  FROM (VALUES
    ('appschemas_app', 'LOGIN NOINHERIT', 'The running application logs in as it; it holds nothing and acts as _rw and _ro roles.'),
    ('appschemas_migrator', 'LOGIN NOINHERIT', 'migrate logs in as it; it holds nothing and acts as the owners.'),
    ('extensions_owner', 'NOLOGIN NOINHERIT', 'Owns schema extensions; nobody acts as it.'),
    ('appschemas_migrator_history', 'NOLOGIN INHERIT', 'Data migrations that reach other apps'' tables run as it.'),
    ('appschemas_migrator_keys', 'NOLOGIN NOINHERIT', 'Owns the schemas of checks, and asks them for keys in bulk.'),
    ('platform_owner', 'NOLOGIN NOINHERIT', 'Owns schema platform and all in it; its migrations run as it.'),
    ('platform_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema platform.'),
    ('platform_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema platform.'),
    ('platform_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema platform, for checks alone.'),
    ('cppa_user_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema cppa_user_tracker and all in it; its migrations run as it.'),
    ('cppa_user_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema cppa_user_tracker.'),
    ('cppa_user_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema cppa_user_tracker.'),
    ('cppa_user_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema cppa_user_tracker, for checks alone.'),
    ('boost_collector_runner_owner', 'NOLOGIN NOINHERIT', 'Owns schema boost_collector_runner and all in it; its migrations run as it.'),
    ('boost_collector_runner_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema boost_collector_runner.'),
    ('boost_collector_runner_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema boost_collector_runner.'),
    ('boost_collector_runner_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema boost_collector_runner, for checks alone.'),
    ('github_activity_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema github_activity_tracker and all in it; its migrations run as it.'),
    ('github_activity_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema github_activity_tracker.'),
    ('github_activity_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema github_activity_tracker.'),
    ('github_activity_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema github_activity_tracker, for checks alone.'),
    ('boost_library_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema boost_library_tracker and all in it; its migrations run as it.'),
    ('boost_library_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema boost_library_tracker.'),
    ('boost_library_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema boost_library_tracker.'),
    ('boost_library_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema boost_library_tracker, for checks alone.'),
    ('boost_library_docs_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema boost_library_docs_tracker and all in it; its migrations run as it.'),
    ('boost_library_docs_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema boost_library_docs_tracker.'),
    ('boost_library_docs_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema boost_library_docs_tracker.'),
    ('boost_library_docs_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema boost_library_docs_tracker, for checks alone.'),
    ('boost_usage_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema boost_usage_tracker and all in it; its migrations run as it.'),
    ('boost_usage_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema boost_usage_tracker.'),
    ('boost_usage_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema boost_usage_tracker.'),
    ('boost_usage_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema boost_usage_tracker, for checks alone.'),
    ('boost_library_usage_dashboard_owner', 'NOLOGIN NOINHERIT', 'Owns schema boost_library_usage_dashboard and all in it; its migrations run as it.'),
    ('boost_library_usage_dashboard_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema boost_library_usage_dashboard.'),
    ('boost_library_usage_dashboard_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema boost_library_usage_dashboard.'),
    ('boost_library_usage_dashboard_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema boost_library_usage_dashboard, for checks alone.'),
    ('boost_mailing_list_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema boost_mailing_list_tracker and all in it; its migrations run as it.'),
    ('boost_mailing_list_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema boost_mailing_list_tracker.'),
    ('boost_mailing_list_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema boost_mailing_list_tracker.'),
    ('boost_mailing_list_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema boost_mailing_list_tracker, for checks alone.'),
    ('cppa_pinecone_sync_owner', 'NOLOGIN NOINHERIT', 'Owns schema cppa_pinecone_sync and all in it; its migrations run as it.'),
    ('cppa_pinecone_sync_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema cppa_pinecone_sync.'),
    ('cppa_pinecone_sync_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema cppa_pinecone_sync.'),
    ('cppa_pinecone_sync_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema cppa_pinecone_sync, for checks alone.'),
    ('clang_github_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema clang_github_tracker and all in it; its migrations run as it.'),
    ('clang_github_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema clang_github_tracker.'),
    ('clang_github_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema clang_github_tracker.'),
    ('clang_github_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema clang_github_tracker, for checks alone.'),
    ('cppa_slack_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema cppa_slack_tracker and all in it; its migrations run as it.'),
    ('cppa_slack_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema cppa_slack_tracker.'),
    ('cppa_slack_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema cppa_slack_tracker.'),
    ('cppa_slack_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema cppa_slack_tracker, for checks alone.'),
    ('discord_activity_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema discord_activity_tracker and all in it; its migrations run as it.'),
    ('discord_activity_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema discord_activity_tracker.'),
    ('discord_activity_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema discord_activity_tracker.'),
    ('discord_activity_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema discord_activity_tracker, for checks alone.'),
    ('wg21_paper_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema wg21_paper_tracker and all in it; its migrations run as it.'),
    ('wg21_paper_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema wg21_paper_tracker.'),
    ('wg21_paper_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema wg21_paper_tracker.'),
    ('wg21_paper_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema wg21_paper_tracker, for checks alone.'),
    ('cppa_youtube_script_tracker_owner', 'NOLOGIN NOINHERIT', 'Owns schema cppa_youtube_script_tracker and all in it; its migrations run as it.'),
    ('cppa_youtube_script_tracker_rw', 'NOLOGIN NOINHERIT', 'Reads and writes the rows of schema cppa_youtube_script_tracker.'),
    ('cppa_youtube_script_tracker_ro', 'NOLOGIN NOINHERIT', 'Reads the rows of schema cppa_youtube_script_tracker.'),
    ('cppa_youtube_script_tracker_keys', 'NOLOGIN NOINHERIT', 'Reads the columns of keys in schema cppa_youtube_script_tracker, for checks alone.')
  ) AS wanted (name, attributes, purpose)
 WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = wanted.name)
\gexec
-- Member, roles that it may act as, and whether it has their rights without doing so.
SELECT format('GRANT %I TO %I', g.rolname, m.rolname)
       || CASE WHEN o.are_there THEN ' WITH INHERIT ' || wanted.inherits || ', SET TRUE' ELSE '' END
  FROM (VALUES
    ('appschemas_migrator', 'false', ARRAY['appschemas_migrator_history', 'appschemas_migrator_keys', 'boost_collector_runner_keys', 'boost_collector_runner_owner', 'boost_library_docs_tracker_keys', 'boost_library_docs_tracker_owner', 'boost_library_tracker_keys', 'boost_library_tracker_owner', 'boost_library_usage_dashboard_keys', 'boost_library_usage_dashboard_owner', 'boost_mailing_list_tracker_keys', 'boost_mailing_list_tracker_owner', 'boost_usage_tracker_keys', 'boost_usage_tracker_owner', 'clang_github_tracker_keys', 'clang_github_tracker_owner', 'cppa_pinecone_sync_keys', 'cppa_pinecone_sync_owner', 'cppa_slack_tracker_keys', 'cppa_slack_tracker_owner', 'cppa_user_tracker_keys', 'cppa_user_tracker_owner', 'cppa_youtube_script_tracker_keys', 'cppa_youtube_script_tracker_owner', 'discord_activity_tracker_keys', 'discord_activity_tracker_owner', 'github_activity_tracker_keys', 'github_activity_tracker_owner', 'platform_keys', 'platform_owner', 'wg21_paper_tracker_keys', 'wg21_paper_tracker_owner']),
    ('appschemas_migrator_history', 'true', ARRAY['boost_collector_runner_owner', 'boost_library_docs_tracker_owner', 'boost_library_tracker_owner', 'boost_library_usage_dashboard_owner', 'boost_mailing_list_tracker_owner', 'boost_usage_tracker_owner', 'clang_github_tracker_owner', 'cppa_pinecone_sync_owner', 'cppa_slack_tracker_owner', 'cppa_user_tracker_owner', 'cppa_youtube_script_tracker_owner', 'discord_activity_tracker_owner', 'github_activity_tracker_owner', 'platform_owner', 'wg21_paper_tracker_owner']),
    ('appschemas_app', 'false', ARRAY['boost_collector_runner_ro', 'boost_collector_runner_rw', 'boost_library_docs_tracker_ro', 'boost_library_docs_tracker_rw', 'boost_library_tracker_ro', 'boost_library_tracker_rw', 'boost_library_usage_dashboard_ro', 'boost_library_usage_dashboard_rw', 'boost_mailing_list_tracker_ro', 'boost_mailing_list_tracker_rw', 'boost_usage_tracker_ro', 'boost_usage_tracker_rw', 'clang_github_tracker_ro', 'clang_github_tracker_rw', 'cppa_pinecone_sync_ro', 'cppa_pinecone_sync_rw', 'cppa_slack_tracker_ro', 'cppa_slack_tracker_rw', 'cppa_user_tracker_ro', 'cppa_user_tracker_rw', 'cppa_youtube_script_tracker_ro', 'cppa_youtube_script_tracker_rw', 'discord_activity_tracker_ro', 'discord_activity_tracker_rw', 'github_activity_tracker_ro', 'github_activity_tracker_rw', 'platform_ro', 'platform_rw', 'wg21_paper_tracker_ro', 'wg21_paper_tracker_rw'])
  ) AS wanted (member, inherits, roles)
 CROSS JOIN (SELECT current_setting('server_version_num')::int >= 160000) AS o (are_there)
  JOIN pg_roles m ON m.rolname = wanted.member
  JOIN pg_roles g ON g.rolname = ANY (wanted.roles)
 WHERE NOT EXISTS
   (SELECT FROM pg_auth_members am
     WHERE am.roleid = g.oid AND am.member = m.oid
       AND (NOT o.are_there
         OR (to_jsonb(am) ->> 'inherit_option')::bool = wanted.inherits::bool
            AND (to_jsonb(am) ->> 'set_option')::bool))
 ORDER BY m.rolname, g.rolname
\gexec
-- A password's verifier comes from outside, and a password from nowhere:
--   psql -v application_verifier='SCRAM-SHA-256$...' -f 10_roles.sql
\if :{?application_verifier}
  SELECT :'application_verifier' NOT LIKE 'SCRAM-SHA-256$%' AS is_none \gset
  \if :is_none
    DO $$ BEGIN RAISE EXCEPTION 'application_verifier is no SCRAM verifier'
      USING HINT = 'Let \password make one, or: python -m appschemas verifier'; END $$;
  \endif
  ALTER ROLE "appschemas_app" PASSWORD :'application_verifier';
\endif
\if :{?migrator_verifier}
  SELECT :'migrator_verifier' NOT LIKE 'SCRAM-SHA-256$%' AS is_none \gset
  \if :is_none
    DO $$ BEGIN RAISE EXCEPTION 'migrator_verifier is no SCRAM verifier'
      USING HINT = 'Let \password make one, or: python -m appschemas verifier'; END $$;
  \endif
  ALTER ROLE "appschemas_migrator" PASSWORD :'migrator_verifier';
\endif
COMMIT;
