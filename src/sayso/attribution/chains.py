"""Nesting: which attribution stands in the content of which, and the chain that follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.model import Attribution, Link, Span

_STRETCH = 256
"""Contents are looked up by stretches of so many characters, since a report may have thousands."""


def chain_of(attributions: Sequence[Attribution], index: int) -> tuple[Link, ...]:
    """Return who vouches for the content of attribution `index`: its own links, origin first, then those of its parents outwards.

    A link that repeats the one before it is left out. Raises IndexError when there is no such attribution.
    """
    links: list[Link] = []
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        for link in attributions[at].links:
            if not links or not same_link(links[-1], link):
                links.append(link)
        at = attributions[at].parent
    return tuple(links)


def same_link(a: Link, b: Link) -> bool:
    """Tell whether two links are the same actor: by id where both have one, else by name."""
    if a.actor is not None and b.actor is not None:
        return a.actor == b.actor
    return a.name.casefold() == b.name.casefold()


def parents(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return, for each attribution, the index of the one with the smallest content that holds it whole, None when there is none."""
    stretches: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
    for k, outer in enumerate(attributions):
        for piece in outer.content:
            for stretch in range(piece.start // _STRETCH, piece.end // _STRETCH + 1):
                stretches[stretch].append((k, piece))
    found: list[int | None] = []
    for i, inner in enumerate(attributions):
        parts = (*inner.cue, *inner.content)
        best: tuple[int, int] | None = None
        for k, piece in stretches[min((part.start for part in parts), default=0) // _STRETCH]:
            if i == k or inner.cue == attributions[k].cue:
                continue
            if (best is None or (len(piece), k) < best) and all(piece.contains(part) for part in parts):
                best = (len(piece), k)
        found.append(best[1] if best else None)
    return found
