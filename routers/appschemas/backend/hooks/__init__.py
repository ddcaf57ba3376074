"""Hooks: what of other libraries is private, and the engine builds on all the same."""
