"""What stands behind a number: its unit, or the noun that is counted."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.quantities_numbers import either, lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@cache
def _measures() -> dict[str, str]:
    return {form: unit for unit, forms in lexicon()["measures"].items() for form in forms}


@cache
def _currencies() -> dict[str, str]:
    """Return the plural of each known currency by its singular, plural and code."""
    held: dict[str, str] = {}
    for name in lexicon()["currencies"]["names"]:
        plural = (
            name
            if name in ("yen", "yuan", "won", "baht", "renminbi", "sterling", "pence", "rand", "dong", "som", "ringgit")
            else name + "s"
        )
        held |= {name: plural, plural: plural}
    held |= {
        "ruble": "roubles",
        "rubles": "roubles",
        "zlotys": "zlotys",
        "penny": "pence",
        "lei": "lei",
        "pesetas": "pesetas",
    }
    codes = {
        "USD": "dollars",
        "EUR": "euros",
        "GBP": "pounds",
        "JPY": "yen",
        "CNY": "yuan",
        "INR": "rupees",
        "RUB": "roubles",
        "UAH": "hryvnias",
    }
    return held | {code: codes.get(code, code) for code in lexicon()["currencies"]["codes"]}


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    measures = either(_measures())
    money = either(_currencies())
    return (
        re.compile(rf"[\s-]*({measures})(?![^\W_])", re.IGNORECASE),
        re.compile(
            rf"[\s-]+(?:(US|Canadian|Australian|Hong\s+Kong|New\s+Zealand|Singapore|[A-Z][a-z]+(?:n|ss|sh|ch|ese))\s+)?({money})(?![\w])",
            re.IGNORECASE,
        ),
    )


def invented_currencies(text: str) -> frozenset[str]:
    """Return the nouns that `text` uses as money though no list knows them, singular and plural.

    A noun counts when no English dictionary holds it and it stands behind a scale word ('two billion zorins', 'a million-zorin loan') or behind
    a sum that is paid, owed or worth something.
    """
    words = lexicon()
    number = r"(?<![\d.,])[\d.,]{0,30}\d"
    scale = rf"(?:{either(words['scales'])}|{either(words['short_scales'])})"
    places = (
        rf"(?:{number}|\b[a-z]+)\s?[\s-]?{scale}[\s-]([a-z]{{3,}})\b",
        rf"\b(?:worth|paid|pay|pays|costs?|costing|price\s+of|loan\s+of|fines?\s+of|fined|debts?\s+of|spent|budget\s+of|earn(?:ed|s)?|owed?|owes)\s+(?:[a-z]+\s+)?{number}\s+([a-z]{{3,}})\b",
    )
    found = (m for place in places for m in re.finditer(place, text, re.IGNORECASE))
    seen = sorted({m.group(1).lower() for m in found if not _after()[1].match(text, m.start(1) - 1)})  # 'Swiss francs'
    held: set[str] = set()
    for noun in seen:
        if noun in _currencies() or noun in _measures() or noun in words["scales"] or _is_english(noun):
            continue
        single = noun[:-1] if noun.endswith("s") else noun
        held |= {single, single + "s"}
    return frozenset(held)


@cache
def _is_english(noun: str) -> bool:
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(noun)) or noun in lexicon()["counted"]["stop"]


def unit_after(text: str, at: int, invented: frozenset[str]) -> tuple[str, int] | None:
    """Return the unit that stands at `at` and where it ends; None when none does."""
    measure, money = _after()
    if found := money.match(text, at):
        kind, name = found.groups()
        known = _currencies().get(name.lower()) or _currencies()[name.upper()]
        return (f"{kind} {known}" if kind and kind.lower() not in ("us",) and kind[0].isupper() else known), found.end()
    if (found := re.compile(r"[\s-]+([a-z]{3,})\b", re.IGNORECASE).match(text, at)) and found.group(
        1
    ).lower() in invented:
        name = found.group(1).lower()
        return (name if name.endswith("s") else name + "s"), found.end()
    if found := measure.match(text, at):
        form = found.group(1)
        glued = found.start(1) == at
        if form in ("m", "g", "mi", "ha", "min") and not glued:
            return None
        unit = _measures().get(form) or _measures().get(form.lower())
        if unit is None or (form.lower() in ("pound", "pounds")):
            return None
        return unit, found.end()
    return None


def counted_after(text: str, at: int, limit: int, *, single: bool = False) -> str | None:
    """Return the noun that a number ending at `at` counts, in lower case: the first plural of the words behind it, up to where the phrase ends.

    'of the' is passed over ('40 of the wounded'); a singular counts behind it, behind a hyphen, or when `single`. None when no noun follows ('40 were killed').
    """
    words = lexicon()["counted"]
    found = re.compile(
        r"[\s-]+(?:of\s+(?:the\s+|its\s+|their\s+|our\s+|his\s+|her\s+|all\s+|those\s+|these\s+)*(?:\d[\d,.]*\s+)?)?"
    ).match(text, at)
    if not found:
        return None
    place, first, taken = found.end(), None, 0
    of_before = "of" in found.group()
    while taken < 6 and place < limit:
        word = _WORD.match(text, place)
        if not word:
            break
        low = word.group().lower().replace("’", "'")
        if low in words["stop"] or low.endswith("n't"):
            break
        bare = low.removesuffix("'s")
        capital = word.group()[0].isupper()
        if bare in words["bare"] and (
            taken == 0
            or bare
            not in ("wounded", "injured", "missing", "killed", "infected", "hurt", "arrested", "detained", "displaced")
        ):
            nxt = _WORD.match(text, word.end() + 1)
            if (
                bare
                in (
                    "wounded",
                    "injured",
                    "missing",
                    "sick",
                    "ill",
                    "infected",
                    "displaced",
                    "detained",
                    "dead",
                    "police",
                    "crew",
                    "artillery",
                    "staff",
                )
                and nxt
                and _plural(nxt.group())
            ):
                return nxt.group().lower()
            return bare
        if not capital and _plural(low):
            return low
        if (
            first is None
            and not capital
            and not low.endswith(("ly", "ed", "ing"))
            and low not in ("more", "other", "further", "additional", "new", "such", "same")
        ):
            first = bare
        taken += 1
        gap = re.compile(r"(?:[ \u00a0]|\n(?!\n))(?:\d[\d,.]*\s)?").match(text, word.end())
        if low.endswith("'s"):
            first = None  # of the town's 30,000 people the people are counted
        if not gap:
            break
        place = gap.end()
    return first if of_before or single or text[at : at + 1] == "-" else None


def _plural(word: str) -> bool:
    words = lexicon()["counted"]
    low = word.lower()
    return (
        low in words["bare"]
        or (len(low) > 5 and low.endswith("men") and low not in words["not_plural"])
        or (
            low.endswith("s")
            and len(low) > 3
            and not low.endswith(("ss", "us", "is", "'s"))
            and low not in words["not_plural"]
            and low not in words["stop"]
        )
    )


def counted_before(text: str, start: int, at: int) -> str | None:
    """Return what a word of change at `at` tells about, from its clause: 'the number of X', a toll, or the nearest plural before it."""
    clause = re.split(r"[.!?;:\n\"“”]|,\s", text[max(start, at - 100) : at])[-1]
    if found := re.search(r"\b(?:number|count|total|tally)s?\s+of\s+((?:[\w'’-]+\s+){0,4}[\w'’-]+)", clause):
        return counted_after(" " + found.group(1), 0, len(found.group(1)) + 1)
    if found := re.search(
        r"\b(toll|price|prices|cost|costs|budget|debt|deficit|output|turnout|production|population)\b", clause
    ):
        return found.group(1)
    opening = len(clause) - len(clause.lstrip())
    plurals = [
        w.group().lower()
        for w in _WORD.finditer(clause)
        if (w.group()[0].islower() or w.start() == opening) and _plural(w.group())
    ]
    return plurals[-1] if plurals else None
