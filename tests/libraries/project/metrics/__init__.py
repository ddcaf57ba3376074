"""The project's own backend: statements are counted by alias."""
