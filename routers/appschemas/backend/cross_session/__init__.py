"""Cross-session: what two sessions of one thread cannot do together."""
