"""Boost's libraries: versions, files, dependencies, categories, maintainers."""
