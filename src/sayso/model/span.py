"""Half-open character ranges of a report's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` up to, but not including, `end` of one text, counted in code points.

    Raises ValueError when the range is empty, reversed or negative: evidence always shows something.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """Return the number of characters both spans cover; 0 when they do not meet."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans cover at least one character in common."""
        return self.shared(other) > 0


def cover(spans: Iterable[Span]) -> Span:
    """Return the smallest span that contains all of `spans`; raises ValueError when there are none."""
    held = list(spans)
    if not held:
        raise ValueError("no spans to cover")
    return Span(min(s.start for s in held), max(s.end for s in held))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span start..end of `text` without white space at its ends; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
