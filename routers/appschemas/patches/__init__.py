"""Patches: the places where Django has no seam."""
