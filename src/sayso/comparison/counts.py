"""Whether two figures count the same thing, and whether they can both be right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sayso.comparison.amounts import bounds, compatible
from sayso.comparison.tolls import FATES, Fate, tolls
from sayso.comparison.words import concepts, stem, terms, tokens
from sayso.model import Claim, Quantity

Agreement = Literal["agree", "clash", "nothing"]

_REPLACED = re.compile(
    r"\b(?:not|instead of|rather than|from(?: an?)?(?: (?:earlier|initial|previous|first|original))?(?: \w+)?(?: of)?)\s+(?:the |some |about )?$",
    re.IGNORECASE,
)
_REST = re.compile(r"\s+(?:\w+\s+)?(?:others?|more|further|additional|remaining)\b", re.IGNORECASE)
_REST_BEFORE = re.compile(r"\b(?:the|an)?other\s+$|\b(?:a )?further\s+$|\ban additional\s+$", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|cent|percent|\d+%?|one|two|three|four|five|six|seven|eight|nine|ten|most|some|many|all) of (?:the|its|their) $",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"^since (?:\w+ ){1,2}$|\bso far this year\b[^.;]{0,20}$", re.IGNORECASE)
_LIMIT_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:allowed|permitted|limit|maximum|is the (?:law|limit|rule|maximum))\b", re.IGNORECASE
)
_LIMIT_BEFORE = re.compile(r"\b(?:limit(?:ed)?|maximum|ceiling|capped|quota)\b[^.;]{0,40}$", re.IGNORECASE)
_NOT_ABOVE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bat no time)\s+(?:\w+\s+){0,2}?(?:exceed(?:ed|s)?|surpass(?:ed)?|more than|above|over|beyond|faster than|higher than)"
    r"\s+(?:the )?$",
    re.IGNORECASE,
)
_BOUNDED = 0.3  # who denies any more than a figure answers another figure of the same unit
_HOUR = re.compile(r"\b(?:after|before|past|until|till)\s+$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;](?:\s|$)")
_TELLING = 2  # terms around a figure under which they tell little of what it counts
_COUNTING = "number-word"  # a concept of the lexicon
_MOST = 24
"""How many figures of one claim are compared: a clause with more is a table."""
_WINDOW = 48  # characters on either side of a figure that tell what it is about
_PERSONS = frozenset(
    f"={name}"
    for name in (
        "civilian",
        "troops",
        "customer",
        "child",
        "crew",
        "passenger",
        "ill",
        "wound",
        "death",
        "missing-person",
        "refugee",
    )
)  # nouns that alone do not tell what is counted: what happened to them does
_GENERIC = frozenset({"=civilian", "=troops", "=customer", "=child", "=crew", "=passenger", "=refugee"})
OUTCOMES = frozenset(FATES) - {"struck"}  # of those struck some are killed and some injured
_NOT_COUNTED = frozenset(
    {"points", "goals", "runs", "innings", "wickets", "o'clock", "page", "article", "am", "pm", "time", "times"}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a claim with the kinds of what it counts and the weighted terms around it (its aspect).

    `replaced` tells that the claim names the figure only to put another in its place ('and not 40', 'up from 40'), `limit` that it is what
    is allowed and no count ('the speed limit of 40'), `denied` that the claim denies any more than it ('did not exceed 40'). `fate` is what became of
    the people it counts, where the claim says so.
    """

    quantity: Quantity
    counted: frozenset[str]
    aspect: Mapping[str, float]
    replaced: bool = False
    limit: bool = False
    denied: bool = False
    fate: Fate | None = None


@cache
def _kinds(words: str) -> frozenset[str]:
    """Return the stems and concepts of a counted noun."""
    found = set()
    for word in tokens(words):
        base = stem(word)
        found.add(base)
        found.update("=" + name for name in concepts().single.get(base, ()))
    return frozenset(found)


@cache
def _counting() -> frozenset[str]:
    """Return the terms of counting itself ('count', 'total'), which tell nothing about what is counted."""
    stems = {base for base, names in concepts().single.items() if _COUNTING in names}
    return frozenset(stems | {f"={_COUNTING}"})


def figures(claim: Claim, weight: Mapping[str, float]) -> tuple[Figure, ...]:
    """Return the figures of a claim; `weight` tells how rare each term is in the pile."""
    found = []
    told = {toll.quantity.span: toll for toll in tolls(claim)}
    for quantity in claim.quantities[:_MOST]:
        counted = (quantity.counted or "").lower()
        if counted in _NOT_COUNTED or not claim.span.contains(quantity.span):
            continue
        start, end = quantity.span.start - claim.start, quantity.span.end - claim.start
        before, after = claim.exact[max(0, start - _WINDOW) : start], claim.exact[end : end + _WINDOW]
        aspect = {
            term: held * weight.get(term, 1.0)
            for term, held in terms(f"{before} {after}").items()
            if not term[0].isdigit() and term not in _counting()
        }
        if _is_hour(quantity, counted, claim.exact[:start]):
            continue
        if _BASE.search(claim.exact[:start]) or _SO_FAR.search(claim.exact[:start]):
            continue  # 'half of the 400' counts those 400 too, 'since January 40' counts other days
        if _REST.match(claim.exact[end:]) or _REST_BEFORE.search(claim.exact[:start]):
            continue  # 'twelve others' leave out some that another count takes in
        toll = told.get(quantity.span)
        if toll is not None and toll.part:
            continue  # 'two of them' are among those that another count takes in
        if toll is not None:
            quantity = toll.whole
        kinds = _kinds(counted) if counted else frozenset()
        denied = _NOT_ABOVE.search(claim.exact[:start]) is not None
        found.append(
            Figure(
                replace(quantity, approximation="at most") if denied else quantity,
                kinds,
                aspect,
                replaced=_REPLACED.search(claim.exact[:start]) is not None,
                limit=_LIMIT_AFTER.match(claim.exact[end:]) is not None
                or _LIMIT_BEFORE.search(claim.exact[:start]) is not None,
                denied=denied,
                fate=toll.fate if toll else None,
            )
        )
    return tuple(found)


def put_aside(claim: Claim, text: str, held: Sequence[Quantity]) -> tuple[Figure, ...]:
    """Return the figures named right behind a claim, in its sentence, only to be put aside: '139, they say, not 143'; `held` are those of the report."""
    behind = text[claim.end : claim.end + _WINDOW]
    stop = min((match.start() for match in _STOP.finditer(behind)), default=len(behind))
    found = []
    for quantity in held:
        at = quantity.span.start - claim.end
        if 0 <= at < stop and _REPLACED.search(behind[:at]):
            found.append(Figure(quantity, frozenset(), {}, replaced=True))
    return tuple(found)


def _is_hour(quantity: Quantity, counted: str, before: str) -> bool:
    """Tell whether a bare number is one of the clock: 'a little after two'."""
    small = quantity.low is not None and 1 <= quantity.low <= 12 and not quantity.low % 1
    return small and quantity.unit is None and not counted and _HOUR.search(before) is not None


def _cosine(a: Mapping[str, float], b: Mapping[str, float], without: frozenset[str]) -> float:
    shared = sum(a[term] * b[term] for term in sorted(a.keys() & b.keys()) if term not in without)
    length = sum(v * v for v in a.values()) * sum(v * v for v in b.values())
    return float(shared / length**0.5) if length else 0.0


def same_thing(a: Figure, b: Figure) -> float:
    """Return how surely two figures count the same thing, 0 (not at all, or another unit) to 1."""
    if a.quantity.unit != b.quantity.unit and ((a.quantity.unit and b.quantity.unit) or a.counted or b.counted):
        return 0.0
    shared = a.counted & b.counted
    persons = bool(a.counted & _PERSONS and b.counted & _PERSONS) and ("=child" in a.counted) == ("=child" in b.counted)
    fated = a.fate is not None and a.fate == b.fate  # whoever they are: three miners killed are three people killed
    persons = persons or fated
    if a.limit != b.limit or (a.fate != b.fate and {a.fate, b.fate} <= OUTCOMES):
        return 0.0
    if a.counted and b.counted and not shared and not persons:
        return 0.0
    if bool(a.counted) != bool(b.counted) and not (fated or a.quantity.unit or (a.counted or b.counted) & _PERSONS):
        noun, other = (a, b) if a.counted else (b, a)
        if not noun.counted & other.aspect.keys():
            return 0.0
    near = _cosine(a.aspect, b.aspect, a.counted | b.counted)
    if min(len(a.aspect), len(b.aspect)) < _TELLING:
        near /= 2
    if _far(a.quantity, b.quantity) and not slip(a.quantity, b.quantity):
        near /= 2
    if (a.denied or b.denied) and a.quantity.unit and a.quantity.unit == b.quantity.unit:
        return min(1.0, _BOUNDED + near)
    if any(not term.startswith("=") for term in shared) and not shared & _PERSONS:
        return min(1.0, 0.3 + near)
    return near


def of_persons(figure: Figure) -> bool:
    """Tell whether a figure counts people of any kind."""
    return bool(figure.counted & _PERSONS)


def same_case(a: Figure, b: Figure) -> bool:
    """Tell whether two figures count the same noun, one that tells itself what happened: 'cases', 'bodies', never 'people'."""
    shared = a.counted & b.counted
    return any(not term.startswith("=") for term in shared) and not shared & _GENERIC


def _far(a: Quantity, b: Quantity) -> bool:
    """Tell whether one figure is more than twenty times the other: then they seldom count one thing."""
    low, high = sorted((a.high or a.low or 0.0, b.high or b.low or 0.0))
    return high > 20 * low


def slip(a: Quantity, b: Quantity) -> bool:
    """Tell whether one figure looks like the other miscopied: the same digits in another order, or moved by a power of ten."""
    one, two = (f"{q.high or q.low or 0.0:.6g}".replace(".", "").rstrip("0").partition("e")[0] for q in (a, b))
    values = [q.high or q.low or 0.0 for q in (a, b)]
    return len(one) > 1 and values[0] != values[1] and min(values) >= 13 and sorted(one) == sorted(two)


_SURE = 0.2


def clash(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[Figure, Figure, float] | None:
    """Return the two figures of two claims that most surely count the same and cannot both be right; None when any agree."""
    worst: tuple[Figure, Figure, float] | None = None
    if adds_up(a, b) or adds_up(b, a):
        return None
    for one in a:
        for two in b:
            if one.replaced or two.replaced:
                continue
            sure = same_thing(one, two)
            if _identical(one.quantity, two.quantity):
                return None
            if sure < _SURE:
                continue
            if compatible(one.quantity, two.quantity):
                if bounds(one.quantity) is not None and bounds(two.quantity) is not None:
                    return None
            elif worst is None or sure > worst[2]:
                worst = one, two, sure
    return worst


def adds_up(parts: Sequence[Figure], wholes: Sequence[Figure]) -> bool:
    """Tell whether figures for one fate or noun are the parts of one of `wholes`."""
    told: dict[object, list[Quantity]] = {}
    for figure in parts:
        if not figure.replaced and figure.quantity.unit is None:
            told.setdefault(figure.fate or figure.counted, []).append(figure.quantity)
    for key, held in sorted(told.items(), key=lambda entry: entry[1][0].span.start):
        total = sum(quantity.low or 0.0 for quantity in held)
        if len(held) > 1 and total and any((w.fate or w.counted) == key and w.quantity.low == total for w in wholes):
            return True
    return False


def _identical(a: Quantity, b: Quantity) -> bool:
    same = (a.low, a.high, a.unit or "") == (b.low, b.high, b.unit or "")
    return same and (a.low or a.high or 0.0) > 12  # small numbers meet by chance


def agreement(a: Sequence[Figure], b: Sequence[Figure]) -> Agreement:
    """Return whether two claims share a figure for the same thing ('agree'), only differ in them ('clash'), or neither."""
    if not a or not b:
        return "nothing"
    if clash(a, b) is not None:
        return "clash"
    pairs = ((x, y) for x in a for y in b)
    agree = any(
        same_thing(x, y) >= _SURE and compatible(x.quantity, y.quantity) and x.quantity.low == y.quantity.low
        for x, y in pairs
    )
    return "agree" if agree else "nothing"
