"""Converting: the project's own code, with identity keys where relations leave their schema."""
