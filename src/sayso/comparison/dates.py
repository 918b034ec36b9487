"""Claims that date one event differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.comparison.differences import Difference, comparable, earlier_first, same_phase
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.comparison.times import event_times, times_apart, to_come
from sayso.model import Claim

_LEAST = 0.45
_WITHIN = 0.75  # likelihood for a pair of one proposition, whose dates may be told vaguely
_MOSTLY = 0.5  # the share below where both name a day of a month, be it in one proposition or two
_SURER = 0.6
_COMMON = 0.4  # share of the shorter claim's words that the other has too: one event, not two of one matter


def date_differences(given: Sequence[Profile], alike: Likeness, label: Sequence[int]) -> list[Difference]:
    """Return the pairs of one proposition that give one date each for the event, and not the same."""
    found = []
    for (i, j), chance in sorted(alike.of.items()):
        if chance < _LEAST or not comparable(given, i, j):
            continue
        one, two = given[i].claim, given[j].claim
        if one.polarity != "positive" or two.polarity != "positive":
            continue
        if len({t.edtf for t in event_times(one)}) != 1 or len({t.edtf for t in event_times(two)}) != 1:
            continue
        if not times_apart(one, two) or not same_phase(given[i], given[j]):
            continue
        if to_come(one) != to_come(two):
            continue
        common = _common(given[i], given[j])
        plainly = common >= _MOSTLY and all(map(_to_the_day, (one, two)))
        vaguely = label[i] == label[j] and chance >= _WITHIN and common >= _COMMON and _explicit(one, two, chance)
        if not (plainly or vaguely):
            continue
        a, b = earlier_first(given, i, j)
        what = " against ".join(f"“{_shown(given[at].claim)}”" for at in (a, b))
        found.append(Difference(a, b, what, chance))
    return found


def _common(a: Profile, b: Profile) -> float:
    def sum_of(terms: Iterable[str]) -> float:
        return sum(a.weight(term) for term in sorted(terms))

    least = min(sum_of(a.own), sum_of(b.own))
    return sum_of(a.own.keys() & b.own.keys()) / least if least else 0.0


def _explicit(one: Claim, two: Claim, chance: float) -> bool:
    """Tell whether the dates are told plainly enough: weekdays and months alone often belong to the telling, not to the event."""
    shown = [_shown(claim) for claim in (one, two)]
    plain = [any(letter.isdigit() for letter in words) for words in shown]
    return shown[0].lower() != shown[1].lower() and (all(plain) or (any(plain) and chance >= _SURER))


def _to_the_day(claim: Claim) -> bool:
    """Tell whether the date is a day of a month, told with its number."""
    return re.fullmatch(r"[^-]+-\d\d-\d\d", event_times(claim)[0].edtf) is not None and any(
        map(str.isdigit, _shown(claim))
    )


def _shown(claim: Claim) -> str:
    span, at = event_times(claim)[0].span, claim.start
    return claim.exact[span.start - at : span.end - at] if span else ""
