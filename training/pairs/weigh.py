"""The weights of the grounds by which two claims are likely to say the same, fitted to the written piles that the encoder did not learn from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.comparison.candidates import FEATURES, candidates
from sayso.comparison.meaning import meanings
from sayso.comparison.nearness import near
from sayso.comparison.profile import profiles
from training.pairs.piles import carried, offset, read_pile
from training.pairs.written import Pile

Floats = NDArray[np.float64]
_EACH = 3000.0  # what the pairs of one pile count together, so that a large pile decides no more than a small one


def grounds(pile: Pile) -> tuple[Floats, Floats]:
    """Return [P, F] and [P] of a pile: the grounds of its candidate pairs, and 1 where both carry a proposition in common. Pairs that carry nothing are left out."""
    told = read_pile(pile)
    given = profiles(told.reports, told.analyses, told.claims, told.actors)
    read = [meanings(report, [c for c in told.claims if c.report == report.id]) for report in told.reports]
    found = candidates(given, near(given, read))
    place = {report.id: (at, offset(pile, at, report)) for at, report in enumerate(told.reports)}
    held = []
    for profile in given:
        at, base = place[profile.claim.report]
        held.append(frozenset(carried(pile, at, profile.claim.start - base, profile.claim.end - base)))
    pairs = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    kept = np.array([bool(held[i] or held[j]) for i, j in pairs], bool)
    same = np.array([bool(held[i] & held[j]) for i, j in pairs], float)
    return found.features[kept], same[kept]


def logistic(
    grounds: Floats, same: Floats, counts: Floats, least: float = 1.0, rounds: int = 60
) -> tuple[Floats, float]:
    """Return weights and bias of a logistic regression with a ridge of strength `least` on the scaled weights, by Newton's method."""
    middle, spread = grounds.mean(0), grounds.std(0) + 1e-9
    scaled = np.c_[(grounds - middle) / spread, np.ones(len(grounds))]
    held = np.zeros(scaled.shape[1])
    ridge = np.r_[np.full(len(held) - 1, least), 1e-9]
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-scaled @ held))
        slope = scaled.T @ (counts * (chance - same)) + ridge * held
        curve = (scaled * (counts * chance * (1 - chance))[:, None]).T @ scaled + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        held -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = held[:-1] / spread
    return weights, float(held[-1] - (weights * middle).sum())


def weigh(piles: Sequence[Pile]) -> dict[str, float]:
    """Return the weight of each ground and the bias, as sayso.comparison.same holds them."""
    rows, truths, counts = [], [], []
    for pile in piles:
        features, same = grounds(pile)
        rows.append(features)
        truths.append(same)
        counts.append(np.full(len(same), _EACH / max(1, len(same))))
    weights, bias = logistic(np.concatenate(rows), np.concatenate(truths), np.concatenate(counts))
    return {**dict(zip(FEATURES, weights.tolist(), strict=True)), "bias": bias}
