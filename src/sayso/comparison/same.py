"""How likely two claims say the same, and the groups that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.comparison.candidates import FEATURES, candidates
from sayso.comparison.cluster import groups
from sayso.comparison.nearness import Near
from sayso.comparison.parting import parted_by_figures
from sayso.comparison.profile import Profile
from sayso.model import Likely

# A logistic model of few, readable grounds. The weights were fitted on written piles that the encoder of claims was not trained on (training/pairs/weigh.py), and
# rounded. That of names is set by hand: those piles are each about one affair, where the same does not happen in two towns.
WEIGHTS = {
    "shared": 0.7,
    "around": 2.8,
    "numbers agree": 0.7,
    "numbers clash": -1.2,
    "names clash": -7.0,
    "same voucher": 0.6,
    "neighbours": 0.7,
    "meaning": 7.6,
    "piecewise": 5.3,
}
BIAS = -8.9
_DENSITY = 3.0  # how much likelier than any two claims of the pile those of a group must be, on the whole
_LEAST, _MOST = 0.08, 0.3
_FEW, _AMONG_FEW = 100, 0.3  # in a pile of so few claims all lie nearer, so that up to so much more is asked of a group
_CROWD, _TIGHTEST = (
    50,
    0.35,
)  # claims (or an eighth of the pile) past which a group is looked into again, and how strictly at most
_TOLD = 0.1  # likelihood from which a pair is told to those who count origins
_KIN = 0.25  # likelihood that a claim must reach with at least one other of its group
_NON_ANSWER = 0.6  # a non-answer joins only what it plainly concerns


@dataclass(frozen=True, slots=True)
class Likeness:
    """Pairs of profile indices (smaller first) with the likelihood, 0-1, that both claims say the same or one denies the other.

    `frame` leaves numbers out of it: how likely both speak of the same matter, whatever figure they give.
    """

    of: dict[tuple[int, int], float]
    frame: dict[tuple[int, int], float]

    def between(self, a: int, b: int) -> float:
        """Return the likelihood for two indices in any order; 0 for a pair that shares nothing."""
        return self.of.get((min(a, b), max(a, b)), 0.0)


def likeness(given: Sequence[Profile], meaning: Near) -> Likeness:
    """Return how likely each candidate pair of claims says the same."""
    import numpy as np

    found = candidates(given, meaning)
    weights = np.array([WEIGHTS[name] for name in FEATURES])
    wordly = np.array([not name.endswith("clash") and name != "numbers agree" for name in FEATURES])
    # Rounded, so that the last bit of one processor's arithmetic decides nothing.
    chance = np.round(1.0 / (1.0 + np.exp(-(found.features @ weights + BIAS))), 6)
    frame = np.round(1.0 / (1.0 + np.exp(-(found.features @ (weights * wordly) + BIAS))), 6)
    quiet = np.array([p.claim.kind in ("non-answer", "question") for p in given])
    if len(found.first):
        chance = chance * np.where(quiet[found.first] | quiet[found.second], _NON_ANSWER, 1.0)
    pairs = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    return Likeness(dict(zip(pairs, chance.tolist(), strict=True)), dict(zip(pairs, frame.tolist(), strict=True)))


def likelihoods(given: Sequence[Profile], alike: Likeness, label: Sequence[int]) -> tuple[Likely, ...]:
    """Return how likely the claims of one proposition say the same, pair by pair; pairs that are not likely at all left out. `label` has the group of each profile."""
    return tuple(
        Likely(given[i].claim.id, given[j].claim.id, round(chance, 3))
        for (i, j), chance in sorted(alike.of.items())
        if label[i] == label[j] and chance >= _TOLD
    )


def gathered(given: Sequence[Profile], alike: Likeness) -> list[list[int]]:
    """Return the groups of profile indices that make one proposition each, by their smallest member.

    The narrower the affair, the likelier any two claims; a group must stand out from that, so its threshold rises with the pile's mean likelihood.
    """
    pairs = len(given) * (len(given) - 1) / 2
    mean = sum(alike.of[pair] for pair in sorted(alike.of)) / pairs if pairs else 0.0
    most = _MOST + _AMONG_FEW * max(0.0, 1 - len(given) / _FEW)
    resolution = round(min(most, max(_LEAST, _DENSITY * mean)), 4)
    made = groups(len(given), ((i, j, w) for (i, j), w in sorted(alike.of.items())), resolution)
    crowd = max(_CROWD, len(given) // 8)
    parted = [part for members in made for part in (_parted(members, alike) if len(members) > crowd else [members])]
    numbers = [profile.numbers for profile in given]
    kin = _without_loners(parted, alike)
    return sorted(part for members in kin for part in parted_by_figures(numbers, members, alike.between))


def _parted(members: Sequence[int], alike: Likeness) -> list[list[int]]:
    """Return the parts of a group too large for one statement: those that stand out from its own mean likelihood."""
    inside = [
        (i, j, alike.between(a, b)) for i, a in enumerate(members) for j, b in enumerate(members[i + 1 :], start=i + 1)
    ]
    mean = sum(weight for _, _, weight in inside) / len(inside)
    held = groups(len(members), (pair for pair in inside if pair[2] > 0), round(min(_TIGHTEST, 1.1 * mean), 4))
    return [[members[at] for at in part] for part in held]


def _without_loners(made: Sequence[Sequence[int]], alike: Likeness) -> list[list[int]]:
    """Return the groups with every member set apart that is much like none of the others, by their smallest member."""
    kept: list[list[int]] = []
    for members in made:
        near = [at for at in members if any(alike.between(at, other) >= _KIN for other in members if other != at)]
        kept += [near] if near else []
        kept += [[at] for at in members if at not in near]
    return sorted(kept)
