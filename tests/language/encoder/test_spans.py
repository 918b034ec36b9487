"""Spans: what comes out is BIO, and the best there is."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.encoder.labels import NAMES, ROLES
from sayso.language.encoder.spans import best_path, bio_moves, bio_spans, log_softmax, runs, steady_path


# whole numbers, so that sums are exact; bytes are drawn at once
def table(rows, columns):
    def filled(held):
        return np.frombuffer(held, np.int8).reshape(rows, columns).astype(np.float32)

    return st.binary(min_size=rows * columns, max_size=rows * columns).map(filled)


scores = st.integers(0, 30).flatmap(lambda n: table(n, len(ROLES)))


@given(scores)
def test_a_path_is_valid_bio(held):
    path = best_path(held, *bio_moves(ROLES))
    before = "O"
    for state in path:
        label = ROLES[state]
        if label.startswith("I-"):
            assert before != "O" and before[2:] == label[2:]
        before = label
    assert len(path) == len(held)


@given(scores)
def test_spans_cover_what_is_not_o(held):
    path = best_path(held, *bio_moves(ROLES))
    found = bio_spans(path, ROLES)
    assert [i for _, (a, b) in found for i in range(a, b)] == [i for i, state in enumerate(path) if ROLES[state] != "O"]
    assert all(ROLES[path[a]] == f"B-{kind}" for kind, (a, _) in found)


@given(table(4, 5))
def test_no_path_is_better(held):
    labels = NAMES[:5]
    moves, begin = bio_moves(labels)

    def worth(path):
        steps = sum(float(moves[a, b]) for a, b in pairwise(path))
        return float(begin[path[0]]) + steps + sum(float(held[i, state]) for i, state in enumerate(path))

    assert worth(best_path(held, moves, begin)) == max(map(worth, product(range(5), repeat=4)))


@given(st.integers(0, 30).flatmap(lambda n: table(n, 3)), st.integers(0, 40))
def test_a_steady_path_is_the_best_where_all_changes_cost_the_same(held, cost):
    moves = (np.eye(3) - 1).astype(np.float32) * cost

    def worth(path):
        changes = sum(a != b for a, b in pairwise(path))
        return sum(float(held[i, state]) for i, state in enumerate(path)) - cost * changes

    path = steady_path(held, float(cost))
    assert len(path) == len(held) and worth(path) == worth(best_path(held, moves))


@given(st.lists(st.integers(0, 2), max_size=20))
def test_runs_are_unbroken_and_whole(path):
    found = runs(path, 1)
    assert [i for a, b in found for i in range(a, b)] == [i for i, state in enumerate(path) if state == 1]
    assert all(a < b for a, b in found) and all(b < c for (_, b), (c, _) in pairwise(found))


def test_log_softmax_sums_to_one():
    held = log_softmax(np.asarray([[1000, 0, -1000], [0, 0, 0]], np.float32))
    assert held.dtype == np.float32
    np.testing.assert_allclose(np.exp(held).sum(-1), 1, rtol=1e-6)
