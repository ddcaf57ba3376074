"""Auditing: which statements the wall would refuse, found while there is no wall yet.

A Django app of its own, so that a project can run it before anything of its database changes.
"""
