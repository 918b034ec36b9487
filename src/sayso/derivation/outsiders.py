"""Agencies and outlets that a report names and that published nothing in the pile."""

from __future__ import annotations

import re
from functools import cache

from sayso.derivation.outlets import is_name, key, known, looks_like_outlet
from sayso.derivation.voice import RELAYS
from sayso.derivation.words import Text
from sayso.model import Span
from sayso.resources import rows

_ALSO_WORDS = frozenset({"Trend", "Antara", "Petra", "Fars", "Mehr", "Lusa", "Belga", "Wafa", "Ansa"})
"""Names of agencies that are other names or words too; only the language floor can tell."""


@cache
def _agencies() -> dict[str, str]:
    """Return the names of the world's agencies, with the name each stands for; short ones and words of other uses left out."""
    agencies = {name for kind, name, *_ in rows("bodies") if kind == "news agency"}
    return {
        spelling: name
        for spelling, name in known().items()
        if name in agencies and len(spelling) > 3 and spelling not in _ALSO_WORDS
    }


@cache
def _agency_names() -> re.Pattern[str]:
    held = sorted(_agencies(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, held))})(?![\w-])")


def outsiders(text: Text, outlets: set[str]) -> list[tuple[Span, str]]:
    """Return the places where agencies and outlets are named that published nothing in the pile, with their names."""
    report = text.report
    own = {key(name) for name in ((report.outlet or report.credit),) if name}
    body = text.report.body
    found = {
        Span(*match.span()): _agencies()[match.group()]
        for match in _agency_names().finditer(text.report.text, body.start, body.end)
    }
    for mention in text.analysis.mentions:
        if mention.kind in RELAYS and not any(mention.span.overlaps(held) for held in found):
            found[mention.head] = mention.name
    for attribution in text.attributions:
        for link in attribution.links:
            passage = link.evidence.span
            if link.kind not in RELAYS or passage is None or passage.report != text.id:
                continue
            if not any(passage.span.overlaps(held) for held in found):
                found[passage.span] = link.name
    return [
        (span, name)
        for span, name in sorted(found.items())
        if key(name) not in outlets | own
        and body.contains(span)
        and is_name(name)
        and looks_like_outlet(report.text, span, name)
    ]
