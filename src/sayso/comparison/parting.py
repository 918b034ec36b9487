"""Claims of one matter that give different figures are of different propositions: 310 and 365 million, seven killed and nine injured, a limit and a sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.comparison.counts import OUTCOMES, Figure, agreement

_NEAR = 1.5  # times as much may still be the same sum, told roundly


def parted_by_figures(
    numbers: Sequence[Sequence[Figure]], members: Sequence[int], between: Callable[[int, int], float]
) -> list[list[int]]:
    """Return the parts of a group in which no two claims count apart; a claim without figures goes where the claim it is likest to goes.

    `numbers` are the figures of each claim by index, `between` tells how likely two claims say the same. Parts grow from the likeliest pair on, as in clustering
    with pairs that cannot link (Davidson & Ravi 2005).
    """
    counting = [at for at in members if numbers[at]]
    apart = {(a, b) for i, a in enumerate(counting) for b in counting[i + 1 :] if count_apart(numbers[a], numbers[b])}
    if not apart:
        return [list(members)]
    home = {at: [at] for at in members}
    pairs = [(-between(a, b), a, b) for i, a in enumerate(members) for b in members[i + 1 :]]
    for _, a, b in sorted(pairs):
        one, two = home[a], home[b]
        if one is two or any((min(x, y), max(x, y)) in apart for x in one for y in two):
            continue
        one += two
        home.update(dict.fromkeys(two, one))
    return sorted({id(part): sorted(part) for part in home.values()}.values())


def count_apart(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Tell whether the figures of two claims differ for one thing, count people of whom different things became, are a limit on one side and none on the other,
    or are sums of one unit of which none comes near another."""
    if agreement(a, b) == "clash" or _sums_apart(a, b):
        return True
    one, two = ({f.fate for f in held} & OUTCOMES for held in (a, b))
    return bool(one and two and not one & two) or _limit_and_count(a, b) or _limit_and_count(b, a)


def _sums_apart(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    units = {figure.quantity.unit for figure in (*a, *b)}
    if not a or not b or len(units) > 1 or units == {None}:
        return False
    pairs = [sorted(f.quantity.high or f.quantity.low or 0.0 for f in (x, y)) for x in a for y in b]
    return all(low and high > _NEAR * low for low, high in pairs)


def _limit_and_count(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    limits, other = ({f.quantity.unit for f in a if f.quantity.unit and f.limit is limit} for limit in (True, False))
    return bool(limits & {f.quantity.unit for f in b}) and not other and not any(f.limit for f in b)
