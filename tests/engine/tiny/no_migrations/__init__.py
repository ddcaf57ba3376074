"""An app that has not begun."""
