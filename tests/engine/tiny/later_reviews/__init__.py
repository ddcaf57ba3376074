"""The migrations of reviews, and one that fails."""
