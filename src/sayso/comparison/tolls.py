"""What became of the people that a claim counts: killed, injured, missing, or struck with nothing said of the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from sayso.comparison.amounts import compatible
from sayso.model import Claim, Quantity, Span
from sayso.resources import tree

Fate = Literal["killed", "injured", "missing", "struck"]

FATES: tuple[Fate, ...] = get_args(Fate)
_WINDOW = 120  # characters behind a figure in which what became of the people may be told
_BEFORE = 40  # characters before it
_TOP = 400  # the same for one person told of without a number
_LEAD = 1500  # characters from its first claim in which a report tells what it is about
_NUMBER = {"a": 1, "an": 1, "another": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_FOLD = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_NOUNS: dict[str, Fate] = {
    "dead": "killed",
    "killed": "killed",
    "deaths": "killed",
    "death": "killed",
    "fatalities": "killed",
    "bodies": "killed",
    "toll": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "injuries": "injured",
    "missing": "missing",
}  # what is counted may tell it itself
_NUMBER_OF = re.compile(
    rf"\b(?:number|toll|count|tally|total) of (?:the )?(?P<what>{'|'.join(_NOUNS)})\b(?:(?!\b(?:and|but)\b)[^.;,]){{0,60}}$",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(rf"(?:\s+(?:now|by now))?,\s+the\s+(?P<what>{'|'.join(_NOUNS)})\b", re.IGNORECASE)
_PART = re.compile(
    r"\s*(?:of (?:them|whom|the|those|its|their|his|her)\b|(?:[\w'’-]+\s+){0,2}?in (?:a )?(?:critical|serious|grave)\b)",
    re.IGNORECASE,
)
_REST = re.compile(r"\s+(?:\w+\s+)?(?:others?|more|further|additional|remaining)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|none|never|nobody|neither|without|nearly|almost)\b|n['’]t\b", re.IGNORECASE)
_OF_A_TIME = re.compile(
    r"^[^.;]{0,60}?\b(?:this year|last year|so far|since|annually|each year|every year|a year|per year|over the (?:[\w’']+ ){0,5}weekend|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DOER = re.compile(
    r"\b(?:who|that)\s+(?:(?:has|have|had|then|also|\w+ly)\s+)*(?:killed|shot|stabbed|wounded|injured|murdered|struck|hurt)$",
    re.IGNORECASE,
)
_PEOPLE_ALONE = re.compile(
    r"(?:\s+(?!(?:were|was|are|is|have|has|had|who|shot|stabbed|killed|wounded|injured|dead|died|hurt|missing)\b)[\w'’-]+){1,3}?"
    r"(?:\s+and\s+(?:(?:his|her|their)\s+)?|,? (?:ages?|aged) |,\s| in (?:his|her|their) (?:\w+ )?)$"
)
_AMONG = re.compile(r"\b(?:among|one of)\s+(?:the\s+)?$", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
_THINGS = frozenset(
    "shot shots round rounds bullet bullets shell shells casing casings gun guns rifles pistols missiles rockets drones count counts charges"  # noqa: SIM905
    " incidents shootings attacks cars vehicles houses homes buildings times".split()
)


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people and what became of them, as one claim tells it.

    `added` people are named beside the figure ('three men and a woman' adds one). `part` tells that they are some of those told of elsewhere ('two of
    them', 'six others'), `alone` that one person is told of without a number ('a man was killed').
    """

    fate: Fate
    quantity: Quantity
    added: int = 0
    part: bool = False
    alone: bool = False

    @property
    def whole(self) -> Quantity:
        """The figure with those named beside it counted in."""
        low, high = self.quantity.low, self.quantity.high
        if not self.added:
            return self.quantity
        return replace(
            self.quantity,
            low=None if low is None else low + self.added,
            high=None if high is None else high + self.added,
        )

    @property
    def bounds(self) -> tuple[float, float | None]:
        """The lowest and the highest number of people."""
        return self.whole.low or 0.0, self.whole.high


def _beside(name: str) -> str:
    """Return the pattern of people named beside others: 'and a woman', ', 2 children', ', 11-year-old daughter'."""
    words = tree("comparison_tolls")["phrase"]
    persons = "|".join((*(f"{word}s?" for word in words["one"]), *words["several"]))
    number = rf"(?P<{name}>an?|one|two|three|four|five|six|another|[1-9])\s+(?:[\w'’-]+\s+){{0,3}}?(?:{persons})\b"
    return rf"(?:(?:\s+and|,)\s+(?:(?:(?:his|her|their)\s+)?{number}|\d+-year-old(?:\s+[\w'’-]+){{0,2}}?\s+(?:{persons})\b))"


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?!and\b)[\w'’-]+){{0,4}}?{_beside('beside')}", re.IGNORECASE)


def _number_beside(match: re.Match[str] | None) -> int:
    if match is None:
        return 0
    word = (match["beside"] or "").lower()
    if word.isdigit():
        return int(word)
    named = re.search(r"(?:\band|,)\s+\d+-year-old", match.group(), re.IGNORECASE)
    return _NUMBER.get(word, 1 if named else 0)


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of what stands behind a figure up to what became of the people, and that of an object behind a verb."""
    words = tree("comparison_tolls")
    told = "|".join(f"(?P<{fate}>{'|'.join(words[fate]['after'])})" for fate in FATES)
    light = rf"(?:(?:{'|'.join(words['phrase']['light'])}|(?P<some>{'|'.join(words['phrase']['some'])})|\w+ly),?\s+)"
    beside = _beside("beside")
    apart = r"(?:,? in (?:his|her|their) (?:\w+[ -])?\w+s,?|,? (?:ages?|aged) [^.;]{0,40}?,|,\s[^.;,]{0,40},|\s?[—–]\s[^.;—–]{0,60}\s?[—–])"
    people = rf"(?:\s+(?!and\b)[\w'’-]+){{0,4}}?{beside}?{apart}?"
    number = "|".join((*_NUMBER, "seven", "eight", "nine", "ten", "the", "his", "her", "their", "its", r"\d+"))
    return (
        re.compile(rf"{people}\s+{light}{{0,6}}?(?:{told})\b", re.IGNORECASE),
        re.compile(
            rf"\s+(?:{number}|at least|about|more than|up to|(?:him|her)self|themselves)\b(?!\s+(?:times?|days?|hours?|weeks?|years?)\b)",
            re.IGNORECASE,
        ),
    )


@cache
def _ahead() -> re.Pattern[str]:
    """Return the pattern of what stands before the object of a verb that tells what became of them."""
    words = tree("comparison_tolls")
    told = "|".join(f"(?P<{fate}>{'|'.join(words[fate]['before'])})" for fate in FATES if words[fate]["before"])
    return re.compile(
        rf"(?P<passive>\b(?:was|were|been|being|is|are)\s+)?\b(?:{told})\s+(?:(?:up\s+to|the|all)\s+)?$", re.IGNORECASE
    )


@cache
def _lone() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of one person told of without a number, and that of a noun of several deaths ('a double murder')."""
    words = tree("comparison_tolls")["phrase"]
    one = "|".join(words["one"])
    noun = rf"(?:[\w'’-]+\s+){{0,4}}?(?:{one})\b(?!['’])"
    return (
        re.compile(
            rf"\b(?P<a>an?|another|the|one|his|her|their)\s+{noun}|^\W*(?:[A-Z][\w ]{{0,24}}:\s+)?{noun}|\b\w+-year-old(?:\s+(?:{one}))?\b(?!['’])",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?P<fold>{'|'.join(words['double'])})[\s-](?:\w+[\s-])?(?:{'|'.join(words['deaths'])})\b", re.I
        ),
    )


def _fate(match: re.Match[str]) -> Fate:
    groups = match.groupdict()
    return next(fate for fate in FATES if groups.get(fate))


def _told_behind(text: str, at: int, stop: int) -> tuple[Fate, int, bool] | None:
    """Return what the words of text[at:stop] tell became of those before `at`, with how many are named beside them and whether it is of some only."""
    pattern, an_object = _behind()
    match = pattern.match(text, at, stop)
    if match is None:
        return None
    words = text[at : match.end()]
    fate = _fate(match)
    if fate == "struck":  # 'shot and wounded', 'shot and killed' say more than 'shot'
        more = re.compile(r",?\s+(?:and|with)\s+").match(text, match.end(), stop)
        further = pattern.match(" " + text[more.end() : stop]) if more else None
        if (
            further
            and not text[more.end() if more else 0 :].startswith(("a ", "an ", "the "))
            and len(further.group()) < 30
        ):
            fate = _fate(further)
    passive = re.search(
        r"\b(?:was|were|been|being|got|is|are)\s+(?:\w+\s+){0,3}$",
        text[at : match.start(fate) if match[fate] else match.end()],
    )
    doer = not passive and _DOER.search(words) is not None  # 'the man who shot' others
    if doer or _NEGATED.search(words) or (not passive and fate != "missing" and an_object.match(text, match.end())):
        return None
    return fate, _number_beside(match), match["some"] is not None


def _told_before(text: str, at: int, end: int) -> tuple[Fate, int] | None:
    """Return what a verb before text[at:end] tells became of those, with how many are named beside them."""
    before = text[max(0, at - _BEFORE) : at]
    match = _ahead().search(before)
    if (
        match is None
        or match["passive"]
        or re.search(r"\b(?:attempt\w*|tr(?:y|ied|ying) to)\s+(?:\w+\s+)?$", before[: match.start()], re.I)
    ):
        return None
    return _fate(match), _number_beside(_object().match(text, end))


def tolls(claim: Claim) -> tuple[Toll, ...]:
    """Return the numbers of people in a claim with what became of them, in the order of the text; none of a claim that denies or asks."""
    if claim.polarity == "negative" or claim.kind == "question":
        return ()
    held = sorted((q for q in claim.quantities if claim.span.contains(q.span)), key=lambda q: q.span.start)
    found = [toll for toll in _counted(claim, held) if toll]
    taken = [toll.quantity.span for toll in found]
    found += [toll for toll in _uncounted(claim, held) if not any(toll.quantity.span.overlaps(span) for span in taken)]
    return tuple(sorted(found, key=lambda toll: toll.quantity.span.start))


def _counted(claim: Claim, held: Sequence[Quantity]) -> Iterator[Toll]:
    text = claim.exact
    for at, quantity in enumerate(held):
        if quantity.unit is not None or (quantity.low or quantity.high or 0.5) % 1:
            continue
        start, end = quantity.span.start - claim.start, quantity.span.end - claim.start
        stop = min(len(text), end + _WINDOW, *(q.span.start - claim.start for q in held[at + 1 :]))
        behind = _told_behind(text, end, _close(text, end, stop, len(text)))
        before = _told_before(text, start, end)
        noun = _NOUNS.get(quantity.counted or "")
        if noun and (quantity.counted or "").endswith("ed") and not re.match(rf"\s+{quantity.counted}\b", text[end:]):
            noun = None  # 'two gunmen killed' four
        told = _NUMBER_OF.search(text[:start]) or _NAMED_BEHIND.match(text[end:])
        fate = (before or behind or (noun or (_NOUNS[told["what"].lower()] if told else None),))[0]
        if fate is None or quantity.counted in _THINGS:
            continue
        some = _PART.match(text, end) is not None or (behind is not None and behind[2])
        part = (
            some
            or (_REST.match(text, end) is not None and fate == "struck")
            or _OF_A_TIME.match(text[end:]) is not None
        )
        part = part or _AMONG.search(text[:start]) is not None
        yield Toll(fate, quantity, (before or behind or (None, 0))[1], part)


def _close(text: str, end: int, stop: int, last: int) -> int:
    """Return where the words about a figure end: at the next figure, unless that is only named beside it ('two men and one woman were killed')."""
    return min(last, end + _WINDOW) if _PEOPLE_ALONE.match(text[end:stop]) else stop


def _uncounted(claim: Claim, held: Sequence[Quantity]) -> Iterator[Toll]:
    """Yield what is told of one person without a number, and of 'a double murder'."""
    person, fold = _lone()
    text = claim.exact
    for match in fold.finditer(text):
        number = float(_FOLD[match["fold"].lower()])
        fate: Fate = (
            "struck" if "shooting" in match.group().lower() and "fatal" not in match.group().lower() else "killed"
        )
        yield Toll(fate, _made(claim, match.span(), number))
    for match in person.finditer(text):
        ahead = [q.span.start - claim.start for q in held if q.span.start - claim.start >= match.end()]
        stop = min([len(text), match.end() + _WINDOW, *ahead])
        article = (match["a"] or "a").lower()
        before = _told_before(text, match.start(), match.end())
        behind = _told_behind(text, match.end(), _close(text, match.end(), stop, len(text)))
        told = before or behind
        if told:
            part = article in ("another", "the") or _ORDINAL.search(match.group()) is not None
            yield Toll(told[0], _made(claim, match.span(), 1.0), told[1], part, True)


def _made(claim: Claim, place: tuple[int, int], number: float) -> Quantity:
    return Quantity(Span(claim.start + place[0], claim.start + place[1]), number, number, None, None, "exact")


def leading(claims: Sequence[Claim]) -> dict[Fate, tuple[Toll, Claim]]:
    """Return what a report leads with of killed and injured: the first number that is told of all of them, else the one person it tells of.

    Numbers far down are of other days and other events and are left out. People 'shot' or 'struck' of whom none is said to have died are injured;
    where some have, the rest are.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    if not ordered:
        return {}
    told = [
        (toll, claim)
        for claim in ordered
        for toll in tolls(claim)
        if not toll.part and claim.start - ordered[0].start <= (_TOP if toll.alone else _LEAD)
    ]
    found: dict[Fate, tuple[Toll, Claim]] = {}
    for fate in FATES:
        of_fate = [each for each in told if each[0].fate == fate]
        if of_fate:
            found[fate] = next((each for each in of_fate if not each[0].alone), of_fate[0])
    return _with_the_rest(found)


def _with_the_rest(found: dict[Fate, tuple[Toll, Claim]]) -> dict[Fate, tuple[Toll, Claim]]:
    struck, killed, injured = found.get("struck"), found.get("killed"), found.get("injured")
    if struck is None or (injured is not None and not injured[0].alone):
        return found
    if killed and killed[1] is struck[1] and killed[0].quantity.span.start < struck[0].quantity.span.start:
        return found  # 'one dead, three shot' leaves open whether the one is among the three
    low, high = struck[0].bounds
    dead = killed[0].bounds if killed else (0.0, 0.0)
    if dead[1] is None or low - dead[1] < 1:
        return found
    rest = replace(struck[0].quantity, low=low - dead[1], high=None if high is None else high - dead[0])
    return found | {"injured": (Toll("injured", rest, alone=struck[0].alone), struck[1])}


def may_agree(a: Toll, b: Toll) -> bool:
    """Tell whether both numbers of people can be right, as `compatible` judges figures."""
    return compatible(a.whole, b.whole)
