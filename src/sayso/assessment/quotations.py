"""Quotations of a pile and which of them are nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from sayso.model import Analysis, Quote, Report

# An altered quotation is still recognisably the same one from this share of equal letters on (0-100).
RECOGNISED = 62.0
_FEWEST_WORDS = 3
# Three words in a row that more quotations than this hold are a turn of phrase and propose nothing.
_COMMON = 40


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation of at least three words: `words` as printed, `bare` in lower case without marks at the ends."""

    report: str
    quote: Quote
    words: str
    bare: str


def _bare(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").strip(" .,;:!?\"'“”‘’").split())


class Quotations:
    """The quotations of a pile, by report, with pairs that share words in a row found through an index."""

    def __init__(self, reports: Sequence[Report], analyses: Sequence[Analysis]) -> None:
        self._of: dict[str, list[Quoted]] = {}
        for report, analysis in zip(reports, analyses, strict=True):
            made = [(q, q.span.of(report.text)) for q in analysis.quotes]
            self._of[report.id] = [
                Quoted(report.id, q, w, _bare(w)) for q, w in made if len(w.split()) >= _FEWEST_WORDS
            ]

    def of(self, report: str) -> list[Quoted]:
        """Return the quotations of one report in text order."""
        return self._of.get(report, [])

    def alike(self, a: str, b: str) -> Iterator[tuple[Quoted, Quoted, float]]:
        """Yield pairs of quotations of two reports that are recognisably the same, with their likeness 0-100."""
        for mine in self.of(a):
            for theirs in self.of(b):
                if 0.5 <= len(mine.words) / len(theirs.words) <= 2.0:
                    likeness = fuzz.ratio(mine.bare, theirs.bare, score_cutoff=RECOGNISED)
                    if likeness:
                        yield mine, theirs, likeness

    def repeated(self, order: Sequence[str], least: float) -> Iterator[tuple[Quoted, Quoted]]:
        """Yield pairs of quotations of different reports whose likeness is at least `least` (0-100), in the order of reports given.

        Candidates share three words in a row, so the cost grows with what is repeated and not with the square of the pile.
        """
        rank = {report: n for n, report in enumerate(order)}
        every = [q for report in order for q in self.of(report)]
        index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, quoted in enumerate(every):
            words = quoted.bare.split()
            for gram in {tuple(words[i : i + 3]) for i in range(len(words) - 2)}:
                index[gram].append(at)
        pairs = {
            (a, b)
            for held in index.values()
            if 1 < len(held) <= _COMMON
            for i, a in enumerate(held)
            for b in held[i + 1 :]
            if every[a].report != every[b].report
        }
        for a, b in sorted(pairs, key=lambda p: (rank[every[p[0]].report], rank[every[p[1]].report], p)):
            if fuzz.ratio(every[a].bare, every[b].bare, score_cutoff=least):
                yield every[a], every[b]
