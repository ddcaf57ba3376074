-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in wg21_paper_tracker
GRANT USAGE ON SCHEMA "wg21_paper_tracker" TO "wg21_paper_tracker_keys";
GRANT USAGE ON SCHEMA "wg21_paper_tracker" TO "wg21_paper_tracker_ro";
GRANT USAGE ON SCHEMA "wg21_paper_tracker" TO "wg21_paper_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "wg21_paper_tracker_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "wg21_paper_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "wg21_paper_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "wg21_paper_tracker" GRANT SELECT ON TABLES TO "wg21_paper_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "wg21_paper_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "wg21_paper_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "wg21_paper_tracker_owner" IN SCHEMA "wg21_paper_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "wg21_paper_tracker_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "wg21_paper_tracker" TO "wg21_paper_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "wg21_paper_tracker_owner" IN SCHEMA "wg21_paper_tracker" GRANT SELECT ON TABLES TO "wg21_paper_tracker_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "wg21_paper_tracker" TO "wg21_paper_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "wg21_paper_tracker_owner" IN SCHEMA "wg21_paper_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "wg21_paper_tracker_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "wg21_paper_tracker" TO "wg21_paper_tracker_rw";
