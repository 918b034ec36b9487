"""Typed conflicts, one representative pair each, heaviest first; and updates, which are none."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparison.dates import date_differences
from sayso.comparison.denials import denial_differences
from sayso.comparison.differences import Difference, representatives
from sayso.comparison.identity import identity_differences
from sayso.comparison.numbers import number_differences
from sayso.comparison.places import place_differences
from sayso.comparison.profile import Profile, same_authority
from sayso.comparison.restated import restatements
from sayso.comparison.same import Likeness
from sayso.comparison.updates import (
    is_update,
    postponements,
    replacements,
    stepwise,
    unsettled,
    updates_of,
    withdrawals,
)
from sayso.model import Actor, Conflict, ConflictKind, Update

_GRAVITY: dict[str, float] = {"polarity": 2.0, "identity": 2.0, "number": 2.0, "date": 1.5, "place": 1.5}
_LEAST: dict[str, float] = {"polarity": 0.3, "identity": 0.35, "number": 0.3, "date": 0.45, "place": 0.6}
_SHOWN = 0.7  # share of that from which a pair may stand for a surer one that differs about the same
_LEAST_UPDATE = 0.25
_CLEAR = 0.55  # weight under which a conflict is too faint to be told


def who(profile: Profile) -> str:
    """Return who vouches for a claim, as a reader may be told."""
    return profile.claim.chain[0].name if profile.claim.chain else f"{profile.outlet} in its own voice"


def conflicts_and_updates(
    given: Sequence[Profile], alike: Likeness, label: Sequence[int], actors: Sequence[Actor]
) -> tuple[tuple[Conflict, ...], tuple[Update, ...]]:
    """Return the conflicts of number, date, place, identity and polarity, and the updates, each as one pair of claims."""
    found: dict[ConflictKind, list[Difference]] = {
        "number": number_differences(given, alike, label),
        "identity": identity_differences(given, alike, actors),
        "date": date_differences(given, alike, label),
        "place": place_differences(given, alike, label),
        "polarity": denial_differences(given, alike, label),
    }
    replaced = [*replacements(given, alike), *postponements(given, alike), *restatements(given, alike)]
    later = [d for kind in ("number", "date", "polarity") for d in found[kind] if is_update(given[d.a], given[d.b])]
    later = [*replaced, *withdrawals(given, alike), *(d for d in later if d.strength >= _LEAST_UPDATE)]
    conflicts = []
    for kind, pairs in found.items():
        differing = [
            d for d in pairs if d.strength >= _SHOWN * _LEAST[kind] and given[d.a].voucher != given[d.b].voucher
        ]
        if kind == "number":
            differing = [d for d in differing if not same_authority(given[d.a], given[d.b])]
            differing = unsettled(given, differing, later)
        for d, times, strength in representatives(given, alike, label, differing):
            a, b = given[d.a], given[d.b]
            if strength < _LEAST[kind]:
                continue
            weight = round(_GRAVITY[kind] * strength * (1 + min(times, 10) / 20), 4)
            if weight >= _CLEAR:
                reason = f"{_capital(who(a))} and {who(b)} differ: {d.what}."
                conflicts.append(Conflict(kind=kind, a=a.claim.id, b=b.claim.id, reason=reason, weight=weight))
    conflicts.sort(key=lambda c: (-c.weight, c.a, c.b, c.kind))
    heaviest: dict[tuple[str, str], Conflict] = {}
    for conflict in conflicts:
        heaviest.setdefault((conflict.a, conflict.b), conflict)
    return tuple(heaviest.values()), updates_of(given, alike, label, stepwise(given, later))


def _capital(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if "." in first or any(c.isdigit() for c in first) else text[:1].upper() + text[1:]
