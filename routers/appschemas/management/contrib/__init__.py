"""Contrib: commands that come with apps of Django's, where these are installed."""
