"""Benchmarks: ratios of paired, interleaved runs. `make bench` runs them all."""
