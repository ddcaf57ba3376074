-- Rendered from the contract by: manage.py schema_sql
-- Empty schemas go; the others and their tables belong to the role that -v owner names.
-- Run by the login that made it, after the file before it; undo/all.sql runs all.
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
-- Up to PostgreSQL 15 a NOINHERIT login has the rights of no role: until the end this one has.
SELECT coalesce(bool_or(rolcreaterole), false) AS inherits,
       coalesce(bool_or(NOT rolcreaterole), false) AS may_not_inherit
  FROM pg_roles
 WHERE rolname = :'USER' AND NOT rolinherit AND NOT rolsuper
   AND current_setting('server_version_num')::int < 160000 \gset
\if :inherits
  ALTER ROLE :"USER" INHERIT;
\elif :may_not_inherit
  DO $$ BEGIN RAISE EXCEPTION 'this login is NOINHERIT, and needs the rights of roles here'
    USING HINT = format('Let an administrator run: ALTER ROLE %I INHERIT', session_user); END $$;
\endif
-- Until the end, a login without superuser lends itself the roles that it acts as here.
SELECT count(*) > 0 AS lends,
       coalesce(string_agg(quote_ident(r.rolname), ', '), '') AS lent,
       CASE WHEN current_setting('server_version_num')::int >= 160000
            THEN 'WITH INHERIT TRUE, SET TRUE' ELSE '' END AS lending
  FROM pg_roles r
 WHERE r.rolname = ANY (:'roles'::text[] || :'owner'::text)
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END) AND pg_has_role(r.oid, 'USAGE')) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
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
-- Schemas with nothing in them go; what is in the others belongs to the new owner
SELECT format('SET LOCAL ROLE %I', r.rolname) AS enter,
       CASE WHEN EXISTS (SELECT FROM pg_depend d
                          WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid
                            AND d.classid <> 'pg_default_acl'::regclass)
            THEN format('COMMENT ON SCHEMA %I IS NULL', n.nspname)
            ELSE format('DROP SCHEMA %I', n.nspname) END AS statement,
       'RESET ROLE' AS leave
  FROM pg_namespace n
  JOIN pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = ANY (:'schemas'::text[]) AND r.rolname = ANY (:'roles'::text[])
UNION ALL
SELECT NULL,
       format('REASSIGN OWNED BY %s TO %I',
              string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname), :'owner'::text), NULL
  FROM pg_roles r
 WHERE r.rolname = ANY (:'roles'::text[]) AND r.rolname <> 'appschemas_migrator_keys'
   AND EXISTS (SELECT FROM pg_shdepend d JOIN pg_database here ON here.oid = d.dbid
                WHERE here.datname = current_database() AND d.deptype = 'o'
                  AND d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid)
HAVING count(*) > 0
 ORDER BY 1 NULLS LAST, 2
\gexec
\if :lends
  REVOKE :lent FROM :"USER";
\endif
\if :inherits
  ALTER ROLE :"USER" NOINHERIT;
\endif
COMMIT;
