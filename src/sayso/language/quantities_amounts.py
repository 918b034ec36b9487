"""Amounts in figures or words, alone, as a range or within a change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.language.quantities_change import change_before, changed_by, changed_from, changed_to, figure_of, told
from sayso.language.quantities_numbers import either, lexicon, value
from sayso.language.quantities_paragraph import Paragraph, Unit, approximation, bounded
from sayso.language.quantities_patterns import patterns
from sayso.language.quantities_refused import is_label
from sayso.language.quantities_units import counted_after
from sayso.model import Quantity, Span

_DASHES = ("-", "–", "—")
_LOOSE = re.compile(r"\+(?=\s)|-odd\b", re.IGNORECASE)
_LOOSE_HEDGE = {"+": "at least", "-odd": "about"}
_MAGNITUDE = re.compile(r"\bmagnitude(?:\s+of)?[\s-]+$", re.IGNORECASE)
_MINUS = re.compile(r"\bminus\s+$", re.IGNORECASE)
_RUNNING = re.compile(
    r"\b(?:(?P<sum>toll)\b|(?:number|count|tally)\s+of\s+(?P<noun>(?:[\w'’-]+\s+){0,3}?[\w'’-]+))\s+"
    r"(?:(?:now|had|has|have|then|already)\s+)*(?:stands?\s+at|stood\s+at|at|to|is|was|of|reached|hit|passed)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """What was read of an amount: its range, where its hedge begins, one or two figures, and what they measure or count.

    `loose` is '+' or '-odd' written on it, `below` tells that it lies below zero.
    """

    start: int
    whole: int
    end: int
    first: float
    second: float | None
    hedge: str | None
    word: str
    unit: Unit | None
    counted: str | None
    loose: str | None = None
    below: bool = False

    @property
    def stop(self) -> int:
        """Where the amount ends, its unit included."""
        return self.unit.end if self.unit else self.end

    @property
    def share(self) -> bool:
        """Whether it is given in the hundred."""
        return self.unit is not None and self.unit.name in ("per cent", "percentage points")


def amount(here: Paragraph, match: re.Match[str]) -> Quantity | None:
    """Return the quantity of a number: plain, a range, or within a change; None when the number counts nothing."""
    read = _read(here, match)
    if read is None:
        return None
    changed = _changed(here, match, read)
    if changed is not None:
        return changed
    if (rise := _named_change(here, read)) is not None:
        return rise
    second = read.second if read.second is not None and read.first <= read.second else None
    stop = read.stop if second == read.second else match.end("a")
    name = read.unit.name if read.unit else None
    after = patterns()["base after"].match(here.text, stop, here.span.end)
    if after and here.free(after.start("base"), after.end("base")) and (base := figure_of(after["base"])):
        own = here.unit(after.end("base"))
        word = re.sub(r"\s+", " ", after["w"].lower())
        return told(
            here,
            read.whole,
            own.end if own else after.end("base"),
            read.first,
            read.hedge,
            read.unit,
            read.counted,
            word,
            base,
        )
    counted = (
        read.counted
        if read.counted or name
        else _running(here.text[max(here.span.start, read.whole - 90) : read.whole])
    )
    if second is not None:
        return Quantity(Span(read.whole, stop), read.first, second, name, counted, "between")
    hedge = read.hedge or (_LOOSE_HEDGE.get(read.loose) if read.loose else None)
    if read.below:
        return Quantity(Span(read.whole, stop), -read.first, -read.first, name, counted, "exact")
    return bounded(read.whole, stop, read.first, hedge, name, counted)


def _named_change(here: Paragraph, read: _Amount) -> Quantity | None:
    """Return the ratio of 'a 40 per cent rise in fares'; None when no noun of change follows a share."""
    if read.unit is None or read.unit.name != "per cent" or read.second is not None:
        return None
    after = patterns()["named change"].match(here.text, read.stop, here.span.end)
    if after is None or not here.free(after.start(), after.end()):
        return None
    word = after["w"].lower()
    falls = word.rstrip("s") in lexicon()["change_down"]["nouns"]
    ratio = round(1 - read.first / 100 if falls else 1 + read.first / 100, 6)
    if ratio <= 0:
        return None
    kind = approximation(read.hedge)
    return Quantity(
        Span(read.whole, after.end("w")), None, None, None, here.counted(after.end() - 1), kind, word, ratio, None
    )


def _running(before: str) -> str | None:
    """Return what a figure counts that stands behind 'the toll stands at' or 'the number of dead is'."""
    found = _RUNNING.search(before)
    if found is None:
        return None
    if found["noun"]:
        return counted_after(" " + found["noun"], 0, len(found["noun"]) + 1)
    return found["sum"].lower()


def _read(here: Paragraph, match: re.Match[str]) -> _Amount | None:
    start, end = match.start("sign") if match["sign"] else match.start("a"), match.end()
    first, second = value(match["a"]), value(match["b"]) if match["b"] else None
    join, word = (match["join"] or "").strip().lower(), (match["between"] or "").strip().lower()
    if join in _DASHES and not _is_range(here, match, first, second):
        return None
    if match["b"] and (second is None or (join == "and" and word != "between")):
        end, second = match.end("a"), None
    if first is None or not _is_whole(here, end):
        return None
    loose = _LOOSE.match(here.text, end)
    at = end
    if loose:
        end = loose.end()
    sign = match["sign"] or match["sign2"]
    unit = Unit(lexicon()["currency_signs"][sign.upper()], end) if sign else here.unit(end)
    if unit is None and _MAGNITUDE.search(here.text[max(0, start - 20) : start]):
        unit = Unit("magnitude", end)
    if unit is None and _ambiguous(match["a"]):
        return None
    if unit is not None and unit.name not in ("per cent", "percentage points") and _ambiguous(match["a"]):
        return None
    stop = unit.end if unit else end
    of_whole = (
        unit is not None
        and unit.name in ("per cent", "percentage points")
        and re.match(r"\s+of\b", here.text[stop : stop + 6])
    )
    counted = here.counted(stop, single=first == 1) if unit is None or of_whole else None
    if match["a"].lower() == "one" and not _counts_one(here, at):
        return None
    if is_label(here.text, start, match.end("a"), bool(counted or unit)):
        return None
    if second is not None:
        first = _same_scale(match["a"], first, match["b"], second)
    whole = match.start() if match["hedge"] or word == "between" else start
    minus = _MINUS.search(here.text[max(0, start - 8) : start])
    below = minus is not None and unit is not None and unit.name == "degrees" and second is None
    whole = start - len(minus.group()) if minus and below else whole
    return _Amount(
        start, whole, end, first, second, match["hedge"], word, unit, counted, loose.group() if loose else None, below
    )


def _ambiguous(words: str) -> bool:
    """Tell whether a point may part thousands or decimals: '1.200'. A scale word behind it, or a zero before it, would tell."""
    return re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", words.strip()) is not None


def _changed(here: Paragraph, match: re.Match[str], read: _Amount) -> Quantity | None:
    """Return the change that a word before the amount makes of it, None when there is none."""
    change = change_before(here, match.start() if read.hedge or read.word else read.start, spread=read.word == "from")
    if change is None:
        return None
    to = (match["join"] or "").strip().lower() == "to"
    if read.word == "from" and read.second is None:
        return changed_from(here, change, read.stop, read.first, read.unit, read.counted)
    if read.word == "from" and read.second is not None and to:
        return told(here, change.start, read.stop, read.second, None, read.unit, read.counted, change.word, read.first)
    if change.preposition == "by" or (change.preposition is None and read.share):
        if read.unit and read.unit.name == "per cent":
            return changed_by(here, change, read.stop, read.first / 100)
        end = (
            match.end("a") if to and read.second is not None else read.stop
        )  # 'by 40 to 360': the second is another figure
        return told(here, change.start, end, read.first, read.hedge, read.unit, read.counted, change.word + " by", None)
    if change.preposition == "from":
        return changed_from(here, change, read.stop, read.first, read.unit, read.counted)
    if change.preposition == "to":
        return changed_to(here, change, read.stop, read.first, read.hedge, read.unit, read.counted)
    return None


def _is_range(here: Paragraph, match: re.Match[str], first: float | None, second: float | None) -> bool:
    """Tell whether 'a-b' is a range of amounts and no score: it rises and something is counted or measured."""
    refuse = lexicon()["refuse"]
    if first is None or second is None or _same_scale(match["a"], first, match["b"], second) >= second:
        return False
    follow = re.match(r"\s+([a-z]+)", here.text[match.end() : match.end() + 20])
    before = re.search(r"([a-z]+)\s+$", here.text[max(0, match.start() - 20) : match.start()])
    if (follow and follow[1] in refuse["score_after"]) or (before and before[1] in refuse["score_before"]):
        return False
    thousands = "," in match["b"] and "," in match["a"]  # no score is that high
    return bool(thousands or match["sign"] or match["hedge"] or here.unit(match.end()) or here.counted(match.end()))


def _same_scale(a_words: str, a: float, b_words: str, b: float) -> float:
    """Return the first figure of '1.2 and 1.5 million' in the scale of the second."""
    words = lexicon()
    scaled = re.search(rf"({either(words['scales'])}|{either(words['short_scales'])})s?$", b_words.lower())
    if not scaled or re.search(r"[a-z]$", a_words.lower()) or a >= b:
        return a
    factor = {**words["scales"], **words["short_scales"]}[re.sub(r"\s+", " ", scaled[1])]
    return a * factor if a * factor <= b * 1.0001 else a


def _is_whole(here: Paragraph, end: int) -> bool:
    """Refuse the beginning of a longer number or word."""
    after = here.text[end : end + 3]
    if re.match(r"[.,:/]\d|['’]s|-?s\b", after):
        return False
    return not after[:1].isalpha() or here.unit(end) is not None


def _counts_one(here: Paragraph, end: int) -> bool:
    """Tell whether the 'one' that ends at `end` counts something."""
    follow = re.match(r"[\s-]+([a-z]+)", here.text[end : end + 24].lower())
    return bool(follow and follow[1] in lexicon()["refuse"]["one_before"])
