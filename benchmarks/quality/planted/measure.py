"""What the tool finds in planted piles: pairs, directions, and how often it says that it knows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality.planted.piles import Planted

if TYPE_CHECKING:
    from sayso.model import Analysis, Attribution, Report, Stemma


@dataclass(slots=True)
class Found:
    """Counts: planted pairs, those of them found, pairs said, pairs said of reports that descend from one another; of the found ones those
    whose direction is said to be known, and is right."""

    planted: int = 0
    met: int = 0
    said: int = 0
    true: int = 0
    known: int = 0
    right: int = 0

    def add(self, other: Found) -> None:
        """Add the counts of another pile."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def recall(self) -> float:
        """The share of the planted pairs that are found."""
        return self.met / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """The share of the pairs said to be derived that are: siblings, and honest reports of one event, are not."""
        return self.true / self.said if self.said else 1.0

    @property
    def direction(self) -> float:
        """The share of the found pairs whose direction is known and right; one that is left open is not right."""
        return self.right / self.met if self.met else 1.0

    @property
    def knows(self) -> float:
        """The share of the found pairs whose direction is said to be known."""
        return self.known / self.met if self.met else 1.0

    @property
    def trust(self) -> float:
        """The share of the directions said to be known that are right."""
        return self.right / self.known if self.known else 1.0


@cache
def _read(content: str) -> tuple[Report, Analysis, tuple[Attribution, ...]]:
    """Read one file and what it says; its name comes from its content, so that no id tells who was first."""
    from sayso.attribution import attribute
    from sayso.language import analyse
    from sayso.reading import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{sha256(content.encode()).hexdigest()[:8]}.txt"
        path.write_text(content, "utf-8")
        (report,) = read([path]).reports
    analysis = analyse(report)
    return report, analysis, tuple(attribute(report, analysis))


def stemma(files: Sequence[str]) -> tuple[list[str], Stemma]:
    """Return the ids of the files' reports, in their order, and the stemma of the pile."""
    from sayso.attribution import identify
    from sayso.derivation import derive

    read = [_read(content) for content in files]
    reports, analyses, attributed = ([one[n] for one in read] for n in range(3))
    _, linked = identify(reports, analyses, attributed)  # type: ignore[arg-type]
    return [one.id for one, _, _ in read], derive(reports, analyses, linked)  # type: ignore[arg-type]


def judged(pile: Planted, wanted: Iterable[tuple[int, int]] | None = None) -> Found:
    """Count what is found in one pile; `wanted` are the planted pairs to look at (all when None)."""
    ids, found = stemma(pile.files)
    number = {id: n for n, id in enumerate(ids)}
    counts = Found()
    said: dict[frozenset[int], tuple[int, bool]] = {}
    for edge in found.derivations:
        if edge.basis != "citation" and edge.parent in number:
            child, parent = number[edge.child], number[edge.parent]
            said[frozenset((child, parent))] = child, edge.direction_known
    looked_at = set(pile.pairs if wanted is None else wanted)
    counts.said = len(said)
    counts.true = sum(pile.related(*sorted(pair)) for pair in said)
    for child, parent in sorted(looked_at):
        counts.planted += 1
        if frozenset((child, parent)) in said:
            claimed, known = said[frozenset((child, parent))]
            counts.met += 1
            counts.known += known
            counts.right += known and claimed == child
    return counts
