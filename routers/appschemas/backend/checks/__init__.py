"""Checks of the settings: aliases, extensions, sessions."""
