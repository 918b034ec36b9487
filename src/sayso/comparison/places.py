"""Claims that put one event in two places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.comparison.differences import Difference, comparable, earlier_first, same_phase
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.comparison.words import stem, tokens

_APART = 0.8  # the same, for two that stand in two propositions
_RIVALS = 2  # other places of which the same is said, up to which they exclude each other
_LEAST = 0.6
_WHERE = re.compile(r"\b(?:in|at|near|outside|off) (?:the )?(?:\w+ (?:of|in|near) )?$", re.IGNORECASE)


def _where(profile: Profile) -> str | None:
    """Return the one place a claim puts its event in; None when it names none or several."""
    claim = profile.claim
    if len(claim.places) != 1 or claim.places[0] not in claim.exact:
        return None
    before = claim.exact[: claim.exact.index(claim.places[0])]
    return claim.places[0] if _WHERE.search(before) else None


def _elsewhere(place: str, other: str, profile: Profile) -> bool:
    """Tell whether `place` shares no word with `other` and is not spoken of around the other claim."""
    words = {stem(word) for word in tokens(place)}
    return not words & {stem(word) for word in tokens(other)} and not words & profile.around.keys()


def place_differences(given: Sequence[Profile], alike: Likeness, label: Sequence[int]) -> list[Difference]:
    """Return the pairs of one matter that name one place each, and not the same; a place known to both reports' passages is no other place.

    What is said of a third place too, and of a fourth, happened in many places: nothing contradicts anything.
    """
    held = {at: place for at, profile in enumerate(given) if (place := _where(profile)) is not None}
    found, said = [], dict[int, set[str]]()
    for (i, j), chance in sorted(alike.frame.items()):
        if i not in held or j not in held or chance < (_LEAST if label[i] == label[j] else _APART):
            continue
        if not comparable(given, i, j) or not same_phase(given[i], given[j]):
            continue
        if given[i].claim.polarity != "positive" or given[j].claim.polarity != "positive":
            continue
        if _elsewhere(held[i], held[j], given[j]) and _elsewhere(held[j], held[i], given[i]):
            a, b = earlier_first(given, i, j)
            said.setdefault(a, set()).add(held[b])
            said.setdefault(b, set()).add(held[a])
            found.append(Difference(a, b, f"{held[a]} or {held[b]}", chance))
    return [one for one in found if len(said[one.a]) <= _RIVALS and len(said[one.b]) <= _RIVALS]
