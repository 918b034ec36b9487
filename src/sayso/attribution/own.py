"""The report's own outlet by its name, its initials or its last telling word."""

from __future__ import annotations

import re

FILLERS = frozenset(
    ["the", "of", "and", "for", "a", "an", "in", "at", "to", "de", "la", "le", "du", "des", "del", "der", "von", "van"]
)
GENERIC_ENDS = frozenset(
    ["weekly", "daily", "online", "news", "group", "fm", "radio", "tv", "television", "press", "agency", "service"]
)


def is_own(outlet: str | None, name: str) -> bool:
    """Tell whether `name` is the report's own outlet: its name, its initials, or its last telling word."""
    if not outlet:
        return False
    mine = [word.lower() for word in re.findall(r"\w+", outlet) if word.lower() not in FILLERS]
    theirs = [word.lower() for word in re.findall(r"\w+", re.sub(r"['’]s\b", "", name)) if word.lower() not in FILLERS]
    if not mine or not theirs:
        return False
    if theirs == mine or (len(theirs) == 1 and len(mine) > 1 and theirs[0] == "".join(word[0] for word in mine)):
        return True
    if not set(theirs) <= set(mine):
        return False
    before_place = [w.lower() for w in re.findall(r"\w+", re.split(r"\bof\b", outlet)[0]) if w.lower() not in FILLERS]
    last = before_place[-1] if before_place else mine[-1]
    if last in GENERIC_ENDS and len(mine) > 1:
        return theirs[-1] in (mine[-2], last) and (theirs[-1] != last or len(theirs) > 1)
    return last in theirs
