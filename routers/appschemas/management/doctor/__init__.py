"""The doctor: what is wrong from the settings to the server, and what to type."""
