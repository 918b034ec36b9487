"""Whether a report shows access of its own: its reporter was there, or somebody told or showed it something."""

from __future__ import annotations

import re

from sayso.derivation.outlets import parts
from sayso.derivation.phrases import any_of
from sayso.model import Report

_TOLD = r"\b(?:told|tells|showed|shows|gave|confided to|said to|shown to|seen by|obtained by)\s+(?:the\s+)?(?:\S+\s+)?"

_LABEL = re.compile(r"^[A-Z][A-Z'’. -]{2,30}(?:,[^:\n]{1,40})?:\s", re.MULTILINE)
"""A speaker's label in a transcript: 'HOST:', 'ANA RUIZ, presenter:'."""
_TURNS = 3
"""Labels from which a text is a transcript."""


def told(report: Report, said: str) -> bool:
    """Tell whether, in these words of a report, somebody told this very outlet ('told the Gazette')."""
    names = parts(report.outlet or "")
    return bool(names) and bool(re.search(rf"{_TOLD}{re.escape(names[-1])}\b", said))


def first_hand(report: Report, said: str) -> bool:
    """Tell whether these words of a report show that it saw, asked or was told itself; whoever prints a conversation word for word had it."""
    return bool(any_of("first_hand").search(said)) or told(report, said) or len(_LABEL.findall(said)) >= _TURNS
