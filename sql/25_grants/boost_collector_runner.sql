-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in boost_collector_runner
GRANT USAGE ON SCHEMA "boost_collector_runner" TO "boost_collector_runner_ro";
GRANT USAGE ON SCHEMA "boost_collector_runner" TO "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_collector_runner" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_collector_runner" GRANT SELECT ON TABLES TO "boost_collector_runner_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_collector_runner" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" IN SCHEMA "boost_collector_runner" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "boost_collector_runner_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "boost_collector_runner" TO "boost_collector_runner_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" IN SCHEMA "boost_collector_runner" GRANT SELECT ON TABLES TO "boost_collector_runner_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "boost_collector_runner" TO "boost_collector_runner_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_collector_runner_owner" IN SCHEMA "boost_collector_runner" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "boost_collector_runner_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "boost_collector_runner" TO "boost_collector_runner_rw";
