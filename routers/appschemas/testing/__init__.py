"""Testing: the pytest plugin."""
