"""What claims mean inside their report."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparison.meaning import LONGEST, WINDOW, Place, meanings, placed, windows
from tests.comparison.piles import Said, pile


@given(st.integers(0, 3000))
def test_windows_cover_the_text_and_overlap(count: int) -> None:
    held = windows(count)
    assert held[0][0] == 0 and held[-1][1] == count
    assert all(end - begin <= WINDOW for begin, end in held)
    assert all(b[0] == a[1] - WINDOW // 2 for a, b in pairwise(held))


@given(st.integers(1, 900), st.data())
def test_a_span_lies_where_its_words_are(count: int, data: st.DataObject) -> None:
    offsets = [(3 * at, 3 * at + 2) for at in range(count)]  # words of two letters
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first + 1, count))
    held = windows(count)
    place = placed(offsets, held, (offsets[first][0], offsets[last - 1][1]))
    assert place is not None
    begin = held[place.window][0] + place.first
    assert first <= begin < begin + place.last - place.first <= min(last, first + LONGEST)


def test_nothing_but_space_lies_nowhere() -> None:
    assert placed([(0, 2), (5, 7)], [(0, 2)], (2, 5)) is None
    assert placed([(0, 2), (5, 7)], [(0, 2)], (5, 7)) == Place(0, 1, 2)


def test_a_claim_means_the_same_whatever_else_is_asked() -> None:
    made = pile([Said("The warehouse burned down after midnight"), Said("Nine pupils have won a prize")])
    (report,) = made.reports
    both, one = meanings(report, made.claims), meanings(report, made.claims[1:])
    assert both.claims == tuple(claim.id for claim in made.claims)
    np.testing.assert_array_equal(both.whole[1], one.whole[0])
    np.testing.assert_array_equal(both.pieces[both.ends[0] :], one.pieces)
    np.testing.assert_allclose(np.linalg.norm(both.pieces, axis=1), 1, rtol=1e-5)


def test_a_claim_without_words_means_nothing() -> None:
    made = pile([Said("\u200b"), Said("The warehouse burned down")])
    told = meanings(made.reports[0], made.claims)
    assert told.ends[0] == 0 and not told.whole[0].any() and told.whole[1].any()
    assert meanings(made.reports[0], []).whole.shape == (0, 384)
