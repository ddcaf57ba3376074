"""A backend for settings in which DATABASES could not be made: it says why, and does nothing."""
