"""Drafting: the first contract of a project, read off its models and its history."""
