"""Pages that people open in a browser: one file each, which asks nobody for anything."""
