"""The split: a database whose tables lie in one schema becomes one of many, while it is in use."""
