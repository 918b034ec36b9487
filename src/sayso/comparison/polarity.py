"""The polarity of each claim towards the proposition it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparison.denials import BORNE, affirms, borne, fails
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.comparison.words import tokens
from sayso.model import Polarity

_CONTESTED = 0.5  # likelihood from which a claim elsewhere speaks of what a negative statement denies
_KIN = 0.3  # likelihood from which two claims of one proposition are read against each other


def towards(given: Sequence[Profile], members: Sequence[int], alike: Likeness) -> dict[int, Polarity]:
    """Return the claims of one proposition, by index, whose polarity towards it is another than that of their own words.

    FactBank judges how an occurrence presents what is claimed, so 'every instalment was met' is negative where the proposition is that one was missed,
    and 'there was no alarm' is positive where several say so and nobody says that there was one. Two grounds, all else stays as worded:
    a proposition that begins with a failing; one that several vouchers state in the negative and nobody affirms in the pile.
    """
    found = _by_failing(given, members, alike) or _by_consent(given, members, alike)
    return {at: polarity for at, polarity in found.items() if polarity != given[at].claim.polarity}


def _fails(profile: Profile) -> bool:
    return profile.claim.polarity == "positive" and fails(tokens(profile.claim.exact))


def _by_failing(given: Sequence[Profile], members: Sequence[int], alike: Likeness) -> dict[int, Polarity]:
    """Read the members against the claims that somebody failed to do something, when that is what was said first."""
    sides = {at: affirms(given[at].claim) for at in members}
    failing = [at for at in members if sides[at] is False and _fails(given[at])]
    doing = [at for at in members if sides[at] is True]
    if not failing or min((given[at].order, at) for at in failing) > min(
        ((given[at].order, at) for at in doing), default=(("~~", ""), 0)
    ):
        return {}
    found: dict[int, Polarity] = {}
    for at in members:
        side = sides[at]
        if side is None or at in failing:
            continue
        if any(alike.between(at, other) >= _KIN and borne(given[other], given[at]) >= BORNE for other in failing):
            found[at] = "negative" if side else "positive"
    return found


def _by_consent(given: Sequence[Profile], members: Sequence[int], alike: Likeness) -> dict[int, Polarity]:
    """Read a statement made in the negative by all, by two vouchers in two reports at least, and affirmed by nobody, as the proposition itself."""
    stating = [at for at in members if given[at].claim.kind in ("statement", "background")]
    sided = [at for at in stating if given[at].claim.polarity != "unknown"]
    if len({given[at].claim.report for at in sided}) < 2 or len({given[at].voucher for at in sided}) < 2:
        return {}
    if any(given[at].claim.polarity != "negative" or given[at].claim.stance == "deny" for at in sided):
        return {}
    inside = set(members)
    for other, profile in enumerate(given):
        near = [] if other in inside else [at for at in sided if alike.between(at, other) >= _CONTESTED]
        if near and affirms(profile.claim) and any(borne(given[at], profile) >= BORNE for at in near):
            return {}
    return dict.fromkeys(sided, "positive")
