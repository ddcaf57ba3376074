"""What happens on GitHub: repositories, files, commits, issues, pull requests."""
