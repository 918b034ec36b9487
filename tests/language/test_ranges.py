"""Ranges of a text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.ranges import Ranges, close, free

RANGE = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(RANGE, max_size=12), RANGE)
def test_what_is_closed_is_not_free_and_all_else_is(
    given_ranges: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    ranges: Ranges = []
    for start, end in given_ranges:
        close(ranges, start, end)
    assert ranges == sorted(ranges)
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    assert free(ranges, *asked) == all(asked[1] <= start or end <= asked[0] for start, end in given_ranges)
