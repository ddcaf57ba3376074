"""A key of the reference project, and rows that hold keys of nobody in it."""

MEMBERSHIPS = "cppa_slack_tracker.cppa_slack_tracker_slackchannelmembership"
EDGE = (
    f"{MEMBERSHIPS}.slack_user_id -> "
    "cppa_user_tracker.cppa_user_tracker_slackuser.baseprofile_ptr_id"
)
# As a superuser's repair does it: no trigger fires.
SMUGGLE = f"""
SET session_replication_role = replica;
INSERT INTO {MEMBERSHIPS}
  (channel_id, slack_user_id, is_restricted, is_deleted, created_at, updated_at)
SELECT c, u, false, false, now(), now() FROM generate_series(1, 2) c, generate_series(7, 8) u
"""  # noqa: S608 - names of its own
