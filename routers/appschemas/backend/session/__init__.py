"""Session: how a statement reaches its schema on a connection that several share."""
