-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in cppa_pinecone_sync
GRANT USAGE ON SCHEMA "cppa_pinecone_sync" TO "cppa_pinecone_sync_ro";
GRANT USAGE ON SCHEMA "cppa_pinecone_sync" TO "cppa_pinecone_sync_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_pinecone_sync_owner" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "cppa_pinecone_sync" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "cppa_pinecone_sync_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "cppa_pinecone_sync" GRANT SELECT ON TABLES TO "cppa_pinecone_sync_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" IN SCHEMA "cppa_pinecone_sync" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "cppa_pinecone_sync_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_pinecone_sync_owner" IN SCHEMA "cppa_pinecone_sync" GRANT SELECT, UPDATE, USAGE ON SEQUENCES TO "cppa_pinecone_sync_rw";
GRANT SELECT, UPDATE, USAGE ON ALL SEQUENCES IN SCHEMA "cppa_pinecone_sync" TO "cppa_pinecone_sync_rw";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_pinecone_sync_owner" IN SCHEMA "cppa_pinecone_sync" GRANT SELECT ON TABLES TO "cppa_pinecone_sync_ro";
GRANT SELECT ON ALL TABLES IN SCHEMA "cppa_pinecone_sync" TO "cppa_pinecone_sync_ro";
ALTER DEFAULT PRIVILEGES FOR ROLE "cppa_pinecone_sync_owner" IN SCHEMA "cppa_pinecone_sync" GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO "cppa_pinecone_sync_rw";
GRANT DELETE, INSERT, SELECT, UPDATE ON ALL TABLES IN SCHEMA "cppa_pinecone_sync" TO "cppa_pinecone_sync_rw";
