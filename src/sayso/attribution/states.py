"""States behind names: countries, capitals and adjectives led to the state they belong to."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.attribution.names import body_tokens, generic, plain
from sayso.resources import rows, tree


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    """Return country, capital, adjective and alias, in plain form, to the country's name."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        name, capital, peoples, others = (*row, "", "", "")[:4]
        for alias in (name, capital, *peoples.split("|"), *others.split("|")):
            if alias.strip():
                found.setdefault(plain(alias), name)
    return found


@lru_cache(maxsize=65536)
def state_of(name: str) -> str | None:
    """Return the one known state that a name mentions, itself, by its capital or by its adjective; None for none or several."""
    words = plain(name).split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in _index()), 0)
        if size:
            found.add(_index()[" ".join(words[at : at + size])])
        at += size or 1
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def stands_for_state(name: str) -> bool:
    """Tell whether a name means a state or its government, and no single office of it."""
    rest = plain(name)
    for alias in sorted(_index(), key=len, reverse=True):
        rest = re.sub(rf"\b{re.escape(alias)}\b", " ", rest) if alias in rest else rest
    offices = {"government", "authorities", "leadership", "regime", "state", "officials", "administration"}
    return all(t in offices or (generic(t) and t in offices) for t in body_tokens(rest) if rest.strip())


def home_of(agency: str) -> str | None:
    """Return the state whose voice a state news agency is, for the well-known ones; None for all others."""
    homes: dict[str, str] = tree("names")["state_agencies"]
    return homes.get(plain(agency))
