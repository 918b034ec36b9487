"""Outlets that are named because somebody else, and not this report, took from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.derivation.phrases import any_of
from sayso.derivation.words import Text
from sayso.model import Span
from sayso.resources import tree


@cache
def _readers() -> re.Pattern[str]:
    """Return what stands before an outlet's name where somebody else reads it: 'had it from', 'read about it in', 'a copy of'."""
    words = tree("derivation")
    reading, having, held = ("|".join(words[name]) for name in ("reading_verbs", "having_verbs", "held_up"))
    return re.compile(
        rf"\b(?:(?:{reading})\s+(?:\w+\s+){{0,3}}(?:in|on|from|via)|(?:{having}|come|came)\s+(?:across\s+)?(?:it|this|that|them)\s+(?:in|on|from|via)|{held})\b",
        re.IGNORECASE,
    )


def not_ours(text: Text, span: Span, others: Sequence[Span]) -> bool:
    """Tell whether another outlet or a reader, and not this report, took from the outlet at `span`."""
    sentence = text.analysis.sentences[text.sentence_at(span.start)].span
    before = text.report.text[sentence.start : span.start]
    for reader in _readers().finditer(before):
        start = sentence.start + reader.end()
        listed = [o for o in others if start <= o.start and o.end <= span.start]
        left = [
            text.report.text[a:b]
            for a, b in pairwise([start, *(e for o in listed for e in (o.start, o.end)), span.start])
        ]
        if set(re.findall(r"\w+", " ".join(left[::2]).lower())) <= set(tree("derivation")["listing_words"]):
            return True
    for other in others:
        if sentence.contains(other) and other.end < span.start:
            between = text.report.text[other.end : span.start]
            relative = re.match(r"\s*,?\s*(?:which|who)\b", between)
            if (relative or any_of("relay_words").search(between)) and ";" not in between:
                return True
    return False
