"""Trees: one root, no circle, the best of all there are."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.encoder.trees import tree


def is_tree(heads):
    roots = [i for i, h in enumerate(heads) if i == h]
    if len(roots) != 1:
        return False
    for i in range(len(heads)):
        at = i
        for _ in heads:
            at = heads[at]
        if at != roots[0]:
            return False
    return True


def worth(scores, heads):
    return sum(float(scores[i, h]) for i, h in enumerate(heads))


def squares(least, most, values):
    """Draw tables of whole numbers, so that sums are exact; bytes are drawn at once."""

    def table(n):
        def filled(held):
            return np.asarray([values[byte % len(values)] for byte in held], np.float32).reshape(n, n)

        return st.binary(min_size=n * n, max_size=n * n).map(filled)

    return st.integers(least, most).flatmap(table)


@given(squares(1, 14, range(-9, 10)))
def test_the_result_is_a_tree(scores):
    assert is_tree(tree(scores))


@given(squares(2, 14, (0, -1, -10_000)))
def test_the_result_is_a_tree_when_much_is_forbidden(scores):
    assert is_tree(tree(scores))


EVERY = {n: [heads for heads in product(range(n), repeat=n) if is_tree(heads)] for n in range(1, 6)}


@given(squares(1, 3, range(-9, 10)))
def test_no_tree_is_better(scores):
    assert worth(scores, tree(scores)) == max(worth(scores, heads) for heads in EVERY[len(scores)])


def test_no_tree_of_five_words_is_better():
    rng = np.random.default_rng(3)
    for _ in range(60):
        scores = rng.integers(-9, 10, (5, 5)).astype(np.float32)
        assert worth(scores, tree(scores)) == max(worth(scores, heads) for heads in EVERY[5])


def test_greedy_heads_that_are_a_tree_are_kept():
    assert tree(np.asarray([[0, 5, 0], [0, 5, 0], [0, 5, 1]], np.float32)) == [1, 1, 1]
    assert tree(np.zeros((1, 1), np.float32)) == [0]
