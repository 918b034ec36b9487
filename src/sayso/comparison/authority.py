"""Who stands behind a figure: the one who vouches, or the body whose count the words themselves name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.model import Actor

_VERB = re.compile(
    r"\b(?:(?:has|had|have|also|now|since) )*(?:counted|counts|registered|recorded|records|reported|reports|listed|logged|tallied|put|puts|says|said|confirmed|estimated|estimates)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"['’]s? (?:\w+ )?(?:count|figures?|tally|toll|estimate|register|records|statistics)\b", re.IGNORECASE
)
_CREDIT = re.compile(r"\b(?:according to|per) (?:the )?", re.IGNORECASE)
_WORD = re.compile(r"[\w’'.-]+")
_LONGEST = 6  # words of a name


def names_to_bodies(actors: Sequence[Actor], body_of: Mapping[str, str]) -> dict[str, str]:
    """Return, for each name and alias in lower case, the id of the body that its actor is or speaks for; names of several are left out."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            found.setdefault(_plain(name), set()).add(body_of.get(actor.id, actor.id))
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def counters(words: str, known: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the bodies that a claim's words name as the ones who count or tell: 'by the coastguard's count'."""
    found = set()
    for pattern in (_VERB, _POSSESSIVE):
        for match in pattern.finditer(words):
            before = _WORD.findall(words[: match.start()])[-_LONGEST:]
            found.update(_first_known([before[at:] for at in range(len(before))], known))
    for match in _CREDIT.finditer(words):
        behind = _WORD.findall(words[match.end() :])[:_LONGEST]
        found.update(_first_known([behind[:end] for end in range(len(behind), 0, -1)], known))
    return frozenset(found)


def _first_known(spellings: Sequence[Sequence[str]], known: Mapping[str, str]) -> list[str]:
    return next(([known[name]] for name in (_plain(" ".join(words)) for words in spellings) if name in known), [])


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").rstrip(".,")
