"""Whether a bare weekday, day or month lies ahead of the day of writing, by the verbs beside it."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.times_grammar import lexicon

_CLAUSE = re.compile(r"[.!?;:\n\"”“]")


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    tense = lexicon()["tense"]
    future = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in tense["future"])
    past = "|".join(tense["past"])
    return (
        re.compile(rf"(?:\b|(?='))(?:{future})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{past}|[a-z]{{2,}}ed)\b", re.IGNORECASE),
    )


def ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the time at start..end lies in the future of its writer.

    The nearest verb mark before it in its sentence decides, else the nearest after it; a participle after a mark of the future ('will be held on
    Friday') does not turn it. 'Friday's vote' is past unless something is ahead of it. Without any mark the time is past: that is what reports tell.
    """
    future, past = _marks()
    if text[end : end + 2] in ("'s", "’s") and not re.search(
        r"\b(?:ahead of|before|for|until)\s+(?:next\s+)?$", text[max(0, start - 20) : start]
    ):
        return False  # 'Wednesday's ruling' has been given
    before = _CLAUSE.split(text[max(0, start - 120) : start])[-1]
    after = _CLAUSE.split(text[end : end + 80])[0]
    coming = list(future.finditer(before))
    gone = list(past.finditer(before))
    if coming:
        tail = [m for m in gone if m.start() >= coming[-1].end()]
        return not any(
            "," in before[coming[-1].end() : m.start()] or m.group().lower() in ("said", "told") for m in tail
        )
    if gone:
        return False
    first = future.search(after)
    other = past.search(after)
    return bool(first and (other is None or first.start() < other.start()))


def told_as_past(text: str, start: int, end: int) -> bool:
    """Tell whether a verb of the past, other than one of saying, stands before the time in its clause or right after it."""
    _, past = _marks()
    before = re.split(r"[.!?;:,\n\"”“]", text[max(0, start - 80) : start])[-1]
    after = re.split(r"[.!?;:\n\"”“]", text[end : end + 40])[0]
    return any(
        m.group().lower() not in ("said", "told", "says", "announced", "has", "have")
        for m in [*past.finditer(before), *past.finditer(after)]
    )
