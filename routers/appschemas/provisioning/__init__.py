"""Provisioning: a whole database from nothing."""
