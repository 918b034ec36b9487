"""Attribution spans on the development part of PolNeAR: F1 of the tokens in source, cue and content.

One annotator's file is taken for each document, the first by name. A token is a run of letters and digits; it counts for a role when a span of
that role covers its first character.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.quality import polnear
from benchmarks.quality.counts import Count
from benchmarks.quality.floors import Figures
from benchmarks.quality.polnear import ROLES, annotated

Covered = Mapping[str, set[int]]


def measure(folder: Path) -> Figures:
    """Return the token F1 of each role over all documents, named `attribution.<role>`."""
    part = folder / "dev"
    given = polnear.given(part)
    counts = {role: Count() for role in ROLES}
    for name, files in polnear.annotators(part).items():
        ours: dict[str, set[int]] = {role: set() for role in ROLES}
        for one in polnear.marked(given[name]):
            for role in ROLES:
                ours[role] |= getattr(one, role.lower())
        add(counts, annotated(files[0]), ours, polnear.word_starts(polnear.text_of(part / "text" / f"{name}.txt")))
    return named(counts)


def agreement(folder: Path) -> Figures:
    """Return the same figures for every two people who marked the same document, of train and dev."""
    counts = {role: Count() for role in ROLES}
    for part in (folder / "dev", folder / "train"):
        for name, files in polnear.annotators(part).items():
            if len(files) > 1:
                starts = polnear.word_starts(polnear.text_of(part / "text" / f"{name}.txt"))
                for one, other in combinations([annotated(file) for file in files], 2):
                    add(counts, one, other, starts)
    return named(counts)


def add(counts: Mapping[str, Count], gold: Covered, said: Covered, starts: Sequence[int]) -> None:
    """Count the tokens of one document, which begin at `starts`."""
    for role in ROLES:
        ours, theirs = {s for s in starts if s in said[role]}, {s for s in starts if s in gold[role]}
        counts[role].add(len(ours & theirs), len(ours), len(theirs))


def named(counts: Mapping[str, Count]) -> Figures:
    """Return the F1 of each role by its name."""
    return {f"attribution.{role.lower()}": counts[role].f1 for role in ROLES}
