"""Quantities of a text: value or bounds, unit, what is counted, how exactly, and how it changed.

What the bounds of a vague word are. 'Hundreds of people' gives low 100, no high, `more than`: the plural of a scale word promises more than one of
it and nothing else. 200 would read arithmetic into a manner of speaking, an upper bound would be invented; no bound at all would throw away
what makes 'hundreds' and 'twelve' disagree. 'At least' and 'more than' give only low, 'up to' and 'less than' only high, 'about' gives both,
equal. A change that tells no figure ('tripled', 'fell by a third') has a ratio and no bounds, and a base only where the text states one.
A share ('a third of', 'one in nine') has the unit `share`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.language.quantities_numbers import either, lexicon, number_pattern, value
from sayso.language.quantities_refused import is_label, refused_ranges
from sayso.language.quantities_units import counted_after, counted_before, invented_currencies, unit_after
from sayso.language.times import time_spans
from sayso.model import Approximation, Quantity, Span


def find_quantities(text: str, spans: Sequence[Span]) -> tuple[Quantity, ...]:
    """Return the quantities in `spans` of `text`, in text order, none overlapping.

    Dates, clock times, telephone numbers, list and article numbers, scores, ages and years give none. Units are plural and spelt out
    ('kilometres', 'dollars', 'per cent'); a noun that no dictionary knows behind a scale word is a currency ('two billion rupals').
    """
    invented = invented_currencies(text)
    times = [(s.start, s.end) for s in time_spans(text, spans)]
    found: list[Quantity] = []
    for span in spans:
        closed = [t for t in times if t[0] < span.end and t[1] > span.start] + refused_ranges(
            text, span.start, span.end
        )
        found += _Finder(text, span, closed, invented).all()
    return tuple(sorted(found, key=lambda q: (q.span.start, q.span.end)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = lexicon()
    number = number_pattern()
    sign = f"(?:{either(words['currency_signs'])})"
    hedges = either(w for group in words["approximation"].values() for w in group)
    amount = rf"(?P<sign>{sign})?\s?(?P<a>{number})(?:(?P<join>\s*[-–—]\s*|\s+to\s+|\s+and\s+|\s+or\s+)(?P<sign2>{sign})?(?P<b>{number}))?"
    plain = rf"(?:{sign})?\s?(?:{number})"
    fraction = either(w + s for w in words["fractions"] for s in ("", "s"))
    change = either(words["change"])
    whole = {
        "amount": rf"(?:(?P<hedge>{hedges})\s+(?:the\s+)?)?(?P<between>between\s+|from\s+)?{amount}",
        "vague": rf"(?P<vague>{either(words['vague'])})\b(?=\s+of\b|\s+more\b|\s+[a-z]+)",
        "fraction": rf"(?:(?P<hedge>{hedges})\s+)?(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?(?P<f>{fraction})\b(?=\s+(?:of|the|its|their|all|his|her)\b|(?P<bare>))",
        "odds": rf"(?:(?P<hedge>{hedges})\s+)?(?P<a>one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}})\s+(?P<noun>(?!year|day|hour|month|week)[a-z]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?(?P<b>{number})",
        "change": rf"\b(?P<w>{change})\b(?P<between>(?:\s+(?!(?:from|to|by|and|but)\b)[\w'’-]+){{0,5}}?)(?:\s+(?P<prep>from|to|by))?\s+(?:(?:{hedges})\s+)?$",
        "base after": rf"(?:\s+[\w'’-]+){{0,3}}?,?\s+(?P<w>up|down|compared\s+(?:with|to))\s+(?:from\s+)?(?:(?:{hedges})\s+)?(?P<base>{plain})",
        "to after": rf"(?:\s+[\w'’-]+){{0,2}}?\s+to\s+(?:(?:{hedges})\s+)?(?P<to>{plain})",
        "from after": rf"(?:\s+[\w'’-]+){{0,3}}?,?\s+from\s+(?:(?:{hedges})\s+)?(?P<base>{plain})",
        "factor": rf"(?P<w>{either(w for w, f in words['change'].items() if f)})\b|(?P<fold>{either(words['times'])})\b(?=\s+(?:as|the|increase|rise|its|that)\b)",
        "times": rf"(?P<n>{number})\s+times(?=\s+(?:as|more|the|higher|larger|its|greater)\b)",
        "hedge": rf"(?P<hedge>{hedges})\s+$",
    }
    return {
        name: re.compile(
            rf"(?<![\w.,/-])(?:{p})" if name in ("amount", "vague", "fraction", "odds", "factor", "times") else p,
            re.IGNORECASE,
        )
        for name, p in whole.items()
    }


class _Finder:
    """The quantities of one paragraph, the surest patterns first; what one has taken is closed to the next."""

    def __init__(self, text: str, span: Span, closed: list[tuple[int, int]], invented: frozenset[str]) -> None:
        self.text, self.span, self.closed, self.invented = text, span, closed, invented
        self.found: list[Quantity] = []

    def all(self) -> list[Quantity]:
        """Return all quantities of the paragraph."""
        patterns = _patterns()
        for name, take in (
            ("odds", self._odds),
            ("fraction", self._fraction),
            ("vague", self._vague),
            ("times", self._factor),
            ("amount", self._amount),
            ("factor", self._factor),
        ):
            place = self.span.start
            while match := patterns[name].search(self.text, place, self.span.end):
                place = match.end()
                if not match.group().strip() or not self._free(match.start(), match.end()):
                    place = match.start() + max(1, len(match.group().split()[0]) if match.group().strip() else 1)
                    continue
                made = take(match)
                if made:
                    self.found.append(made)
                    self.closed.append((made.span.start, made.span.end))
                    place = max(place, made.span.end)
        return self.found

    def _free(self, start: int, end: int) -> bool:
        return all(end <= low or high <= start for low, high in self.closed)

    def _number(self, words: str | None) -> float | None:
        return None if words is None else value(words)

    def _odds(self, match: re.Match[str]) -> Quantity | None:
        a, b = self._number(match["a"]), self._number(match["b"])
        if a is None or b is None or not 0 < a < b or ("out" not in match.group() and (a > 10 or b > 1000)):
            return None
        if "out" not in match.group() and unit_after(self.text, match.end(), self.invented):
            return None  # 'two in three days'
        if match["noun"] and (match["a"].lower() != "one" or not match["b"].isalpha()):
            return None
        share = round(a / b, 6)
        if match["noun"]:
            return self._bounded(
                match.start(), match.end(), share, share, match["hedge"], "share", match["noun"].strip().lower()
            )
        return self._bounded(
            match.start(),
            match.end(),
            share,
            share,
            match["hedge"],
            "share",
            counted_after(self.text, match.end(), self.span.end),
        )

    def _fraction(self, match: re.Match[str]) -> Quantity | None:
        words = lexicon()["fractions"]
        name = match["f"].lower()
        single = words.get(name) or words.get(name[:-1] if name != "halves" else "half")
        count = 1.0 if match["n"] in (None, "a", "an") else self._number(match["n"]) or 1.0
        change = self._change_before(match.start())
        by = change is not None and change[1] in ("by", None)
        followed = re.match(r"\s+(?:of|the|its|their|all|his|her)\b", self.text[match.end() :])
        if (
            single is None
            or (match["n"] is None and name != "half")
            or not (followed or by or (count > 1 and name.endswith("s")))
        ):
            return None
        share = round(single * count, 6)
        if by and change:
            return self._changed_by(change, match.end(), share)
        if share >= 1:
            return None
        return self._bounded(
            match.start(),
            match.end(),
            share,
            share,
            match["hedge"],
            "share",
            counted_after(self.text, match.end(), self.span.end),
        )

    def _vague(self, match: re.Match[str]) -> Quantity | None:
        low = float(lexicon()["vague"][re.sub(r"\s+", " ", match["vague"].lower())])
        if (
            re.match(r"\s+of\s+[a-z]+s\s+of\b", self.text[match.end() :])
            and " " not in match["vague"]
            and self.text[match.end() :].split()[1] in lexicon()["vague"]
        ):
            return None
        end = match.end()
        of = re.match(r"\s+of(?=\s)", self.text[end:])
        unit = unit_after(self.text, end + (of.end() if of else 0), self.invented)
        counted = None if unit else counted_after(self.text, end, self.span.end)
        if unit is None and counted is None:
            return None
        return Quantity(
            Span(match.start(), unit[1] if unit else end), low, None, unit[0] if unit else None, counted, "more than"
        )

    def _amount(self, match: re.Match[str]) -> Quantity | None:
        start, end = match.start("sign") if match["sign"] else match.start("a"), match.end()
        first, second = self._number(match["a"]), self._number(match["b"])
        join = (match["join"] or "").strip().lower()
        between = (match["between"] or "").strip().lower()
        if match["b"] and (
            second is None
            or (join == "and" and between != "between")
            or (join in ("-", "–", "—") and not self._range(match, first, second))
        ):
            if join in ("-", "–", "—"):
                return None
            end, second, join = match.end("a"), None, ""
        if first is None or not self._whole_number(match.start("a"), end):
            return None
        sign = match["sign"] or match["sign2"]
        unit = unit_after(self.text, end, self.invented)
        if unit is None and (of := re.compile(r"(?<=s)\s+of(?=\s)").match(self.text, end)):
            unit = unit_after(self.text, of.end(), self.invented)  # 'three milliards of crowns'
        if sign:
            money = lexicon()["currency_signs"]
            unit = (money[sign.upper()], end)
        stop = unit[1] if unit else end
        share_of = unit is not None and unit[0] in ("per cent", "percentage points")
        counted = (
            counted_after(self.text, stop, self.span.end, single=first == 1)
            if unit is None or (share_of and re.match(r"\s+of\b", self.text[stop:]))
            else None
        )
        if match["a"].lower() == "one" and not self._one(end):
            return None
        if is_label(self.text, start, match.end("a"), bool(counted or unit)):
            return None
        if second is not None:
            first = self._same_scale(match["a"], first, match["b"], second)
        hedge = match["hedge"]
        change = self._change_before(match.start() if hedge or between else start, spread=between == "from")
        whole_start = match.start() if hedge or between == "between" else start
        if change and between == "from" and second is not None and join == "to":
            return self._made(change[2], stop, second, second, None, unit, counted, (change[0], first))
        if change and (change[1] or share_of):
            if change[1] == "by" or (change[1] is None and share_of):
                if share_of and unit and unit[0] == "per cent":
                    return self._changed_by(change, stop, first / 100)
                return self._made(change[2], stop, first, first, hedge, unit, counted, (change[0] + " by", None))
            if change[1] == "from":
                after = _patterns()["to after"].match(self.text, stop, self.span.end)
                if after and self._free(after.start("to"), after.end("to")):
                    target = self._number(after["to"].lstrip("$€£¥"))
                    unit2 = unit_after(self.text, after.end("to"), self.invented)
                    if target is not None:
                        return self._made(
                            change[2],
                            unit2[1] if unit2 else after.end("to"),
                            target,
                            target,
                            None,
                            unit2 or unit,
                            counted_after(self.text, after.end("to"), self.span.end) if not unit2 else None,
                            (change[0], first),
                        )
                return self._made(change[2], stop, None, None, None, unit, counted, (change[0], first))
            return self._to(change, stop, first, hedge, unit, counted)
        if second is not None and first > second:
            second = None
            stop = match.end("a") if match["b"] else stop
        after = _patterns()["base after"].match(self.text, stop, self.span.end)
        if (
            after
            and self._free(after.start("base"), after.end("base"))
            and (base := self._number(after["base"].lstrip("$€£¥ ")))
        ):
            unit2 = unit_after(self.text, after.end("base"), self.invented)
            return self._made(
                whole_start,
                unit2[1] if unit2 else after.end("base"),
                first,
                first,
                hedge,
                unit,
                counted,
                (re.sub(r"\s+", " ", after["w"].lower()), base),
            )
        if second is not None:
            return Quantity(Span(whole_start, stop), first, second, unit[0] if unit else None, counted, "between")
        return self._made(whole_start, stop, first, first, hedge, unit, counted, None)

    def _factor(self, match: re.Match[str]) -> Quantity | None:
        words = lexicon()
        if "n" in match.re.groupindex:
            ratio, word = self._number(match["n"]), "times"
        elif match["fold"]:
            ratio, word = float(words["times"][match["fold"].lower()]), match["fold"].lower()
        else:
            ratio, word = float(words["change"][match["w"].lower()]), match["w"].lower()
            if word == "double" and not re.search(
                r"\b(?:to|will|would|could|may|might|can|than|about|nearly|almost)\s+$",
                self.text[max(0, match.start() - 10) : match.start()],
            ):
                return None
            if self.text[match.end() : match.end() + 1] == "-":
                return None
        if ratio is None or ratio <= 0:
            return None
        counted = counted_before(self.text, self.span.start, match.start())
        hedge = _patterns()["hedge"].search(self.text[max(0, match.start() - 20) : match.start()])
        base = re.match(
            r"\s+(?:[\w'’-]+\s+){0,3}?from\s+(?:(?:about|some|around)\s+)?(" + number_pattern() + ")",
            self.text[match.end() : match.end() + 60],
            re.IGNORECASE,
        )
        start = (
            self._number(base.group(1))
            if base and self._free(match.end() + base.start(1), match.end() + base.end(1))
            else None
        )
        return Quantity(
            Span(match.start(), match.end()),
            None,
            None,
            None,
            counted,
            self._hedge(hedge["hedge"] if hedge else None),
            word,
            ratio,
            start,
        )

    def _to(
        self,
        change: tuple[str, str | None, int],
        stop: int,
        first: float,
        hedge: str | None,
        unit: tuple[str, int] | None,
        counted: str | None,
    ) -> Quantity:
        """A change to a figure: its base may follow ('rose to 60 from 40')."""
        base = None
        after = _patterns()["from after"].match(self.text, stop, self.span.end)
        if after and self._free(after.start("base"), after.end("base")):
            base = self._number(after["base"].lstrip("$€£¥ "))
            stop = after.end("base") if base is not None else stop
        factor = lexicon()["change"].get(change[0].lower()) or None
        made = self._made(change[2], stop, first, first, hedge, unit, counted, (change[0], base))
        return made if base is not None or not factor else _with_ratio(made, float(factor))

    def _changed_by(self, change: tuple[str, str | None, int], end: int, share: float) -> Quantity | None:
        falls = change[0] in lexicon()["change_down"]["words"]
        ratio = round(1 - share if falls else 1 + share, 6)
        if ratio <= 0:
            return None
        return Quantity(
            Span(change[2], end),
            None,
            None,
            None,
            counted_before(self.text, self.span.start, change[2]),
            "exact",
            change[0],
            ratio,
            None,
        )

    def _change_before(self, at: int, *, spread: bool = False) -> tuple[str, str | None, int] | None:
        """The word of change that governs a number at `at`: the word, 'from', 'to' or 'by', and where it stands."""
        start = max(self.span.start, at - 90)
        window = re.split(r"[.!?;:\n]\s", self.text[start:at])[-1]
        offset = at - len(window)
        best = _patterns()["change"].search(window)
        while best and (nearer := _patterns()["change"].search(window, best.end("w"))):
            best = nearer
        if best is None:
            return None
        word, prep = best["w"].lower(), best["prep"].lower() if best["prep"] else None
        if word == "up" and prep == "to":
            return None
        if prep is None and best["between"].strip() and not spread:
            return None
        if not self._free(offset + best.start("w"), offset + best.end("w")):
            return None
        return word, prep, offset + best.start("w")

    def _range(self, match: re.Match[str], first: float | None, second: float | None) -> bool:
        """Tell whether 'a-b' is a range of amounts and no score: it rises and something is counted or measured."""
        refuse = lexicon()["refuse"]
        if first is None or second is None or self._same_scale(match["a"], first, match["b"], second) >= second:
            return False
        follow = re.match(r"\s+([a-z]+)", self.text[match.end() :])
        before = re.search(r"([a-z]+)\s+$", self.text[max(0, match.start() - 20) : match.start()])
        if (follow and follow.group(1) in refuse["score_after"]) or (
            before and before.group(1) in refuse["score_before"]
        ):
            return False
        return bool(
            match["sign"]
            or match["hedge"]
            or unit_after(self.text, match.end(), self.invented)
            or counted_after(self.text, match.end(), self.span.end)
        )

    def _same_scale(self, a_words: str, a: float, b_words: str, b: float) -> float:
        """'1.2 and 1.5 million': the first figure takes the scale of the second."""
        scaled = re.search(rf"({either(lexicon()['scales'])}|{either(lexicon()['short_scales'])})s?$", b_words.lower())
        if not scaled or re.search(r"[a-z]$", a_words.lower()) or a >= b:
            return a
        factor = {**lexicon()["scales"], **lexicon()["short_scales"]}[scaled.group(1)]
        return a * factor if a * factor <= b * 1.0001 else a

    def _whole_number(self, start: int, end: int) -> bool:
        """Refuse the middle of a longer number or word."""
        after = self.text[end : end + 2]
        if re.match(r"[.,:/]\d", after):
            return False
        return not (after[:1].isalpha() and not unit_after(self.text, end, frozenset())) and not re.match(
            r"['’]s|-?s\b", after
        )

    def _one(self, end: int) -> bool:
        follow = re.match(r"[\s-]+([a-z]+)", self.text[end:].lower())
        return bool(follow and follow.group(1) in lexicon()["refuse"]["one_before"])

    def _hedge(self, words: str | None) -> Approximation:
        low = re.sub(r"\s+", " ", words.lower()) if words else None
        kinds: dict[Approximation, list[str]] = lexicon()["approximation"]
        return next((kind for kind, held in kinds.items() if low in held), "exact")

    def _bounded(
        self, start: int, end: int, low: float, high: float, hedge: str | None, unit: str | None, counted: str | None
    ) -> Quantity:
        kind = self._hedge(hedge)
        bounds = {
            "at least": (low, None),
            "more than": (low, None),
            "less than": (None, high),
            "at most": (None, high),
            "up to": (None, high),
        }
        low_bound, high_bound = bounds.get(kind, (low, high))
        return Quantity(Span(start, end), low_bound, high_bound, unit, counted, kind)

    def _made(
        self,
        start: int,
        end: int,
        low: float | None,
        high: float | None,
        hedge: str | None,
        unit: tuple[str, int] | None,
        counted: str | None,
        change: tuple[str, float | None] | None,
    ) -> Quantity:
        name = unit[0] if unit else None
        if change is None:
            assert low is not None and high is not None
            return self._bounded(start, end, low, high, hedge, name, counted)
        word, base = change
        counted = counted or (
            counted_before(self.text, self.span.start, start) if name is None or name == "per cent" else None
        )
        if low is None or high is None:
            return Quantity(Span(start, end), None, None, name, counted, "exact", word, None, base)
        made = self._bounded(start, end, low, high, hedge, name, counted)
        ratio = round(low / base, 6) if base and low == high else None
        return Quantity(made.span, made.low, made.high, name, counted, made.approximation, word, ratio, base)


def _with_ratio(quantity: Quantity, ratio: float) -> Quantity:
    return Quantity(
        quantity.span,
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.counted,
        quantity.approximation,
        quantity.comparison,
        ratio,
        quantity.base,
    )
