"""Statements: what the text of one shows, and what PostgreSQL said of it."""
