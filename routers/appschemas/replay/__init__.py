"""Replay: the one walk over migrations, each in its schema, tables and keys where they belong."""
