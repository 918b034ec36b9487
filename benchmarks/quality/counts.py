"""F1, macro F1 and correlation: the arithmetic that several measures share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(slots=True)
class Count:
    """How many were right, how many were said, how many were wanted."""

    hit: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, hit: int, said: int, wanted: int) -> None:
        """Add the counts of one document."""
        self.hit += hit
        self.said += said
        self.wanted += wanted

    @property
    def f1(self) -> float:
        """The F1, 0 when nothing was said and nothing wanted."""
        return 2 * self.hit / max(1, self.said + self.wanted)


def macro_f1(wanted: Sequence[str], said: Sequence[str]) -> float:
    """Return the F1 averaged over the classes that are wanted at least once, 0 without any: saying the commonest every time earns little."""
    scores = []
    for name in sorted(set(wanted)):
        hit = sum(w == s == name for w, s in zip(wanted, said, strict=True))
        scores.append(Count(hit, said.count(name), wanted.count(name)).f1)
    return sum(scores) / len(scores) if scores else 0.0


def pearson(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Pearson's r of two rows of numbers, 0 when one of them never changes."""
    if not one:
        return 0.0
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    shared = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = sqrt(sum((a - mean_one) ** 2 for a in one)) * sqrt(sum((b - mean_other) ** 2 for b in other))
    return shared / spread if spread else 0.0
