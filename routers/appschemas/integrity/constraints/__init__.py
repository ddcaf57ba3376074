"""Constraints: the functions and triggers that hold a key, and their SQL."""
