-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in cppa_user_tracker
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "boost_library_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "boost_mailing_list_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_slack_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_ro";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_user_tracker_rw";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "cppa_youtube_script_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "discord_activity_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "github_activity_tracker_owner";
GRANT USAGE ON SCHEMA "cppa_user_tracker" TO "wg21_paper_tracker_owner";
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
