"""The patterns of amounts, made once from the words of number and amount."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.quantities_numbers import either, lexicon, number_pattern


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns by name; all but the last four are searched for in a text, those are matched beside an amount."""
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
        "fraction": rf"(?:(?P<hedge>{hedges})\s+)?(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?(?P<f>{fraction})\b",
        "odds": rf"(?:(?P<hedge>{hedges})\s+)?(?P<a>one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}})\s+(?P<noun>(?!year|day|hour|month|week)[a-z]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?(?P<b>{number})",
        "change": rf"\b(?P<w>{change})\b(?P<between>(?:\s+(?!(?:from|to|by|and|but)\b)[\w'’-]+){{0,5}}?)(?:\s+(?P<prep>from|to|by))?\s+(?:(?:{hedges})\s+)?$",
        "base after": rf"(?:\s+[\w'’-]+){{0,3}}?,?\s+(?P<w>up|down|compared\s+(?:with|to))\s+(?:from\s+)?(?:(?:{hedges})\s+)?(?P<base>{plain})",
        "to after": rf"(?:\s+[\w'’-]+){{0,2}}?\s+to\s+(?:(?:{hedges})\s+)?(?P<to>{plain})",
        "from after": rf"(?:\s+[\w'’-]+){{0,3}}?,?\s+(?:up\s+|down\s+)?from\s+(?:(?:{hedges})\s+)?(?P<base>{plain})",
        "factor": rf"(?P<w>{either(w for w, f in words['change'].items() if f)})\b|(?P<fold>{either(words['times'])})\b(?:(?<=fold)|(?=\s+(?:as|the|increase|rise|its|that)\b))",
        "times": rf"(?P<n>{number})\s+times(?=\s+(?:as|more|the|higher|larger|its|greater)\b)",
        "named change": rf"\s+(?P<w>{either(words['change_nouns']['words'])})(?=\s+in\b)(?:\s+in\s+(?:the\s+)?(?:number\s+of\s+)?)?(?<=\s)(?=(?P<what>\w))",
        "hedge": rf"(?P<hedge>{hedges})\s+$",
    }
    return {
        name: re.compile(
            rf"(?<![\w.,/-])(?:{p})" if name in ("amount", "vague", "fraction", "odds", "factor", "times") else p,
            re.IGNORECASE,
        )
        for name, p in whole.items()
    }
