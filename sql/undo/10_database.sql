-- Rendered from the contract by: manage.py schema_sql
-- PUBLIC gets back what it had; the logins may not connect.
-- Run by the database's owner, or by a login that is a member of it: first.
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
-- Up to PostgreSQL 15 a NOINHERIT login has the rights of no role: until the end this one has.
SELECT coalesce(bool_or(rolcreaterole), false) AS inherits,
       coalesce(bool_or(NOT rolcreaterole), false) AS may_not_inherit
  FROM pg_roles
 WHERE rolname = :'USER' AND NOT rolinherit AND NOT rolsuper
   AND current_setting('server_version_num')::int < 160000 \gset
\if :inherits
  ALTER ROLE :"USER" INHERIT;
\endif
-- The contract's roles that go: those that nothing outside of this database is known to need. What
-- stays has something in another database, may connect to one, starts there with a setting, or was
-- made for it.
SELECT coalesce(array_agg(r.rolname::text ORDER BY r.rolname), '{}') AS gone
  FROM pg_roles r
 CROSS JOIN pg_database here
 WHERE here.datname = current_database() AND r.rolname = ANY (:'roles'::text[])
   AND NOT EXISTS
     (SELECT FROM pg_shdepend d
       WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
         AND (d.dbid NOT IN (0, here.oid)
           OR d.classid = 'pg_database'::regclass AND d.objid <> here.oid))
   AND NOT EXISTS
     (SELECT FROM pg_db_role_setting s
       WHERE s.setrole = r.oid AND s.setdatabase NOT IN (0, here.oid))
   AND NOT EXISTS
     (SELECT FROM pg_database other
       WHERE other.oid <> here.oid
         AND right(shobj_description(r.oid, 'pg_authid'),
                   length(' Made by django-appschemas for database ' || other.datname) + 1)
             = ' Made by django-appschemas for database ' || other.datname || '.')
\gset
-- PUBLIC gets back what it had when the engine came; the logins may connect no longer
WITH noted AS (
  SELECT CASE WHEN d.description LIKE '%Before, PUBLIC had %' THEN d.description
              ELSE 'TEMPORARY on the database, USAGE on schema public' END AS text
    FROM pg_namespace n
    LEFT JOIN LATERAL (SELECT obj_description(n.oid, 'pg_namespace')) AS d (description) ON true
   WHERE n.nspname = 'appschemas_keys'
), acls AS (
  SELECT 'database' AS kind, datname AS name, coalesce(datacl, acldefault('d', datdba)) AS acl
    FROM pg_database WHERE datname = current_database()
  UNION ALL
  SELECT 'schema', nspname, coalesce(nspacl, acldefault('n', nspowner))
    FROM pg_namespace WHERE nspname = 'public'
)
SELECT NULL AS enter,
       format('GRANT %s ON %s %I TO PUBLIC', p.privilege, acls.kind, acls.name) AS statement,
       NULL AS leave
  FROM noted
 CROSS JOIN acls
 CROSS JOIN unnest(ARRAY['CREATE', 'TEMPORARY', 'USAGE']) AS p (privilege)
 WHERE noted.text LIKE '%' || p.privilege || ' on '
       || CASE acls.kind WHEN 'schema' THEN 'schema public%' ELSE 'the database%' END
   AND NOT EXISTS (SELECT FROM aclexplode(acls.acl) a
                    WHERE a.grantee = 0 AND a.privilege_type = p.privilege)
UNION ALL
SELECT NULL, format('REVOKE ALL ON DATABASE %I FROM %I', d.datname, r.rolname), NULL
  FROM pg_database d
  JOIN pg_roles r ON r.rolname = ANY (:'roles'::text[]) AND r.oid <> d.datdba
 WHERE d.datname = current_database()
   AND EXISTS (SELECT FROM aclexplode(d.datacl) a WHERE a.grantee = r.oid)
 ORDER BY 2
\gexec
\if :inherits
  ALTER ROLE :"USER" NOINHERIT;
\endif
COMMIT;
