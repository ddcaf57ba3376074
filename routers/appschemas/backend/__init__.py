"""The database backend: Django's PostgreSQL backend with one schema per alias."""
