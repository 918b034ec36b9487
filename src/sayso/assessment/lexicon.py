"""The word lists of this floor as patterns."""

from __future__ import annotations

import re
from functools import cache

from sayso.resources import tree


@cache
def pattern(name: str, lexicon: str = "access") -> re.Pattern[str]:
    """Return the words and phrases of one list of a lexicon ('access', 'drift'), whole words in any case."""
    words: list[str] = tree(lexicon)[name]
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)
