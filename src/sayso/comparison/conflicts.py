"""Typed conflicts, one representative pair each, heaviest first; and updates, which are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.comparison.denials import denial_differences
from sayso.comparison.numbers import Difference, number_differences
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.model import Conflict, ConflictKind, Update

_GRAVITY: dict[str, float] = {"polarity": 2.0, "identity": 2.0, "number": 1.5, "date": 1.2, "place": 1.2}


def _who(profile: Profile) -> str:
    return profile.claim.chain[0].name if profile.claim.chain else f"report {profile.claim.report} in its own voice"


def _best(
    found: Sequence[Difference], given: Sequence[Profile], key: Callable[[Difference], tuple[object, ...]]
) -> list[tuple[Difference, int]]:
    """Return, for each key, the difference that shows it best, with how many show it: plain, attributed, early, alike."""
    by_key: dict[tuple[object, ...], list[Difference]] = {}
    for difference in found:
        by_key.setdefault(key(difference), []).append(difference)

    def rank(d: Difference) -> tuple[float, int, int]:
        plain = sum(given[at].claim.certainty == "certain" for at in (d.a, d.b))
        return round(d.strength + 0.1 * plain, 6), -d.a, -d.b

    return [(max(held, key=rank), len(held)) for held in by_key.values()]


def conflicts_and_updates(
    given: Sequence[Profile], alike: Likeness, label: Sequence[int]
) -> tuple[tuple[Conflict, ...], tuple[Update, ...]]:
    """Return conflicts of number and polarity, and updates, each as one pair of claims."""
    numbers = number_differences(given, alike)
    same_voice = [d for d in numbers if given[d.a].voucher == given[d.b].voucher]
    other_voice = [d for d in numbers if given[d.a].voucher != given[d.b].voucher]

    def of_group(d: Difference) -> tuple[object, ...]:
        return tuple(sorted((label[d.a], label[d.b])))

    updates = [
        Update(
            a=given[d.a].claim.id,
            b=given[d.b].claim.id,
            reason=f"{_who(given[d.b])} gives another figure later: {d.what}.",
        )
        for d, _ in _best(same_voice, given, of_group)
        if given[d.a].order < given[d.b].order
    ]
    conflicts: list[Conflict] = []
    kinds: tuple[tuple[ConflictKind, list[Difference]], ...] = (
        ("number", other_voice),
        ("polarity", denial_differences(given, alike, label)),
    )
    for kind, found in kinds:
        for d, times in _best(found, given, of_group):
            a, b = given[d.a], given[d.b]
            conflicts.append(
                Conflict(
                    kind=kind,
                    a=a.claim.id,
                    b=b.claim.id,
                    reason=f"{_who(a)} and {_who(b)} differ: {d.what}.",
                    weight=round(_GRAVITY[kind] * d.strength * (1 + min(times, 10) / 20), 4),
                )
            )
    conflicts.sort(key=lambda c: (-c.weight, c.a, c.b))
    return tuple(conflicts), tuple(updates)
