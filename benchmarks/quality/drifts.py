"""What rewrites did, over the gold cases: conflicts of certainty, attribution, quotation and number between a report and what it was made from.

One is found when a conflict or a drift of the dossier joins the two places. A place is met by the words that the dossier shows for a claim: the claim itself with the source and
the cue that credit it, because a moved credit stands there and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.quality.floors import Figures
from benchmarks.quality.sides import Range, located

KINDS = ("certainty", "attribution", "quotation", "number")
_NEAR = 300
"""Characters from a claim within which the words that credit it belong to it."""


@dataclass(slots=True)
class Drifted:
    """How many were found of how many; `misses` says which were not."""

    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Drifted) -> None:
        """Add those of another case."""
        self.found += other.found
        self.wanted += other.wanted
        self.misses += other.misses

    def figures(self) -> Figures:
        """Return `drift_found`, nothing where there is none to find."""
        return {"drift_found": self.found / self.wanted} if self.wanted else {}


def drifted(case: Path, dossier: Mapping[str, Any]) -> Drifted:
    """Return what was found of one case; `dossier` is a dossier.json of its reports."""
    gold = json.loads((case / "gold.json").read_text("utf-8"))
    edges = {frozenset((edge["child"], edge["parent"])) for edge in gold["derivations"]}
    texts = {path.stem: path.read_text("utf-8") for path in (case / "reports").glob("*.txt")}
    places = dict(_places(dossier, texts))
    pairs = [(c["a"], c["b"]) for c in dossier["conflicts"]]
    pairs += [(d["child"], d["parent"]) for d in dossier["drift"] if d["parent"]]
    tally = Drifted()
    for one in gold["conflicts"]:
        a, b = one["a"], one["b"]
        if one["kind"] not in KINDS or frozenset((a["report"], b["report"])) not in edges:
            continue
        ends = [(q["report"], located(texts[q["report"]], q["quote"])) for q in (a, b)]
        tally.wanted += 1
        hit = any(
            _meets(places.get(x), ends[i]) and _meets(places.get(y), ends[1 - i]) for x, y in pairs for i in (0, 1)
        )
        tally.found += hit
        if not hit:
            tally.misses.append(f"{case.name} {one['kind']} {a['report']}/{b['report']}: {one['note']}")
    return tally


def _places(dossier: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, list[Range]]]]:
    """Yield, for each claim, its report and the ranges that are shown for it."""
    names = {report["id"]: Path(report.get("file") or report["id"]).stem for report in dossier["reports"]}
    for claim in dossier["claims"]:
        name = names[claim["report"]]
        place = located(texts.get(name, ""), claim["exact"])
        if place is None:
            continue
        shift = place[0] - claim["start"]
        spans = [
            (span["start"] + shift, span["end"] + shift)
            for words in claim["attributions"][-1:]
            for part in ("source", "cue")
            for span in words[part]
        ]
        near = [s for s in spans if s[1] > place[0] - _NEAR and s[0] < place[1] + _NEAR]
        whole = (min(s[0] for s in (place, *near)), max(s[1] for s in (place, *near)))
        yield claim["id"], (name, [place, whole])


def _meets(place: tuple[str, list[Range]] | None, end: tuple[str, Range | None]) -> bool:
    if place is None or end[1] is None or place[0] != end[0]:
        return False
    start, stop = end[1]
    return any(max(0, min(stop, b) - max(start, a)) * 2 >= min(stop - start, b - a) for a, b in place[1])
