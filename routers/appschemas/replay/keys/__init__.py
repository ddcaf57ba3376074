"""Keys while migrations run."""
