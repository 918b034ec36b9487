"""Claims that name different ones for what only one can be: who decides, who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from sayso.comparison.differences import Difference, comparable, earlier_first
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.model import Actor

Role = Literal["decides", "did it"]

_LEAST = 0.35  # likelihood that both claims speak of the same matter
_NAME = r"(?P<who>[A-Z][\w-]+(?: (?:of (?:the )?)?[A-Z][\w-]+){0,6})"
_POWER = "authority|discretion|decision|responsibility|prerogative|control|command|jurisdiction|choice|competence|hands"
_ARMED = "forces|army|troops|soldiers|military|artillery|gunners|police|units|navy|air force|militants|rebels|guards|fighters"
_DEED = (
    "fired|shelled|shot|bombed|bombarded|attacked|struck|hit|killed|seized|invaded|raided|opened fire|launched|destroyed|"
    "sabotaged|hacked|poisoned|rammed"
)
_WORDINGS: tuple[tuple[Role, str], ...] = (
    ("decides", rf"{_NAME}['’]s? (?:own |sole |exclusive |full |sovereign |final )*(?:{_POWER})\b"),
    ("decides", rf"\b(?:up to|rests? with|lies? with|in the hands of|decided by|decision of) (?:the )?{_NAME}"),
    ("decides", rf"\b{_NAME} alone\b"),
    ("did it", rf"\b(?:{_DEED}) (?:at |on )?(?:\w+ )?by (?:the )?{_NAME}"),
    ("did it", rf"\b{_NAME} (?:{_ARMED}) (?:had |have |has )?(?:{_DEED})\b"),
    ("did it", rf"\b{_NAME} (?:was|is|were|are) (?:responsible|behind|to blame|at fault)\b"),
    ("did it", rf"\b(?:carried out|committed|caused|fired|planted|staged|ordered) by (?:the )?{_NAME}"),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _WORDINGS)


def roles(profile: Profile) -> Iterator[tuple[Role, str]]:
    """Yield who is said to decide or to have done it, as the claim names them."""
    for role, pattern in _PATTERNS:
        for match in pattern.finditer(profile.claim.exact):
            yield role, match.group("who")


def known_names(actors: Sequence[Actor]) -> dict[str, str]:
    """Return, for each name and alias in lower case, the id of its actor; names of several actors are left out."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            found.setdefault(name.lower(), set()).add(actor.id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def same_one(a: str, b: str, known: Mapping[str, str]) -> bool:
    """Tell whether two names may mean one: the same actor, a shared word, or one word formed from the other ('Norland', 'Norlandic')."""
    one, two = a.lower(), b.lower()
    if known.get(one, one) == known.get(two, two):
        return True
    return any(x[:5] == y[:5] for x in one.split() for y in two.split())


def identity_differences(given: Sequence[Profile], alike: Likeness, actors: Sequence[Actor]) -> list[Difference]:
    """Return the pairs of affirming claims about one matter that name different ones in one role, from different vouchers."""
    held = {at: found for at, profile in enumerate(given) if (found := list(roles(profile)))}
    known = known_names(actors)
    out = []
    for (i, j), chance in sorted(alike.frame.items()):
        if chance < _LEAST or i not in held or j not in held or not comparable(given, i, j):
            continue
        if given[i].claim.polarity != "positive" or given[j].claim.polarity != "positive":
            continue
        a, b = earlier_first(given, i, j)
        for role in ("decides", "did it"):
            one, two = ([who for r, who in held[at] if r == role] for at in (a, b))
            if one and two and not any(same_one(x, y, known) for x in one for y in two):
                out.append(Difference(a, b, f"who {role}: {one[0]} or {two[0]}", chance))
                break
    return out
