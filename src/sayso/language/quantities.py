"""Quantities of a text: value or bounds, unit, what is counted, how exactly, and how it changed.

What the bounds of a vague word are. 'Hundreds of people' gives low 100, no high, `more than`: the plural of a scale word promises more than one of
it and nothing else. 200 would read arithmetic into a manner of speaking, an upper bound would be invented; no bound at all would throw away
what makes 'hundreds' and 'twelve' disagree. 'At least' and 'more than' give only low, 'up to' and 'less than' only high, 'about' gives both,
equal. A change that tells no figure ('tripled', 'fell by a third') has a ratio and no bounds, and a base only where the text states one.
A share ('a third of', 'one in nine') has the unit `share`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.language.quantities_amounts import amount
from sayso.language.quantities_change import factor
from sayso.language.quantities_paragraph import Paragraph
from sayso.language.quantities_patterns import patterns
from sayso.language.quantities_refused import refused_ranges
from sayso.language.quantities_shares import fraction, odds, vague
from sayso.language.quantities_units import invented_currencies
from sayso.language.ranges import Ranges, close
from sayso.language.times import time_spans
from sayso.model import Quantity, Span

_WAYS = (
    ("odds", odds),
    ("fraction", fraction),
    ("vague", vague),
    ("times", factor),
    ("amount", amount),
    ("factor", factor),
)


def find_quantities(text: str, spans: Sequence[Span]) -> tuple[Quantity, ...]:
    """Return the quantities in `spans` of `text`, in text order, none overlapping.

    Dates, clock times, telephone numbers, list and article numbers, scores, ages and years give none. Units are plural and spelt out
    ('kilometres', 'dollars', 'per cent'); a noun that no dictionary knows behind a scale word is a currency ('two billion zorins').
    """
    invented = invented_currencies(text)
    times = sorted((s.start, s.end) for s in time_spans(text, spans))
    found: list[Quantity] = []
    for span in spans:
        closed: Ranges = []
        inside = times[bisect_left(times, (span.start, 0)) : bisect_left(times, (span.end, 0))]
        for start, end in inside + refused_ranges(text, span.start, span.end):
            close(closed, start, end)
        here = Paragraph(text, span, closed, invented)
        _fill(here)
        found += here.found
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        # a change may reach back to a base that stands before another change ('40 rose a third up 40'): the longer one holds both
        if not kept or kept[-1].span.end <= quantity.span.start:
            kept.append(quantity)
    return tuple(kept)


def _fill(here: Paragraph) -> None:
    """Find the quantities of one paragraph, the surest ways first; what one has taken is closed to the next."""
    for name, way in _WAYS:
        place = here.span.start
        while match := patterns()[name].search(here.text, place, here.span.end):
            first_word = match.group().split()[0] if match.group().strip() else " "
            if not here.free(match.start(), match.end()) or not match.group().strip():
                place = match.start() + len(first_word)
                continue
            made = way(here, match)
            if made is None:
                place = match.end()
                continue
            here.take(made)  # it may end before the match does: 'by 40 to 360' gives two
            place = made.span.end if made.span.end > match.start() else match.end()
