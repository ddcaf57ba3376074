-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in discord_activity_tracker
GRANT USAGE ON SCHEMA "discord_activity_tracker" TO "discord_activity_tracker_keys";
GRANT USAGE ON SCHEMA "discord_activity_tracker" TO "discord_activity_tracker_ro";
GRANT USAGE ON SCHEMA "discord_activity_tracker" TO "discord_activity_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "discord_activity_tracker_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "discord_activity_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "discord_activity_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "discord_activity_tracker" GRANT SELECT ON TABLES TO "discord_activity_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "discord_activity_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "discord_activity_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "discord_activity_tracker_owner" IN SCHEMA "discord_activity_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "discord_activity_tracker_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "discord_activity_tracker" TO "discord_activity_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "discord_activity_tracker_owner" IN SCHEMA "discord_activity_tracker" GRANT SELECT ON TABLES TO "discord_activity_tracker_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "discord_activity_tracker" TO "discord_activity_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "discord_activity_tracker_owner" IN SCHEMA "discord_activity_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "discord_activity_tracker_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "discord_activity_tracker" TO "discord_activity_tracker_rw";
