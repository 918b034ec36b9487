"""Windows: every word is told by exactly one of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.encoder.features import LONGEST, Words
from sayso.language.encoder.windows import OVERLAP, PIECES, windows


def row_of(sizes):
    return Words(tuple((7,) * size for size in sizes), (0,) * len(sizes), (1,) * len(sizes))


# bytes are drawn at once, lists of numbers one after another
sizes = st.one_of(
    st.binary(max_size=1500).map(lambda held: [1 + byte % LONGEST for byte in held]),
    st.integers(0, 3000).map(lambda n: [1] * n),
    st.integers(0, 400).map(lambda n: [LONGEST] * n),
    st.binary(min_size=200, max_size=600).map(lambda held: [LONGEST if byte & 1 else 1 for byte in held]),
)


@given(sizes)
def test_every_word_is_own_to_exactly_one_window(held):
    found = windows(row_of(held))
    assert [i for w in found for i in range(w.own_first, w.own_last)] == list(range(len(held)))
    assert all(w.first <= w.own_first < w.own_last <= w.last for w in found)


@given(sizes)
def test_windows_fit_the_graph(held):
    assert all(0 < sum(held[w.first : w.last]) <= PIECES for w in windows(row_of(held)))


@given(sizes)
def test_neighbours_overlap(held):
    for one, other in pairwise(windows(row_of(held))):
        assert one.first < other.first <= one.last < other.last
        assert sum(held[other.first : one.last]) >= OVERLAP - 3 * LONGEST


@given(st.binary(min_size=1, max_size=80).map(lambda held: [1 + byte % 4 for byte in held]), st.integers(20, 40))
def test_small_windows(held, pieces):
    found = windows(row_of(held), pieces, 6)
    assert [i for w in found for i in range(w.own_first, w.own_last)] == list(range(len(held)))
    assert all(sum(held[w.first : w.last]) <= pieces for w in found)


def test_a_short_text_is_one_window():
    assert windows(row_of([])) == ()
    (only,) = windows(row_of([1] * PIECES))
    assert (only.first, only.last, only.own_first, only.own_last) == (0, PIECES, 0, PIECES)
    assert len(windows(row_of([1] * (PIECES + 1)))) == 2


def test_windows_without_room_for_a_word_are_refused():
    with pytest.raises(ValueError, match="no room for a word"):
        windows(row_of([1] * 50), 12, 6)
