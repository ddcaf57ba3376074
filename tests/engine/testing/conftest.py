"""The tests of these projects run inside of others."""

collect_ignore = ["project", "stock"]
