"""Reporting on Boost usage: reads three schemas, writes nothing."""
