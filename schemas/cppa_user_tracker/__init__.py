"""The identity hub: people, and who they are on each platform."""
