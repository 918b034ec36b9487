"""What of an ordered sequence stands inside a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from sayso.model import Span


class Placed(Protocol):
    """Anything with a range of the text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)


def within(items: Sequence[P], span: Span) -> Iterator[P]:
    """Yield those of `items`, which are in text order, that stand wholly inside `span`."""
    for item in items[bisect_left(items, span.start, key=lambda placed: placed.span.start) :]:
        if item.span.start >= span.end:
            return
        if span.contains(item.span):
            yield item
