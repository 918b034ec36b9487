"""Word lists of this floor as patterns."""

from __future__ import annotations

import re
from functools import cache

from sayso.resources import tree


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Return a pattern for the phrases of the list `name`, longest first, in any case."""
    held = sorted(tree("derivation")[name], key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, held))})\b", re.IGNORECASE)
