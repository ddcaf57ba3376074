"""Management: Django's commands and ours; each parses, calls, prints."""
