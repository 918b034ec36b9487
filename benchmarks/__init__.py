"""Measures of Sayso: how good (`python -m benchmarks.quality`) and how fast (`python -m benchmarks.speed`)."""
