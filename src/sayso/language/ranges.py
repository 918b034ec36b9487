"""Ranges of a text that are taken: in text order, none overlapping, looked up by halving."""

from __future__ import annotations

from bisect import bisect_left

Ranges = list[tuple[int, int]]


def free(ranges: Ranges, start: int, end: int) -> bool:
    """Tell whether start..end meets none of `ranges`."""
    at = bisect_left(ranges, (end, end))
    return at == 0 or ranges[at - 1][1] <= start


def close(ranges: Ranges, start: int, end: int) -> None:
    """Add start..end to `ranges`; those that it meets become one with it."""
    first = bisect_left(ranges, (start, start))
    if first and ranges[first - 1][1] > start:
        first -= 1
    last = first
    while last < len(ranges) and ranges[last][0] < end:
        start, end = min(start, ranges[last][0]), max(end, ranges[last][1])
        last += 1
    ranges[first:last] = [(start, end)]
