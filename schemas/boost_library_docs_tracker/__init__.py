"""Scraped documentation of Boost's libraries, and the range of versions it holds for."""
