"""Slack teams, channels, messages and memberships."""
