"""YouTube channels, videos, speakers and tags."""
