-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in cppa_user_tracker
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_ro";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_user_tracker_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "cppa_user_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "cppa_user_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "cppa_user_tracker" GRANT SELECT ON TABLES TO "cppa_user_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "cppa_user_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "cppa_user_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_user_tracker_owner" IN SCHEMA "cppa_user_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "cppa_user_tracker_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_user_tracker_owner" IN SCHEMA "cppa_user_tracker" GRANT SELECT ON TABLES TO "cppa_user_tracker_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_user_tracker_owner" IN SCHEMA "cppa_user_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "cppa_user_tracker_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_rw";
