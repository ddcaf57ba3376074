-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in boost_collector_runner.
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
 WHERE r.rolname = ANY (ARRAY['appschemas_migrator_history', 'boost_collector_runner_owner']::text[])
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END)) \gset
\if :lends
  GRANT :lent TO :"USER" :lending;
\endif
SET LOCAL ROLE "boost_collector_runner_owner";
GRANT USAGE ON SCHEMA "boost_collector_runner" TO "boost_collector_runner_ro", "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
RESET ROLE;
-- What is made in times to come, by its owner and by data migrations.
SET LOCAL ROLE "appschemas_migrator_history";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_collector_runner" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_collector_runner" GRANT SELECT ON TABLES TO "boost_collector_runner_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_collector_runner" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "boost_collector_runner_rw";
RESET ROLE;
SET LOCAL ROLE "boost_collector_runner_owner";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" IN SCHEMA "boost_collector_runner" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" IN SCHEMA "boost_collector_runner" GRANT SELECT ON TABLES TO "boost_collector_runner_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" IN SCHEMA "boost_collector_runner" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "boost_collector_runner_rw";
RESET ROLE;
-- What is there.
SET LOCAL ROLE "boost_collector_runner_owner";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "boost_collector_runner" TO "boost_collector_runner_rw";
GRANT SELECT ON ALL TABLES IN SCHEMA "boost_collector_runner" TO "boost_collector_runner_ro";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "boost_collector_runner" TO "boost_collector_runner_rw";
RESET ROLE;
\if :lends
  REVOKE :lent FROM :"USER";
\endif
COMMIT;
