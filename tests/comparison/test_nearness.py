"""How near the claims of a pile lie in meaning."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.comparison.meaning import meanings
from sayso.comparison.nearness import Near, cosines, near, nearest, piecewise
from sayso.comparison.profile import Profile, profiles
from tests.comparison.piles import Said, pile

FIRE = "The warehouse went up in flames shortly after midnight"
BLAZE = "The storage building was destroyed by a blaze late at night"
REST = ("Nine pupils have won a prize in mathematics", "The harvest of plums was poor this year")


def _near(*told: str) -> tuple[tuple[Profile, ...], Near]:
    made = pile(*([Said(words)] for words in told))
    held = profiles(made.reports, made.analyses, made.claims, made.actors)
    return held, near(held, [meanings(r, [c for c in made.claims if c.report == r.id]) for r in made.reports])


def test_other_words_for_the_same_lie_nearer_than_something_else() -> None:
    _, held = _near(FIRE, BLAZE, *REST)
    first, second = np.triu_indices(4, 1)
    cosine, pieces = cosines(held, first, second), piecewise(held, first, second)
    assert cosine.argmax() == pieces.argmax() == 0
    np.testing.assert_allclose(np.linalg.norm(held.unit, axis=1), 1, rtol=1e-5)


def test_claims_of_unknown_meaning_are_like_none() -> None:
    made = pile([Said(FIRE)], [Said(BLAZE)])
    held = near(profiles(made.reports, made.analyses, made.claims, ()), [])
    pair = np.array([0]), np.array([1])
    assert not held.unit.any() and cosines(held, *pair).tolist() == piecewise(held, *pair).tolist() == [0]


def test_nearness_of_pieces_is_the_same_both_ways() -> None:
    _, held = _near(FIRE, BLAZE)
    turned = Near(held.unit[::-1], held.pieces[::-1], held.weight[::-1])
    pair = np.array([0]), np.array([1])
    np.testing.assert_allclose(piecewise(held, *pair), piecewise(turned, *pair), atol=1e-4)


@given(
    arrays(np.float32, (7, 3), elements=st.floats(-1, 1, width=16)).filter(
        lambda rows: bool((np.abs(rows).sum(1) > 0.1).all())
    ),
    st.integers(1, 6),
)
def test_the_nearest_are_pairs_above_the_least(rows: np.ndarray, most: int) -> None:
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    first, second = nearest(unit, 0.2, most)
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    assert pairs == sorted(set(pairs)) and all(i < j for i, j in pairs)
    assert all(round(float(unit[i] @ unit[j]), 4) >= 0.2 - 1e-3 for i, j in pairs)
    every = {(i, j) for i in range(7) for j in range(i + 1, 7) if unit[i] @ unit[j] >= 0.2 + 1e-3}
    assert set(pairs) <= every | set(pairs) and (most < 6 or every <= set(pairs))
