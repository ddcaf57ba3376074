"""The stock project's own tests run inside of others."""

collect_ignore = ["stock"]
