"""Discord servers, channels, messages and reactions."""
