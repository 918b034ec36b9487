"""Features: shapes, gaps, pieces and distances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.encoder.features import (
    DISTANCES,
    EDGE,
    GLUED,
    INSIDE,
    LONGEST,
    PARAGRAPH,
    REACH,
    SHAPES,
    SPACE,
    cut,
    distance,
    featured,
    row,
    shape,
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("said", "lower"),
        ("Minister", "Capital"),
        ("NATO", "CAPITALS"),
        ("U.S.", "CAPITALS"),
        ("A", "C"),
        ("McCain", "mIxed"),
        ("iPhone", "mIxed"),
        ("3,000", "digits"),
        ("B2", "digits"),
        ("—", "mark"),
        ("", "mark"),
        ("東京", "caseless"),
        ("Élan", "Capital"),
    ],
)
def test_shapes(word, name):
    assert SHAPES[shape(word)] == name


@given(st.text(max_size=12))
def test_every_word_has_a_shape_of_words(word):
    assert 0 <= shape(word) < EDGE


@given(st.lists(st.integers(200, 300), max_size=30))
def test_cut_keeps_both_ends(ids):
    kept = cut(ids, 100)
    assert 1 <= len(kept) <= LONGEST
    if not ids:
        assert kept == (100,)
    elif len(ids) <= LONGEST:
        assert list(kept) == ids
    else:
        assert kept[0] == ids[0] and kept[-1] == ids[-1] and len(kept) == LONGEST


def test_row_tells_where_each_word_stands():
    words = featured(["Ab", "c", "."], [PARAGRAPH, SPACE, GLUED], {"Ab": (5, 6), "c": (7,), ".": ()}.__getitem__, 100)
    held = row(words, 101, 102)
    assert held.ids == [101, 5, 6, 7, 100, 102]
    assert held.gaps == [INSIDE, PARAGRAPH, INSIDE, SPACE, GLUED, INSIDE]
    assert [SHAPES[s] for s in held.shapes] == ["edge", "Capital", "Capital", "lower", "mark", "edge"]
    assert held.first == [1, 3, 4] and held.last == [2, 3, 4]


@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 5))
def test_distances_tell_the_side(word, first, length):
    found = distance(word, first, first + length)
    assert 0 <= found < DISTANCES
    assert (found == 0) == (first <= word < first + length)
    assert (1 <= found <= REACH) == (word < first)
