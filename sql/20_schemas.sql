-- Rendered from the contract by: manage.py schema_sql
-- The schemas of this database
CREATE SCHEMA IF NOT EXISTS "extensions" AUTHORIZATION "extensions_owner";
CREATE SCHEMA IF NOT EXISTS "appschemas_keys" AUTHORIZATION "appschemas_migrator_keys";
CREATE SCHEMA IF NOT EXISTS "appschemas_asked" AUTHORIZATION "appschemas_migrator_keys";
CREATE SCHEMA IF NOT EXISTS "platform" AUTHORIZATION "platform_owner";
CREATE SCHEMA IF NOT EXISTS "cppa_user_tracker" AUTHORIZATION "cppa_user_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "boost_collector_runner" AUTHORIZATION "boost_collector_runner_owner";
CREATE SCHEMA IF NOT EXISTS "github_activity_tracker" AUTHORIZATION "github_activity_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "boost_library_tracker" AUTHORIZATION "boost_library_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "boost_library_docs_tracker" AUTHORIZATION "boost_library_docs_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "boost_usage_tracker" AUTHORIZATION "boost_usage_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "boost_library_usage_dashboard" AUTHORIZATION "boost_library_usage_dashboard_owner";
CREATE SCHEMA IF NOT EXISTS "boost_mailing_list_tracker" AUTHORIZATION "boost_mailing_list_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "cppa_pinecone_sync" AUTHORIZATION "cppa_pinecone_sync_owner";
CREATE SCHEMA IF NOT EXISTS "clang_github_tracker" AUTHORIZATION "clang_github_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "cppa_slack_tracker" AUTHORIZATION "cppa_slack_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "discord_activity_tracker" AUTHORIZATION "discord_activity_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "wg21_paper_tracker" AUTHORIZATION "wg21_paper_tracker_owner";
CREATE SCHEMA IF NOT EXISTS "cppa_youtube_script_tracker" AUTHORIZATION "cppa_youtube_script_tracker_owner";
SET ROLE "appschemas_migrator_keys";
CREATE TABLE IF NOT EXISTS "appschemas_keys"."applying" ();
RESET ROLE;
GRANT CONNECT ON DATABASE :"DBNAME" TO "appschemas_app", "appschemas_migrator";
REVOKE CREATE, TEMPORARY ON DATABASE :"DBNAME" FROM PUBLIC;
SELECT 'REVOKE ALL ON SCHEMA public FROM PUBLIC' WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relnamespace = 'public'::pg_catalog.regnamespace AND relkind IN ('r', 'p')) \gexec
ALTER DEFAULT PRIVILEGES FOR ROLE "appschemas_migrator_history" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
