"""Change: 'rose from 40 to 60', 'tripled', 'fell by a third', 'three times as many'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.language.quantities_numbers import lexicon, value
from sayso.language.quantities_paragraph import Paragraph, Unit, approximation, bounded
from sayso.language.quantities_patterns import patterns
from sayso.language.quantities_units import counted_before
from sayso.model import Quantity, Span


@dataclass(frozen=True, slots=True)
class Change:
    """A word of change before an amount: the word, where it stands, and 'from', 'to' or 'by' where one follows."""

    word: str
    start: int
    preposition: str | None


def change_before(here: Paragraph, at: int, *, spread: bool = False) -> Change | None:
    """Return the word of change that governs a number at `at`; with `spread` other words may part them without a preposition."""
    window = re.split(r"[.!?;:\n]\s", here.text[max(here.span.start, at - 90) : at])[-1]
    offset = at - len(window)
    best = patterns()["change"].search(window)
    while best and (nearer := patterns()["change"].search(window, best.end("w"))):
        best = nearer
    if best is None:
        return None
    word, preposition = best["w"].lower(), best["prep"].lower() if best["prep"] else None
    if (word == "up" and preposition == "to") or (preposition is None and best["between"].strip() and not spread):
        return None
    start = offset + best.start("w")
    if not here.free(start, offset + best.end("w")) or any(
        q.span.start < at and start < q.span.end for q in here.found
    ):
        return None
    return Change(word, start, preposition)


def changed_by(here: Paragraph, change: Change, end: int, share: float) -> Quantity | None:
    """Return a change by a share of what was there: its ratio; None for a fall by all or more."""
    falls = change.word in lexicon()["change_down"]["words"]
    ratio = round(1 - share if falls else 1 + share, 6)
    if ratio <= 0:
        return None
    counted = counted_before(here.text, here.span.start, change.start)
    return Quantity(Span(change.start, end), None, None, None, counted, "exact", change.word, ratio, None)


def changed_to(
    here: Paragraph, change: Change, end: int, figure: float, hedge: str | None, unit: Unit | None, counted: str | None
) -> Quantity:
    """Return a change to a figure: its base may follow ('rose to 60 from 40'); without one the word may tell the ratio ('doubled to 60')."""
    base = None
    after = patterns()["from after"].match(here.text, end, here.span.end)
    if after and here.free(after.start("base"), after.end("base")):
        base = figure_of(after["base"])
        end = after.end("base") if base is not None else end
        own = here.unit(end) if base is not None else None
        end = own.end if own else end
    made = told(here, change.start, end, figure, hedge, unit, counted, change.word, base)
    factor = lexicon()["change"].get(change.word)
    return made if base is not None or not factor else replace(made, ratio=float(factor))


def changed_from(
    here: Paragraph, change: Change, end: int, base: float, unit: Unit | None, counted: str | None
) -> Quantity:
    """Return a change from a figure: where it led may follow ('fell from 900 hectares to 640')."""
    after = patterns()["to after"].match(here.text, end, here.span.end)
    target = figure_of(after["to"]) if after and here.free(after.start("to"), after.end("to")) else None
    if after is None or target is None:
        return told(here, change.start, end, None, None, unit, counted, change.word, base)
    own = here.unit(after.end("to"))
    counted = None if own else here.counted(after.end("to"))
    end = own.end if own else after.end("to")
    return told(here, change.start, end, target, None, own or unit, counted, change.word, base)


def told(
    here: Paragraph,
    start: int,
    end: int,
    figure: float | None,
    hedge: str | None,
    unit: Unit | None,
    counted: str | None,
    word: str,
    base: float | None,
) -> Quantity:
    """Return a quantity with a word of change; what changed stands before it when nothing is counted behind it."""
    name = unit.name if unit else None
    if counted is None and name in (None, "per cent"):
        counted = counted_before(here.text, here.span.start, start)
    if figure is None:
        return Quantity(Span(start, end), None, None, name, counted, "exact", word, None, base)
    made = bounded(start, end, figure, hedge, name, counted)
    ratio = round(figure / base, 6) if base and made.low == made.high else None
    return replace(made, comparison=word, ratio=ratio, base=base)


def factor(here: Paragraph, match: re.Match[str]) -> Quantity | None:
    """Return the ratio of 'tripled', 'twice as many', 'three times the'; a base only where 'from' gives one."""
    words = lexicon()
    if "n" in match.re.groupindex:
        ratio, word = value(match["n"]), "times"
    elif match["fold"]:
        word = match["fold"].lower()
        ratio = float(words["times"][word])
    else:
        word = match["w"].lower()
        ratio = float(words["change"][word])
        verb = r"\b(?:to|will|would|could|may|might|can|than|about|nearly|almost)\s+$"
        if word == "double" and not re.search(verb, here.text[max(0, match.start() - 10) : match.start()]):
            return None
        if here.text[match.end() : match.end() + 1] == "-":
            return None
    if ratio is None or ratio <= 0:
        return None
    where = match.end()
    if risen := patterns()["named change"].match(here.text, where):
        where = risen.end()
    hedge = patterns()["hedge"].search(here.text[max(0, match.start() - 20) : match.start()])
    base = patterns()["from after"].match(here.text, match.end(), here.span.end)
    start = figure_of(base["base"]) if base and here.free(base.start("base"), base.end("base")) else None
    counted = (
        here.counted(where - 1) if where != match.end() else counted_before(here.text, here.span.start, match.start())
    )
    kind = approximation(hedge["hedge"] if hedge else None)
    return Quantity(Span(match.start(), match.end()), None, None, None, counted, kind, word, ratio, start)


def figure_of(words: str) -> float | None:
    """Return the number of an amount that may bear a sign of money."""
    return value(re.sub(r"^\D*[$€£¥₹₽₴₺₩₦₪]\s?", "", words.strip()))
