"""Plan: the changes that turn one state into the other."""
