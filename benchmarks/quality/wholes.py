"""Whole attributions on the development part of PolNeAR: are source, cue and content found together, and does each content get its own source?

`whole`: F1 of attributions whose source, cue and content all overlap; where nobody is named as the source, none may be given. `exact`: F1 of
attributions whose content is the same set of words. `link`: of the marked attributions whose content is found, the share that got an overlapping source,
or rightly none. Attributions are paired one to one, the best overlap (Dice) of cues first, of contents next.

One annotator's file is taken for each document, the first by name. A statement carried over from the sentence before is left out: it has no cue, while
whatever people marked has one, so that it is no attribution in their sense. Non-answers, thoughts and wishes count, since people marked them too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from benchmarks.quality import polnear
from benchmarks.quality.counts import Count
from benchmarks.quality.floors import Figures
from benchmarks.quality.polnear import Marked

Fits = Callable[[Marked, Marked], bool]


@dataclass(slots=True)
class Tally:
    """What was counted over several documents."""

    whole: Count = field(default_factory=Count)
    exact: Count = field(default_factory=Count)
    found: int = 0
    linked: int = 0

    def figures(self) -> Figures:
        """Return the figures, named `attribution.<measure>`."""
        return {
            "attribution.whole": self.whole.f1,
            "attribution.exact": self.exact.f1,
            "attribution.link": self.linked / max(1, self.found),
        }


def measure(folder: Path) -> Figures:
    """Return `whole`, `exact` and `link` of what the tool gives."""
    part = folder / "dev"
    given = polnear.given(part)
    tally = Tally()
    for name, files in polnear.annotators(part).items():
        said = polnear.marked(a for a in given[name] if not a.carried)
        starts = frozenset(polnear.word_starts(polnear.text_of(part / "text" / f"{name}.txt")))
        add(tally, polnear.attributions(files[0]), said, starts)
    return tally.figures()


def agreement(folder: Path) -> Figures:
    """Return the same figures for every two people who marked the same document of train or dev, each judged by the other."""
    tally = Tally()
    for part in (folder / "dev", folder / "train"):
        for name, files in polnear.annotators(part).items():
            if len(files) > 1:
                starts = frozenset(polnear.word_starts(polnear.text_of(part / "text" / f"{name}.txt")))
                for one, other in combinations([polnear.attributions(file) for file in files], 2):
                    add(tally, one, other, starts)
                    add(tally, other, one, starts)
    return tally.figures()


def add(tally: Tally, gold: Sequence[Marked], said: Sequence[Marked], starts: frozenset[int]) -> None:
    """Count the attributions of one document, whose words begin at `starts`."""
    tally.whole.add(len(paired(gold, said, whole)), len(said), len(gold))
    tally.exact.add(len(paired(gold, said, same_words(starts))), len(said), len(gold))
    found = paired(gold, said, lambda one, other: bool(one.content & other.content))
    tally.found += len(found)
    tally.linked += sum(linked(one, other) for one, other in found)


def paired(gold: Sequence[Marked], said: Sequence[Marked], fits: Fits) -> list[tuple[Marked, Marked]]:
    """Return pairs of attributions that fit, each in one pair at most, those with the best overlap first."""
    options = [
        (-dice(one.cue, other.cue), -dice(one.content, other.content), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(said)
        if fits(one, other)
    ]
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(options):
        if i not in taken_gold and j not in taken_said:
            taken_gold.add(i)
            taken_said.add(j)
            pairs.append((gold[i], said[j]))
    return pairs


def whole(one: Marked, other: Marked) -> bool:
    """Tell whether source, cue and content all overlap, or the source is missing in both."""
    return bool(one.cue & other.cue) and bool(one.content & other.content) and linked(one, other)


def same_words(starts: frozenset[int]) -> Fits:
    """Return what tells whether two contents are the same words, of those that begin at `starts`, and not none."""
    return lambda one, other: bool(one.content & starts) and one.content & starts == other.content & starts


def linked(one: Marked, other: Marked) -> bool:
    """Tell whether the sources overlap, or neither has any."""
    return bool(one.source & other.source) or (not one.source and not other.source)


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    """Return twice the shared characters over all of both."""
    return 2 * len(one & other) / max(1, len(one) + len(other))
