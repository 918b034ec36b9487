"""A count told anew in passing: 'it is six now', 'the number of the dead has risen to seven'; what is counted stands around the figure, not beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.comparison.amounts import compatible
from sayso.comparison.counts import Figure, of_persons
from sayso.comparison.differences import Difference, earlier_first
from sayso.comparison.profile import Profile, same_authority
from sayso.comparison.same import Likeness
from sayso.comparison.tolls import Fate

_MATTER = 0.15  # likelihood that both claims speak of one matter, numbers left out
_STRENGTH = 0.3
_NEAR = 60  # characters to a claim of the same voice that tells what the figure counts
_FAR = 20.0  # times as many is another count
_NOW_BEFORE = re.compile(
    r"(?:^|[^\w])(?:it|that|there|they|we)(?:['’](?:s|re|m)|\s+(?:is|are|was|were|makes?|have|stands?))\s+(?:(?:up\s+to|at|already)\s+)*"
    r"(?P<now>(?:now|already|by\s+now)\s+)?(?:at\s+least\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)
_NOW_AFTER = re.compile(r"\s*(?:now|by now|so far|in the meantime)\b", re.IGNORECASE)
_MOVED_TO = re.compile(
    r"\b(?:risen|rose|climbed|grown|grew|gone\s+up|went\s+up|increased|fallen|fell|dropped|come\s+down|stands?(?:\s+now)?|stood(?:\s+now)?)\s+"
    r"(?:\w+\s+)?(?:to|at)\s+(?:at\s+least\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)


def restatements(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return the pairs of which the later claim tells in passing a new count of what the same authority counted before."""
    told = {at: figure for at, profile in enumerate(given) if (figure := _running(given, at)) is not None}
    found = []
    for (i, j), frame in sorted(alike.frame.items()):
        a, b = earlier_first(given, i, j)
        if frame < _MATTER or b not in told or not same_authority(given[a], given[b]):
            continue
        if given[a].order >= given[b].order:
            continue
        old = _counted_before(given, a, told.get(a), told[b])
        if old is not None:
            what = f"“{given[b].words(told[b])}” against “{given[a].words(old)}”"
            strength = round(max(frame, _STRENGTH), 6)
            found.append(Difference(a, b, what, strength, (old.quantity.low, told[b].quantity.low)))
    return found


def _running(given: Sequence[Profile], at: int) -> Figure | None:
    """Return the figure of a claim that is told as the count by now, with what it counts as far as the words around tell it."""
    profile = given[at]
    for figure in profile.numbers:
        span, words = figure.quantity.span, profile.claim.exact
        start, end = span.start - profile.claim.start, span.end - profile.claim.start
        if figure.quantity.unit is not None or figure.replaced or figure.limit or figure.quantity.low is None:
            continue
        before = _NOW_BEFORE.search(words[:start])
        now = before is not None and (before["now"] or _NOW_AFTER.match(words[end:]))
        moved = figure.quantity.comparison is not None or _MOVED_TO.search(words[:start])
        if now or (moved and (figure.fate is not None or not figure.counted)):
            return figure if figure.fate is not None else replace(figure, fate=_beside(given, at, figure))
    return None


def _beside(given: Sequence[Profile], at: int, figure: Figure) -> Fate | None:
    """Return what the same voice right beside says became of so many."""
    claim = given[at].claim
    for other in (at - 1, at + 1):
        if 0 <= other < len(given) and given[other].claim.report == claim.report:
            near = given[other].claim
            gap = max(claim.start, near.start) - min(claim.end, near.end)
            if gap <= _NEAR and given[other].voucher == given[at].voucher:
                for one in given[other].numbers:
                    if one.fate is not None and one.quantity.low == figure.quantity.low:
                        return one.fate
    return None


def _counted_before(given: Sequence[Profile], at: int, running: Figure | None, new: Figure) -> Figure | None:
    """Return the one figure of an earlier claim that the new one takes the place of."""
    if running is not None:
        held = [running]
    else:
        held = [f for f in given[at].numbers if f.quantity.unit is None and not (f.replaced or f.limit)]
        held = [f for f in held if f.fate is not None or not f.counted or of_persons(f)]
    of_fate = [f for f in held if f.fate == new.fate] if new.fate else []
    fitting = of_fate or [f for f in held if f.fate is None or new.fate is None]
    if len(fitting) != 1:
        return None
    old = fitting[0]
    low, high = sorted((old.quantity.low or 0.0, new.quantity.low or 0.0))
    return None if compatible(old.quantity, new.quantity) or not low or high > _FAR * low else old
