-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in platform
GRANT USAGE ON SCHEMA "platform" TO "platform_ro";
GRANT USAGE ON SCHEMA "platform" TO "platform_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "platform_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "platform" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "platform_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "platform" GRANT SELECT ON TABLES TO "platform_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "platform" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "platform_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "platform_owner" IN SCHEMA "platform" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "platform_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "platform" TO "platform_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "platform_owner" IN SCHEMA "platform" GRANT SELECT ON TABLES TO "platform_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "platform" TO "platform_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "platform_owner" IN SCHEMA "platform" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "platform_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "platform" TO "platform_rw";
