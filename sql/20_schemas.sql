-- Rendered from the contract by: manage.py schema_sql
-- The schemas of this database.
-- Run by the same login, which needs CREATE on the database: after 10_roles.sql.
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
    'appschemas_migrator_history', 'appschemas_migrator_keys', 'boost_collector_runner_owner',
    'boost_library_docs_tracker_owner', 'boost_library_tracker_owner',
    'boost_library_usage_dashboard_owner', 'boost_mailing_list_tracker_owner',
    'boost_usage_tracker_owner', 'clang_github_tracker_owner', 'cppa_pinecone_sync_owner',
    'cppa_slack_tracker_owner', 'cppa_user_tracker_owner',
    'cppa_youtube_script_tracker_owner', 'discord_activity_tracker_owner', 'extensions_owner',
    'github_activity_tracker_owner', 'platform_owner', 'wg21_paper_tracker_owner']::text[])
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END)) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
\endif
-- Name, owner and purpose of each schema. One that is there already is left as it is, and nothing
-- is made beside one that belongs to somebody else.
SELECT CASE WHEN there.oid IS NULL
            THEN format('CREATE SCHEMA %I AUTHORIZATION %I', wanted.name, wanted.owner)
            ELSE format('DO %L', format('BEGIN RAISE EXCEPTION USING MESSAGE = %L, HINT = %L; END',
                   format('schema %I belongs to %s, and is to be that of %I', wanted.name,
                          there.nspowner::regrole, wanted.owner),
                   'manage.py schema_apply --apply gives it to its owner, with its tables.')) END,
       CASE WHEN there.oid IS NULL THEN format('SET LOCAL ROLE %I', wanted.owner) END,
       CASE WHEN there.oid IS NULL
            THEN format('COMMENT ON SCHEMA %I IS %L', wanted.name, wanted.purpose
              || CASE wanted.name WHEN 'appschemas_keys' THEN ' ' || before.text ELSE '' END) END,
       CASE WHEN there.oid IS NULL THEN 'RESET ROLE' END
  FROM (VALUES
    ('extensions', 'extensions_owner', 'Extensions, types and collations that every schema may use.'),
    ('appschemas_keys', 'appschemas_migrator_keys', 'Functions that the triggers of identity keys run; nobody may name them.'),
    ('appschemas_asked', 'appschemas_migrator_keys', 'Functions by which one side of an identity key asks the other.'),
    ('platform', 'platform_owner', 'Tables of apps admin, auth, contenttypes, sessions.'),
    ('cppa_user_tracker', 'cppa_user_tracker_owner', 'Tables of app cppa_user_tracker.'),
    ('boost_collector_runner', 'boost_collector_runner_owner', 'Tables of app boost_collector_runner.'),
    ('github_activity_tracker', 'github_activity_tracker_owner', 'Tables of app github_activity_tracker.'),
    ('boost_library_tracker', 'boost_library_tracker_owner', 'Tables of app boost_library_tracker.'),
    ('boost_library_docs_tracker', 'boost_library_docs_tracker_owner', 'Tables of app boost_library_docs_tracker.'),
    ('boost_usage_tracker', 'boost_usage_tracker_owner', 'Tables of app boost_usage_tracker.'),
    ('boost_library_usage_dashboard', 'boost_library_usage_dashboard_owner', 'Tables of app boost_library_usage_dashboard.'),
    ('boost_mailing_list_tracker', 'boost_mailing_list_tracker_owner', 'Tables of app boost_mailing_list_tracker.'),
    ('cppa_pinecone_sync', 'cppa_pinecone_sync_owner', 'Tables of app cppa_pinecone_sync.'),
    ('clang_github_tracker', 'clang_github_tracker_owner', 'Tables of app clang_github_tracker.'),
    ('cppa_slack_tracker', 'cppa_slack_tracker_owner', 'Tables of app cppa_slack_tracker.'),
    ('discord_activity_tracker', 'discord_activity_tracker_owner', 'Tables of app discord_activity_tracker.'),
    ('wg21_paper_tracker', 'wg21_paper_tracker_owner', 'Tables of app wg21_paper_tracker.'),
    ('cppa_youtube_script_tracker', 'cppa_youtube_script_tracker_owner', 'Tables of app cppa_youtube_script_tracker.')
  ) AS wanted (name, owner, purpose)
 CROSS JOIN
   (SELECT 'Before, PUBLIC had '
           || coalesce(string_agg(held.text, ', ' ORDER BY held.text COLLATE "C"), 'nothing') || '.'
      FROM (SELECT a.privilege_type || ' on the database'
              FROM pg_database d,
                   aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
             WHERE d.datname = current_database() AND a.grantee = 0
               AND a.privilege_type <> 'CONNECT'
             UNION ALL
            SELECT a.privilege_type || ' on schema public'
              FROM pg_namespace n,
                   aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
             WHERE n.nspname = 'public' AND a.grantee = 0) AS held (text)) AS before (text)
  LEFT JOIN pg_namespace there ON there.nspname = wanted.name
 WHERE there.oid IS NULL OR pg_get_userbyid(there.nspowner) <> wanted.owner
 ORDER BY there.oid IS NULL, wanted.name
\gexec
SET LOCAL ROLE "appschemas_migrator_keys";
CREATE TABLE IF NOT EXISTS "appschemas_keys"."applying" ();
COMMENT ON TABLE "appschemas_keys"."applying" IS 'Locked by whoever applies; it has no rows.';
RESET ROLE;
SET LOCAL ROLE "appschemas_migrator_history";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
RESET ROLE;
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
