"""Known names: countries, capitals, peoples, towns, agencies, outlets, services, bodies; longest match by tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.language.tokens import pieces
from sayso.model import MentionKind
from sayso.resources import rows, words


@dataclass(frozen=True, slots=True)
class Known:
    """A known name: what it is, its canonical form, and whether it is a country's or a capital's."""

    kind: MentionKind
    name: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A known name found at the tokens first..last."""

    first: int
    last: int
    known: Known


Trie = dict[str, dict[tuple[str, ...], Known]]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-"})


@cache
def known_names() -> Trie:
    """Return the known names by their first word, then by their words."""
    found: Trie = {}

    def add(name: str, known: Known) -> None:
        parts = tuple(name[a:b] for a, b in pieces(name, 0, len(name)))
        found.setdefault(parts[0], {}).setdefault(parts, known)

    for kind, name, *aliases in rows("bodies"):
        for form in (name, *_parted(aliases)):
            add(form, Known(_kind(kind), name))
    for row in rows("countries"):
        country, capitals, peoples, others = (*row, "", "", "")[:4]
        for form in (country, *_parted([others])):
            add(form, Known("government", country, country))
        for form in _parted([capitals]):
            add(form, Known("government", form, country))
        for form in _parted([peoples]):
            add(form, Known("nationality", form, country))
    for form in sorted(words("peoples")):
        add(form, Known("nationality", form))
    for form in sorted(words("places")):
        add(form, Known("place", form))
    return found


def _parted(cells: Sequence[str]) -> list[str]:
    return [part for cell in cells for part in cell.split("|") if part]


def _kind(cell: str) -> MentionKind:
    kinds: dict[str, MentionKind] = {
        "news agency": "news agency",
        "outlet": "outlet",
        "intelligence service": "intelligence service",
        "armed force": "armed force",
        "government": "government",
        "ministry": "ministry",
        "organisation": "organisation",
        "company": "company",
        "place": "place",
    }
    return kinds[cell]


def kind_of(cell: str) -> MentionKind:
    """Return the kind that a lexicon names; raises KeyError for a word that is no kind of body."""
    return _kind(cell)


def match(printed: Sequence[str], at: int, end: int) -> Match | None:
    """Return the longest known name that begins at token `at` and ends by `end`; letters' case counts."""
    first = printed[at].translate(_PLAIN)
    candidates = known_names().get(first)
    if candidates is None:
        return None
    best: Match | None = None
    for parts, known in candidates.items():
        last = at + len(parts)
        if (
            last <= end
            and (best is None or last > best.last)
            and all(printed[at + i].translate(_PLAIN) == part for i, part in enumerate(parts))
        ):
            best = Match(at, last, known)
    return best
