-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in clang_github_tracker
GRANT USAGE ON SCHEMA "clang_github_tracker" TO "clang_github_tracker_ro";
GRANT USAGE ON SCHEMA "clang_github_tracker" TO "clang_github_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "clang_github_tracker_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "clang_github_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "clang_github_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "clang_github_tracker" GRANT SELECT ON TABLES TO "clang_github_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "clang_github_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "clang_github_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "clang_github_tracker_owner" IN SCHEMA "clang_github_tracker" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "clang_github_tracker_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "clang_github_tracker" TO "clang_github_tracker_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "clang_github_tracker_owner" IN SCHEMA "clang_github_tracker" GRANT SELECT ON TABLES TO "clang_github_tracker_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "clang_github_tracker" TO "clang_github_tracker_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "clang_github_tracker_owner" IN SCHEMA "clang_github_tracker" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "clang_github_tracker_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "clang_github_tracker" TO "clang_github_tracker_rw";
