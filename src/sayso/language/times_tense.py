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
    Friday') does not turn it. Without any mark the time is past: that is what reports tell.
    """
    future, past = _marks()
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
