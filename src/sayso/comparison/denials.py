"""Claims of one proposition of which one affirms what the other denies."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparison.numbers import Difference, earlier_first
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness

_LEAST = 0.25  # likelihood that the pair itself says the same, beyond lying in one proposition
_SURE = ("certain", "probable")


def denial_differences(given: Sequence[Profile], alike: Likeness, label: Sequence[int]) -> list[Difference]:
    """Return the pairs inside one proposition of opposite polarity, both sure enough, from different vouchers."""
    found = []
    for (i, j), chance in sorted(alike.of.items()):
        if label[i] != label[j] or chance < _LEAST:
            continue
        one, two = given[i], given[j]
        if one.voucher == two.voucher or {one.claim.polarity, two.claim.polarity} != {"positive", "negative"}:
            continue
        if one.claim.certainty not in _SURE or two.claim.certainty not in _SURE:
            continue
        a, b = earlier_first(given, i, j)
        found.append(Difference(a, b, "one affirms it, the other denies it", chance))
    return found
