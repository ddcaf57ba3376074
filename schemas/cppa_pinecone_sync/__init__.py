"""Vector-index sync: status and failures per source."""
