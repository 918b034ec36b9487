"""The same authority replacing its own earlier statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.comparison.differences import Difference, representatives
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.model import Update

# Words that say a statement replaces another; 'not' only before the figure or date replaced.
_REPLACES = re.compile(
    r"\b(?:correct(?:ed|s|ion)|revis(?:ed|es|ion)|amend(?:ed|s)|updat(?:ed|es)|retract(?:ed|s)|withdr(?:ew|awn)|no longer|instead of|rather than"
    r"|first estimate|initial(?:ly)?|earlier (?:figure|count|estimate|statement|toll)|previous(?:ly)?|up from|down from|and not|but not)\b",
    re.IGNORECASE,
)


def replaces(profile: Profile) -> bool:
    """Tell whether a claim says itself that it replaces an earlier statement."""
    return _REPLACES.search(profile.claim.exact) is not None


def is_update(a: Profile, b: Profile) -> bool:
    """Tell whether `b`, the later of two differing claims, is the same authority's newer word, not somebody else's contradiction.

    It is when both have the same voucher and stand in different reports, or when `b` says that it replaces a figure and one of the two names no
    voucher that would tell them apart.
    """
    if a.order >= b.order:
        return False
    if a.voucher == b.voucher:
        return not a.voucher.startswith("report:")
    return replaces(b) and "report:" in (a.voucher[:7], b.voucher[:7])


def updates_of(
    given: Sequence[Profile], alike: Likeness, label: Sequence[int], found: Sequence[Difference]
) -> tuple[Update, ...]:
    """Return the updates among differing pairs, one for each thing updated, in the order of the claims."""
    made = []
    for d, _ in sorted(representatives(given, alike, label, found), key=lambda pair: (pair[0].a, pair[0].b)):
        name = given[d.b].claim.chain[0].name if given[d.b].claim.chain else "The later report"
        made.append(
            Update(a=given[d.a].claim.id, b=given[d.b].claim.id, reason=f"{name} gives another figure later: {d.what}.")
        )
    return tuple(made)
