"""Who was taken for one, over the gold cases: pairs of links of chains that the gold gives one name, against pairs that were led to one actor.

A link of a claim's chain stands for the link of the gold occurrence at the same place, where both chains are of one length and the printed words do not plainly name
somebody else: who was found, and rightly credited, is measured elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.quality.floors import Figures
from benchmarks.quality.sides import located, nearest, occurrences


@dataclass(slots=True)
class Merged:
    """Pairs of links: right of those taken for one, taken for one, one in the gold."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, other: Merged) -> None:
        """Add the pairs of another case."""
        self.right, self.said, self.wanted = (
            self.right + other.right,
            self.said + other.said,
            self.wanted + other.wanted,
        )

    def figures(self) -> Figures:
        """Return `merge_precision` and `merge_recall`; 1 where there is no pair."""
        return {
            "merge_precision": self.right / self.said if self.said else 1.0,
            "merge_recall": self.right / self.wanted if self.wanted else 1.0,
        }


def _another(printed: str, wanted: str) -> bool:
    """Tell whether the words of a link plainly name somebody else than the gold does: then the wrong one was credited, and nobody was merged."""
    from sayso.attribution.names import body_tokens, is_acronym, related

    if not any(c.isupper() for c in printed[1:]) or is_acronym(printed, wanted) or is_acronym(wanted, printed):
        return False
    return not any(a == b or related(a, b) for a in body_tokens(printed) for b in body_tokens(wanted))


def merged(case: Path, dossier: Mapping[str, Any]) -> Merged:
    """Return the pairs of one case; `dossier` is a dossier.json of its reports."""
    links: list[tuple[str, str]] = []
    for occurrence, text, own in occurrences(case, dossier):
        place = located(text, occurrence["quote"])
        claim = nearest(own, place) if place is not None else None
        if claim is not None and len(claim["chain"]) == len(occurrence["chain"]):
            links.extend(
                (wanted.casefold(), said.get("actor") or said["name"])
                for wanted, said in zip(occurrence["chain"], claim["chain"], strict=True)
                if not _another((said["evidence"].get("span") or {}).get("exact", ""), wanted)
            )
    found = Merged()
    for (a, x), (b, y) in combinations(links, 2):
        found.said += x == y
        found.wanted += a == b
        found.right += x == y and a == b
    return found
