"""What a person decided about pairs of claims: constraints on the groups (must-link, cannot-link; Wagstaff & Cardie 2000)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness

Pair = tuple[str, str]
"""Ids of two claims, the smaller first."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions that do not contradict one another: `part` gives each claim that is said to be the same as another the name of its part, `apart` pairs of parts."""

    part: Mapping[str, str]
    apart: frozenset[Pair]

    @classmethod
    def of(cls, said: Sequence[tuple[str, str, bool]]) -> tuple[Decided, tuple[int, ...]]:
        """Take decisions (claim, claim, whether they are the same), the oldest first; return what holds, and which of them a later one overrules.

        A decision is overruled when it cannot be true together with the later ones: A is B, B is C, A is not C.
        """
        held: list[tuple[str, str, bool]] = []
        overruled = []
        now = cls({}, frozenset())
        for number in range(len(said) - 1, -1, -1):
            made = cls._joined([*held, said[number]])
            if made is None:
                overruled.append(number)
            else:
                held.append(said[number])
                now = made
        return now, tuple(sorted(overruled))

    @classmethod
    def _joined(cls, said: Iterable[tuple[str, str, bool]]) -> Decided | None:
        """Return the parts that the decisions make, None when a pair that is set apart lies in one part."""
        decisions = list(said)
        part: dict[str, str] = {name: name for a, b, _ in decisions for name in (a, b)}
        for a, b, same in decisions:
            if same:
                one, two = sorted((part[a], part[b]))
                part = {name: one if home == two else home for name, home in part.items()}
        apart = {_pair(part[a], part[b]) for a, b, same in decisions if not same}
        return None if any(a == b for a, b in apart) else cls(part, frozenset(apart))

    @property
    def same(self) -> frozenset[Pair]:
        """All pairs of claims that are the same, also those that follow from two others."""
        parts: dict[str, list[str]] = defaultdict(list)
        for claim, home in self.part.items():
            parts[home].append(claim)
        return frozenset(_pair(a, b) for members in parts.values() for a, b in combinations(sorted(members), 2))

    def _apart(self, a: str, b: str) -> bool:
        return _pair(self.part.get(a, a), self.part.get(b, b)) in self.apart

    def applied(self, given: Sequence[Profile], alike: Likeness) -> Likeness:
        """Return the likeness with what was decided in its place: 1 for the same, nothing in common for what is apart."""
        at = {profile.claim.id: index for index, profile in enumerate(given)}
        known = [(claim, at[claim]) for claim in self.part if claim in at]
        of, frame = dict(alike.of), dict(alike.frame)
        for (a, i), (b, j) in combinations(known, 2):
            pair = min(i, j), max(i, j)
            if self.part[a] == self.part[b]:
                of[pair] = frame[pair] = 1.0
            elif self._apart(a, b):
                of.pop(pair, None)
                frame.pop(pair, None)
        return Likeness(of, frame)

    def grouped(self, given: Sequence[Profile], alike: Likeness, groups: Sequence[Sequence[int]]) -> list[list[int]]:
        """Return the groups with those merged that hold the same, and those parted that hold what is apart; by their smallest member.

        A merged group is parted around the claims that are apart: each other member goes to the side it is most like on the whole.
        """
        names = [profile.claim.id for profile in given]
        merged: list[list[int]] = []
        homes: dict[str, int] = {}
        for members in groups:
            mine = {self.part[names[at]] for at in members if names[at] in self.part}
            targets = sorted({homes[part] for part in mine if part in homes})
            home = targets[0] if targets else len(merged)
            if not targets:
                merged.append([])
            for other in targets[1:]:
                merged[home] += merged[other]
                merged[other] = []
                homes = {part: home if at == other else at for part, at in homes.items()}
            merged[home] += members
            homes.update(dict.fromkeys(mine, home))
        return sorted(sorted(side) for members in merged if members for side in self._sides(names, alike, members))

    def _sides(self, names: Sequence[str], alike: Likeness, members: Sequence[int]) -> list[list[int]]:
        parts: dict[str, list[int]] = defaultdict(list)
        for at in sorted(members):
            parts[self.part.get(names[at], names[at])].append(at)
        decided = [part for part in parts if any(part in pair for pair in self.apart)]
        sides: list[tuple[list[str], list[int]]] = []
        for part in decided:
            free = [side for side in sides if not any(_pair(part, held) in self.apart for held in side[0])]
            fits = max(free, key=lambda side: _near(alike, parts[part], side[1]), default=None)
            if fits is None:
                sides.append(([part], list(parts[part])))
            else:
                fits[0].append(part)
                fits[1].extend(parts[part])
        if len(sides) < 2:
            return [list(members)]
        seeds = [list(held) for _, held in sides]
        for part, held in parts.items():
            if part not in decided:
                best = max(range(len(seeds)), key=lambda n: (_near(alike, held, seeds[n]), -n))
                sides[best][1].extend(held)
        return [held for _, held in sides]


def _near(alike: Likeness, some: Sequence[int], others: Sequence[int]) -> float:
    """Return the mean likelihood over the pairs of two sets."""
    return sum(alike.between(a, b) for a in some for b in others) / (len(some) * len(others))


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)
