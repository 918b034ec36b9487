"""Claims that give different figures for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sayso.comparison.amounts import compatible
from sayso.comparison.counts import Figure, adds_up, clash, same_case, slip
from sayso.comparison.differences import Difference, earlier_first
from sayso.comparison.profile import Profile, same_authority
from sayso.comparison.same import Likeness
from sayso.comparison.times import event_times, times_apart
from sayso.comparison.words import concepts

_PLAINLY = 0.5  # surety that both count the same, from which less likeness will do
_GREAT = 1e6  # figures this great seldom share their digits by chance
_SLIP_FRAME = 0.12
_COUNTED = 0.3  # strength of a difference between two counts of one body, of the same noun
_HARM = frozenset({"=death", "=wound"})
_SUMMED = 200  # characters between two parts of one sum
_BARE = 4  # telling terms of a claim up to which it may be said of any event
_COMMON = 0.05  # share of the terms around that two claims of one event have in common at least
_FRAME = 0.3  # likelihood that both claims speak of the same matter, numbers left out


def _words(figure: Figure, profile: Profile) -> str:
    counted = figure.quantity.counted
    return profile.words(figure) + (f" {counted}" if counted else "")


def number_differences(given: Sequence[Profile], alike: Likeness, label: Sequence[int]) -> list[Difference]:
    """Return the pairs of claims that count the same thing at the same time differently, by their place in the pile.

    Figures of which one looks like the other miscopied need less that speaks for the same matter.
    """
    found = []
    for (i, j), frame in sorted(alike.frame.items()):
        one, two = given[i], given[j]
        if not (one.numbers and two.numbers) or frame < _SLIP_FRAME:
            continue
        if _elsewhere(one, two) or _void(one) or _void(two) or times_apart(one.claim, two.claim):
            continue
        if _of_old(one, two) or _of_old(two, one):
            continue
        pair, strength = _slipped(one, two, label[i] == label[j]), 0.45
        if pair is None:
            pair = clash(one.numbers, two.numbers)
            strength = frame * pair[2] ** 0.5 if pair else 0.0
        plainly = pair is not None and pair[2] >= _PLAINLY
        counting = pair is not None and bool(one.counters | two.counters) and same_authority(one, two)
        if pair is None or not (frame >= _FRAME or plainly or counting or one.voucher == two.voucher):
            continue
        if adds_up(_beside(given, i), two.numbers) or adds_up(_beside(given, j), one.numbers):
            continue
        if counting and same_case(pair[0], pair[1]):
            strength = max(strength, _COUNTED)
        a, b = earlier_first(given, i, j)
        words = {i: _words(pair[0], one), j: _words(pair[1], two)}
        value = {i: pair[0].quantity.low, j: pair[1].quantity.low}
        what = f"“{words[a]}” against “{words[b]}”"
        found.append(Difference(a, b, what, round(strength, 6), (value[a], value[b])))
    return found


def _beside(given: Sequence[Profile], at: int) -> list[Figure]:
    """Return the figures of a claim and of the claims of one voucher right around it: parts of a sum may be told one by one."""
    claim, voucher = given[at].claim, given[at].voucher
    near = [at]
    for step in (-1, 1):
        other = at + step
        while (
            0 <= other < len(given)
            and given[other].claim.report == claim.report
            and abs(given[other].claim.start - claim.start) <= _SUMMED
        ):
            near += [other] if given[other].voucher == voucher else []
            other += step
    return [figure for number in sorted(near) for figure in given[number].numbers]


def _of_old(a: Profile, b: Profile) -> bool:
    """Tell whether `a` dates its event in years before `b` was published and `b` dates none: 'a flood in 2019 killed 30'."""
    published = [time.edtf[:4] for time in b.claim.times if time.role == "publication"]
    years = [time.edtf[:4] for time in event_times(a.claim)]
    return (
        bool(published and years) and not event_times(b.claim) and all(y.isdigit() and y < published[0] for y in years)
    )


def _elsewhere(a: Profile, b: Profile) -> bool:
    """Tell whether two claims, one of them bare ('nine were injured'), stand among words that share hardly anything: of two events, it seems."""
    if min(len(_telling(a.own)), len(_telling(b.own))) > _BARE:
        return False
    one, two = (_telling({**profile.around, **profile.own}) for profile in (a, b))
    if min(len(one), len(two)) <= _BARE:
        return False  # there is nothing around by which to tell

    def sum_of(terms: Iterable[str]) -> float:
        return sum(a.weight(term) for term in sorted(terms))

    return sum_of(one & two) < _COMMON * min(sum_of(one), sum_of(two))


def _telling(terms: Iterable[str]) -> frozenset[str]:
    """Return terms without numbers and without those of death and harm, which many events share."""
    return frozenset(term for term in terms if not term[0].isdigit() and not _of_harm(term))


@cache
def _of_harm(term: str) -> bool:
    return term in _HARM or any(f"={name}" in _HARM for name in concepts().single.get(term, ()))


def _void(profile: Profile) -> bool:
    """Tell whether a claim denies what it counts; 'did not exceed 40' still bounds it."""
    return profile.claim.polarity == "negative" and not any(figure.denied for figure in profile.numbers)


def _slipped(a: Profile, b: Profile, grouped: bool) -> tuple[Figure, Figure, float] | None:
    """Return two figures of the same unit or noun of which one looks miscopied; None when the claims share a figure.

    Claims of two propositions must give great figures for that.
    """
    found = None
    for one in a.numbers:
        for two in b.numbers:
            x, y = one.quantity, two.quantity
            if (x.low, x.high) == (y.low, y.high):
                return None
            alike = (x.unit or "") == (y.unit or "") and (x.unit is not None or bool(one.counted & two.counted))
            great = min(x.high or x.low or 0.0, y.high or y.low or 0.0) >= _GREAT
            if alike and (grouped or great) and slip(x, y) and not compatible(x, y):
                found = one, two, 0.5
    return found
