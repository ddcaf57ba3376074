"""Contract: what the file says; nothing here imports Django."""
