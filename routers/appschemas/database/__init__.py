"""Database: what should be, what is, the difference, applied."""
