"""Boost mailing-list messages."""
