"""Attribution spans on the development part of PolNeAR: F1 of the tokens in source, cue and content.

One annotator's file is taken for each document, the first by name. A token is a run of letters and digits; it counts for a role when a span of
that role covers its first character.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from benchmarks.quality.floors import Figures

ROLES = ("Source", "Cue", "Content")


def measure(folder: Path) -> Figures:
    """Return the token F1 of each role over all documents, named `attribution.<role>`."""
    import sayso

    texts = sorted((folder / "dev" / "text").glob("*.txt"))
    tables = {Path(t.report.file).name: t for t in sayso.sources(texts).tables}
    hit: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for path in texts:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        gold = annotated(next(iter(sorted((folder / "dev" / "attributions").glob(f"{path.stem}_*.ann")))))
        table = tables.get(path.name)
        given: dict[str, set[int]] = {role: set() for role in ROLES}
        if table is not None:
            if table.report.text != text:
                raise ValueError(f"the text of {path.name} was changed in reading: offsets mean nothing")
            for attribution in table.attributions:
                for role in ROLES:
                    for span in getattr(attribution, role.lower()):
                        given[role].update(range(span.start, span.end))
        starts = [m.start() for m in re.finditer(r"\w+", text)]
        for role in ROLES:
            ours, theirs = {s for s in starts if s in given[role]}, {s for s in starts if s in gold[role]}
            hit[role] += len(ours & theirs)
            said[role] += len(ours)
            wanted[role] += len(theirs)
    return {f"attribution.{role.lower()}": 2 * hit[role] / max(1, said[role] + wanted[role]) for role in ROLES}


def annotated(file: Path) -> dict[str, set[int]]:
    """Return the characters each role covers in a brat standoff file."""
    covered: dict[str, set[int]] = {role: set() for role in ROLES}
    for line in file.read_text("utf-8").splitlines():
        found = re.match(r"T\d+\t(\w+) ([\d; ]+)\t", line)
        if found and found.group(1) in covered:
            for piece in found.group(2).split(";"):
                start, end = map(int, piece.split())
                covered[found.group(1)].update(range(start, end))
    return covered
