"""Polarity and certainty of every gold occurrence, from the side of its source: macro F1 over the classes, what is missed counted as wrong.

The claim that shares most characters with the quotation speaks for it; where none does, the answer is 'missing', a class of its own. The second way of
answering reads the words of the content alone, the words of source and cue left out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.quality.counts import macro_f1
from benchmarks.quality.floors import Figures

Range = tuple[int, int]
Side = tuple[str, str]
"""Polarity and certainty."""

Read = Callable[[Sequence[str], Sequence[int]], Side]
"""From the words of a content, and what stands before each (the numbers of sayso.language.encoder.features.GAPS), to its side."""

MISSING: Side = ("missing", "missing")
PARTS = ("polarity", "certainty")


@dataclass(slots=True)
class Judged:
    """The sides of the occurrences of some cases: wanted, said by the dossier, and read from the content alone where that is measured."""

    wanted: list[Side] = field(default_factory=list)
    said: list[Side] = field(default_factory=list)
    read: list[Side] = field(default_factory=list)

    def add(self, other: Judged) -> None:
        """Add the occurrences of another case."""
        self.wanted += other.wanted
        self.said += other.said
        self.read += other.read

    def figures(self) -> Figures:
        """Return `polarity_macro` and `certainty_macro`, and `content_...` of the content alone where it was read."""
        return self._macro(self.said) | (self._macro(self.read, "content_") if self.read else {})

    def commonest(self) -> Figures:
        """Return the same figures for one who says the commonest of each, every time."""
        if not self.wanted:
            return {}
        best = tuple(Counter(side[i] for side in self.wanted).most_common(1)[0][0] for i in range(2))
        return self._macro([(best[0], best[1])] * len(self.wanted))

    def _macro(self, said: list[Side], prefix: str = "") -> Figures:
        return {
            f"{prefix}{part}_macro": macro_f1([side[i] for side in self.wanted], [side[i] for side in said])
            for i, part in enumerate(PARTS)
        }


def judged(case: Path, dossier: Mapping[str, Any], read: Read | None = None) -> Judged:
    """Return the sides of the occurrences of one case; `dossier` is a dossier.json of its reports."""
    found = Judged()
    for occurrence, text, own in occurrences(case, dossier):
        place = located(text, occurrence["quote"])
        if place is None:
            raise ValueError(f"{case.name}: a quotation does not stand in {occurrence['report']}")
        found.wanted.append((occurrence["polarity"], occurrence["certainty"]))
        best = nearest(own, place)
        found.said.append((best["polarity"], best["certainty"]) if best else MISSING)
        if read is not None:
            forms, gaps = bare(text, place, own)
            found.read.append(read(forms, gaps) if forms else MISSING)
    return found


def occurrences(
    case: Path, dossier: Mapping[str, Any]
) -> Iterator[tuple[Mapping[str, Any], str, Sequence[Mapping[str, Any]]]]:
    """Yield the gold occurrences of a case, each with the text of its report and the claims that a dossier.json makes of that report."""
    gold = json.loads((case / "gold.json").read_text("utf-8"))
    texts = {}
    for path in (case / "reports").glob("*.txt"):
        with path.open(encoding="utf-8", newline="") as file:
            texts[path.stem] = file.read()
    names = {report["id"]: Path(report.get("file") or report["id"]).stem for report in dossier["reports"]}
    claims: dict[str, list[Mapping[str, Any]]] = {}
    for claim in dossier["claims"]:
        claims.setdefault(names.get(claim["report"], claim["report"]), []).append(claim)
    for occurrence in (o for p in gold["propositions"] for o in p["occurrences"]):
        yield occurrence, texts[occurrence["report"]], claims.get(occurrence["report"], [])


def located(text: str, quote: str) -> Range | None:
    """Return where a quotation stands in a text, white space aside; None when it does not."""
    at = text.find(quote)
    if at >= 0:
        return at, at + len(quote)
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text) if quote.split() else None
    return found.span() if found else None


def nearest(claims: Sequence[Mapping[str, Any]], place: Range) -> Mapping[str, Any] | None:
    """Return the claim that shares most characters with `place`, the shortest of those that share as many; None when none shares any."""
    touching = [claim for claim in claims if _shared(claim, place)]
    return min(touching, key=lambda c: (-_shared(c, place), c["end"] - c["start"], c["start"]), default=None)


def bare(text: str, place: Range, claims: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[int]]:
    """Return the words of `place` without those of the sources and cues whose content touches it, and the gaps before them."""
    from sayso.language.encoder.features import GLUED, PARAGRAPH, SPACE
    from sayso.language.tokens import pieces

    masked: set[int] = set()
    for attribution in (a for claim in claims for a in claim["attributions"]):
        if any(_shared(span, place) for span in attribution["content"]):
            for span in (*attribution["source"], *attribution["cue"]):
                masked.update(range(span["start"], span["end"]))
    forms: list[str] = []
    gaps: list[int] = []
    before = -1
    for start, end in pieces(text, *place):
        if start in masked:
            continue
        gaps.append(PARAGRAPH if not forms else GLUED if before == start else SPACE)
        forms.append(text[start:end])
        before = end
    return forms, gaps


def _shared(span: Mapping[str, Any], place: Range) -> int:
    return max(0, min(int(span["end"]), place[1]) - max(int(span["start"]), place[0]))
