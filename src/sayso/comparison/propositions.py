"""The propositions of a pile: groups of claims, each with the text that words it best and the polarity of its claims towards it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.comparison.polarity import towards
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.model import Claim, Polarity, Proposition

_READABLE = 20  # words; a longer text is likely to say several things
_OPENING = 0.7  # of the worth of a text whose subject had to be filled in
_LENGTHY = 6  # words; a shorter text seldom says all
_NAMED, _NAMELESS = (
    2.0,
    1.25,
)  # how much better a statement of somebody words a proposition than a report in its own voice


def _flat(claim: Claim) -> tuple[bool, bool, bool]:
    return claim.kind == "statement", claim.polarity == "positive", claim.certainty == "certain"


def _vouched(claim: Claim) -> float:
    if not claim.chain:
        return 1.0
    return _NAMELESS if claim.chain[0].kind in ("nameless person", "nameless group", "document", "unknown") else _NAMED


def _most_central(
    given: Sequence[Profile], members: Sequence[int], alike: Likeness, turned: Mapping[int, Polarity]
) -> Claim:
    """Return the claim that words a proposition best: a whole sentence, a flat positive statement, near to all others, vouched for, readable."""

    def rank(at: int) -> tuple[bool, int, float, int]:
        claim = given[at].claim
        # How near it is to each report that says it, so that one talkative report does not word it for all.
        nearest: dict[str, float] = {}
        for other in members:
            if other != at:
                home = given[other].claim.report
                nearest[home] = max(nearest.get(home, 0.0), alike.between(at, other))
        near = sum(nearest[home] for home in sorted(nearest))
        long = len(claim.text.split())
        near *= _vouched(claim) * min(1.0, (_READABLE / max(1, long)) ** 0.5)
        near *= min(1.0, long / _LENGTHY) * (_OPENING if claim.text.startswith("[") else 1.0)
        return (
            given[at].whole and claim.polarity != "unknown",
            sum(_flat(replace(claim, polarity=turned.get(at, claim.polarity)))),
            near,
            -at,
        )

    return given[max(members, key=rank)].claim


def propositions(
    given: Sequence[Profile], alike: Likeness, groups: Sequence[Sequence[int]]
) -> tuple[tuple[Claim, ...], tuple[Proposition, ...], tuple[int, ...]]:
    """Return the claims with their proposition filled in, the propositions, and for each profile the number of its group; `groups` are of profile indices."""
    label = [0] * len(given)
    made = []
    turned: dict[int, Polarity] = {}
    for number, members in enumerate(groups, start=1):
        turned.update(towards(given, members, alike))
        text = _most_central(given, members, alike, turned)
        made.append(
            Proposition(
                id=f"p{number}", text=text.text or text.exact, claims=tuple(given[at].claim.id for at in members)
            )
        )
        for at in members:
            label[at] = number
    claims = tuple(
        replace(p.claim, proposition=f"p{label[at]}", polarity=turned.get(at, p.claim.polarity))
        for at, p in enumerate(given)
    )
    return claims, tuple(made), tuple(label)
