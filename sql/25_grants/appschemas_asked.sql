-- Rendered from the contract by: manage.py schema_sql
-- Who may do what in appschemas_asked
GRANT USAGE ON SCHEMA "appschemas_asked" TO "boost_library_docs_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "boost_library_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "boost_mailing_list_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "boost_usage_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "cppa_slack_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "cppa_user_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "cppa_youtube_script_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "discord_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "github_activity_tracker_keys";
GRANT USAGE ON SCHEMA "appschemas_asked" TO "wg21_paper_tracker_keys";
