"""Integrity: what stands in place of a foreign key that would leave its schema."""
