"""The same authority replacing its own earlier statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.comparison.counts import Figure, same_thing
from sayso.comparison.differences import Difference, representatives
from sayso.comparison.profile import Profile, same_authority
from sayso.comparison.same import Likeness
from sayso.comparison.times import event_times
from sayso.model import Claim, ClaimTime, Update

_MATTER = 0.15  # likelihood that a claim which names the figure it replaces speaks of the earlier claim's matter
_TELLTALE = 100  # from here on equal figures seldom meet by chance
_POSTPONED = 0.1  # the same for one that names the date it replaces
_NOT_THEN = re.compile(
    r"\b(?:not|instead of|rather than|and no longer)\s+(?:(?:at|in|on|by|until|from|before|as|the|planned|of|end|middle|start|beginning) )*$",
    re.IGNORECASE,
)
_BESIDE = 300  # characters between what is taken back and the words that take it back
_TAKEN_BACK = 0.55  # likelihood that a statement taken back is the one its outlet made


def is_update(a: Profile, b: Profile) -> bool:
    """Tell whether `b`, the later of two differing claims, is the newer word of the same authority, not somebody else's contradiction."""
    return same_authority(a, b) and a.order < b.order


def stepwise(given: Sequence[Profile], found: Sequence[Difference]) -> list[Difference]:
    """Return the updates without those that skip a step: 4 to 7 when there are 4 to 6 and 6 to 7."""
    pairs = {(d.a, d.b) for d in found}
    after: dict[int, list[int]] = {}
    for a, b in sorted(pairs):
        after.setdefault(a, []).append(b)
    figures = {d.figures for d in found if d.figures is not None}
    into: dict[int, set[float | None]] = {}
    for d in found:
        into.setdefault(d.b, set()).update(d.figures[:1] if d.figures else ())

    def skips(d: Difference) -> bool:
        if any((between, d.b) in pairs for between in after[d.a] if between != d.b):
            return True
        # The step between may have been told in other words, by another report of the same authority.
        return d.figures is not None and any((d.figures[0], value) in figures for value in into[d.b] - {d.figures[0]})

    return [d for d in found if not skips(d)]


def may_replace(a: Profile, b: Profile) -> bool:
    """Tell whether `b` can replace `a`: later, and not one named voice against another, unless the words around say that a figure was revised."""
    if a.order >= b.order:
        return False
    return (
        a.voucher == b.voucher or b.revises or (a.voucher.startswith("report:") and not b.voucher.startswith("report:"))
    )


def replacements(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return the pairs of which the later claim names the earlier one's figure as the one it replaces ('47, up from 31')."""
    found = []
    naming = {at: [f for f in p.numbers if f.replaced] for at, p in enumerate(given)}
    for (i, j), frame in sorted(alike.frame.items()):
        for a, b in ((i, j), (j, i)):
            if frame < _MATTER or not naming[b] or not may_replace(given[a], given[b]):
                continue
            old = next((f for f in given[a].numbers for g in naming[b] if not f.replaced and _same_figure(f, g)), None)
            new = next((f for f in given[b].numbers if not f.replaced), None)
            if old is not None and new is not None:
                what = f"“{given[b].words(new)}” in place of “{given[a].words(old)}”"
                found.append(Difference(a, b, what, frame))
    return found


def postponements(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return the pairs of which the later claim names the earlier one's date as the one it replaces ('in May and not in April')."""
    dated = {at: event_times(p.claim) for at, p in enumerate(given)}
    naming = {at: [t for t in times if _is_replaced(given[at].claim, t)] for at, times in dated.items()}
    found = []
    for (i, j), chance in sorted(alike.of.items()):
        for a, b in ((i, j), (j, i)):
            if chance < _POSTPONED or not naming[b] or naming[a] or not may_replace(given[a], given[b]):
                continue
            old = [t for t in dated[a] if any(t.edtf == other.edtf for other in naming[b])]
            new = [t for t in dated[b] if t not in naming[b]]
            if old and new:
                what = f"“{_shown(given[b].claim, new[0])}” in place of “{_shown(given[a].claim, old[0])}”"
                found.append(Difference(a, b, what, max(chance, _MATTER)))
    return found


def _is_replaced(claim: Claim, time: ClaimTime) -> bool:
    return time.span is not None and _NOT_THEN.search(claim.exact[: time.span.start - claim.start]) is not None


def _shown(claim: Claim, time: ClaimTime) -> str:
    return claim.exact[time.span.start - claim.start : time.span.end - claim.start] if time.span else time.edtf


def _same_figure(a: Figure, b: Figure) -> bool:
    x, y = a.quantity, b.quantity
    return (x.low, x.high) == (y.low, y.high) and not (x.unit and y.unit and x.unit != y.unit)


def withdrawals(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return the pairs of which the later claim repeats, to take it back, what the same outlet or person stated before."""
    found = []
    for (i, j), chance in sorted(alike.of.items()):
        for a, b in ((i, j), (j, i)):
            one, two = given[a], given[b]
            if chance < _TAKEN_BACK or not two.taken_back or one.taken_back or one.order >= two.order:
                continue
            if one.outlet == two.outlet or one.voucher == two.voucher:
                found.append(Difference(a, b, "taken back or corrected", chance))
    told = {given[d.b].claim.report for d in found}
    return found + [d for d in _whole_reports(given, alike) if given[d.b].claim.report not in told]


def _whole_reports(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return, for an outlet that takes back a report of its own as a whole, the claim of that report which it speaks of most plainly."""
    best: dict[str, Difference] = {}
    takes = [at for at, p in enumerate(given) if p.taken_back and not p.claim.chain]
    for (i, j), chance in sorted(alike.of.items()):
        for a, b in ((i, j), (j, i)):
            one, two = given[a], given[b]
            if chance < _TAKEN_BACK or one.outlet != two.outlet or one.order >= two.order or one.taken_back:
                continue
            beside = [at for at in takes if _beside(given[at].claim, two.claim)]
            held = best.get(two.claim.report)
            if beside and (held is None or chance > held.strength):
                says = beside[0] if given[beside[0]].whole else b
                best[two.claim.report] = Difference(a, says, "taken back or corrected", chance)
    return list(best.values())


def _beside(a: Claim, b: Claim) -> bool:
    return a.report == b.report and max(a.start, b.start) - min(a.end, b.end) <= _BESIDE


def updates_of(
    given: Sequence[Profile], alike: Likeness, label: Sequence[int], found: Sequence[Difference]
) -> tuple[Update, ...]:
    """Return the updates among differing pairs, one for each thing updated, in the order of the claims."""
    steps: dict[tuple[float | None, float | None] | None, list[Difference]] = {}
    for difference in found:  # from 4 to 6 and from 6 to 9 are two updates of one thing
        steps.setdefault(difference.figures, []).append(difference)
    told = [best for step in steps.values() for best, *_ in representatives(given, alike, label, step)]
    made = []
    for d in sorted(told, key=lambda pair: (pair.a, pair.b)):
        later = given[d.b]
        name = later.claim.chain[0].name if later.claim.chain else later.outlet
        made.append(
            Update(a=given[d.a].claim.id, b=later.claim.id, reason=f"{name[:1].upper()}{name[1:]}, later: {d.what}.")
        )
    return tuple(made)


def unsettled(
    given: Sequence[Profile], differences: Sequence[Difference], updates: Sequence[Difference]
) -> list[Difference]:
    """Return the differences of figures without those that are only between an older figure and the one that replaced it."""
    told: dict[object, list[Difference]] = {}  # updates by the claims and the figures at their ends
    for update in updates:
        for at in (update.a, update.b):
            for key in _keys(given, at):
                told.setdefault(key, []).append(update)

    def settled(difference: Difference) -> bool:
        near = {id(u): u for key in _keys(given, difference.a) for u in told.get(key, ())}
        return any(_covers(given, difference, update) for update in near.values())

    return [difference for difference in differences if not settled(difference)]


def _keys(given: Sequence[Profile], at: int) -> list[object]:
    return [at, *((f.quantity.low, f.quantity.high) for f in given[at].numbers)]


def _covers(given: Sequence[Profile], difference: Difference, update: Difference) -> bool:
    def shares(x: int, y: int) -> bool:
        return x == y or any(
            _same_figure(f, g) and (same_thing(f, g) > 0 or (f.quantity.low or 0.0) >= _TELLTALE)
            for f in given[x].numbers
            for g in given[y].numbers
        )

    return (shares(difference.a, update.a) and shares(difference.b, update.b)) or (
        shares(difference.a, update.b) and shares(difference.b, update.a)
    )
