"""One paragraph in which quantities are looked for, and what all of the ways to find one share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.language.quantities_numbers import lexicon
from sayso.language.quantities_units import counted_after, unit_after
from sayso.language.ranges import Ranges, close, free
from sayso.model import Approximation, Quantity, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where its words end."""

    name: str
    end: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a text, the ranges in it in which no amount may stand, and the currencies that its text alone knows.

    The ranges are given in text order and do not overlap; they are kept so.
    """

    text: str
    span: Span
    closed: Ranges
    invented: frozenset[str]
    found: list[Quantity] = field(default_factory=list)

    def free(self, start: int, end: int) -> bool:
        """Tell whether nothing in start..end is closed."""
        return free(self.closed, start, end)

    def take(self, quantity: Quantity) -> None:
        """Keep a quantity; its words are closed to others."""
        self.found.append(quantity)
        close(self.closed, quantity.span.start, quantity.span.end)

    def unit(self, at: int) -> Unit | None:
        """Return the unit behind a number that ends at `at`, also behind 'of' ('three milliards of crowns')."""
        found = unit_after(self.text, at, self.invented)
        if found is None and (of := re.compile(r"(?<=s)\s+of(?=\s)").match(self.text, at)):
            found = unit_after(self.text, of.end(), self.invented)
        return Unit(*found) if found else None

    def counted(self, at: int, *, single: bool = False) -> str | None:
        """Return the noun that a number ending at `at` counts."""
        return counted_after(self.text, at, self.span.end, single=single)


def approximation(hedge: str | None) -> Approximation:
    """Return how exact an amount with these words before it is."""
    low = re.sub(r"\s+", " ", hedge.lower()) if hedge else None
    kinds: dict[Approximation, list[str]] = lexicon()["approximation"]
    return next((kind for kind, held in kinds.items() if low in held), "exact")


def bounds(value: float, kind: Approximation) -> tuple[float | None, float | None]:
    """Return the lowest and the highest value that the words allow."""
    if kind in ("at least", "more than"):
        return value, None
    return (None, value) if kind in ("less than", "at most", "up to") else (value, value)


def bounded(start: int, end: int, value: float, hedge: str | None, unit: str | None, counted: str | None) -> Quantity:
    """Return the quantity at start..end that gives one figure, more or less exactly."""
    kind = approximation(hedge)
    low, high = bounds(value, kind)
    return Quantity(Span(start, end), low, high, unit, counted, kind)
