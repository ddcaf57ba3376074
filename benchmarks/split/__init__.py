"""Split: what clients meet while their database is split, put back, and split again."""

from benchmarks.split.section import run as run
