-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in boost_usage_tracker
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "boost_library_usage_dashboard_ro";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "boost_library_usage_dashboard_rw";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "boost_usage_tracker_keys";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "boost_usage_tracker_ro";
GRANT USAGE ON SCHEMA "boost_usage_tracker" TO "boost_usage_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_usage_tracker_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_usage_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "boost_usage_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_usage_tracker" GRANT SELECT ON TABLES TO "boost_library_usage_dashboard_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_usage_tracker" GRANT SELECT ON TABLES TO "boost_library_usage_dashboard_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_usage_tracker" GRANT SELECT ON TABLES TO "boost_usage_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "boost_usage_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "boost_usage_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_usage_tracker_owner" IN SCHEMA "boost_usage_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "boost_usage_tracker_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "boost_usage_tracker" TO "boost_usage_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_usage_tracker_owner" IN SCHEMA "boost_usage_tracker" GRANT SELECT ON TABLES TO "boost_library_usage_dashboard_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "boost_usage_tracker" TO "boost_library_usage_dashboard_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_usage_tracker_owner" IN SCHEMA "boost_usage_tracker" GRANT SELECT ON TABLES TO "boost_library_usage_dashboard_rw";
GRANT SELECT ON ALL TABLES IN SCHEMA "boost_usage_tracker" TO "boost_library_usage_dashboard_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_usage_tracker_owner" IN SCHEMA "boost_usage_tracker" GRANT SELECT ON TABLES TO "boost_usage_tracker_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "boost_usage_tracker" TO "boost_usage_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "boost_usage_tracker_owner" IN SCHEMA "boost_usage_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "boost_usage_tracker_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "boost_usage_tracker" TO "boost_usage_tracker_rw";
