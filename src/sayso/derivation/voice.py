"""Whose voice a place of a report speaks with: the outlet's own, or somebody's who is quoted or interviewed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sayso.derivation.remembered import remembered
from sayso.derivation.words import Text
from sayso.model import Attribution, Link, Span
from sayso.resources import tree

RELAYS = frozenset({"outlet", "news agency"})
"""Kinds of actors whose words reach a report as text."""

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_TURN = re.compile(rf"(?m)^[ \t]*({_NAME}(?: {_NAME}){{0,3}})((?:,\s*|\s*\()[a-z][a-z ]{{2,30}}\)?)?:\s")


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a transcript: where each starts, and whether the house itself speaks; empty for other texts."""

    starts: tuple[int, ...]
    house: tuple[bool, ...]

    @classmethod
    def of(cls, text: Text) -> Turns:
        """Find turns such as 'ORM: And then?'; three of them, one speaker twice, make a transcript. The house are hosts and whoever speaks first."""
        body = text.report.body
        found = list(_TURN.finditer(text.report.text, body.start, body.end))
        names = [match.group(1).split() for match in found]
        labels = Counter(name[-1] for name in names)
        if len(found) < 3 or max(labels.values()) < 2:
            return cls((), ())
        hosts = set(tree("derivation")["hosts"])
        house = {names[0][-1]}
        house |= {n[-1] for n, m in zip(names, found, strict=True) if hosts & set((m.group(2) or "").split())}
        return cls(tuple(m.start() for m in found), tuple(n[-1] in house for n in names))

    def is_house(self, place: int) -> bool:
        """Tell whether the character stands outside all turns or in one of the house's."""
        last = [house for start, house in zip(self.starts, self.house, strict=True) if start <= place]
        return last[-1] if last else True


def relayed_by_outlet(attribution: Attribution) -> bool:
    """Tell whether an outlet or agency is the last link before the report."""
    return bool(attribution.links) and attribution.links[-1].kind in RELAYS


def faceless(link: Link) -> bool:
    """Tell whether a source is described and not named: 'a person close to the board', 'one of the bankers'."""
    return link.kind.startswith("nameless") or not any(word[:1].isupper() for word in link.name.split())


@remembered
def speaker_of(text: Text, span: Span) -> Attribution | None:
    """Return the attribution, with a source that is no outlet, in whose content most of the span stands; the innermost."""
    holding = [
        attribution
        for attribution in text.attributions
        if attribution.links
        and attribution.stance != "suggest"  # a hint is the reporter's reading, no credit that a rewriter drops
        and not relayed_by_outlet(attribution)
        and 2 * sum(content.shared(span) for content in attribution.content) > len(span)
    ]
    return min(holding, key=lambda a: sum(map(len, a.content)), default=None)


_CARRIED = re.compile(
    r"\b(?:(?:carried|reported|published|quoted|cited|distributed|relayed|printed|broadcast|released|issued|told|according|revealed|disclosed)"
    r"\s+(?:\w+\s+)?(?:(?:by|in|on|through|to)\s+)?"
    r"|(?:report|reports|story|article|account|interview|claims?|allegations?)\s+(?:by|in|from|of|with)\s+)"
    r"(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before an outlet's name: what it had reaches the report through it, whoever else speaks in the sentence."""

_ITS_REPORT = re.compile(r"(?:['’]s)?\s+(?:report|story|article|account|interview|claim)\b")
"""The same after its name."""


def own_voice(text: Text, turns: Turns, span: Span) -> bool:
    """Tell whether the outlet itself says what stands at `span`: no quotation, no interviewee, nobody's reported speech."""
    if not turns.is_house(span.start):
        return False
    if any(
        quote.outer.contains(span) and not quote.scare and len(quote.span) > len(span) + 2
        for quote in text.analysis.quotes
    ):
        return False
    speaker = speaker_of(text, span)
    if speaker is None or speaker.links[0].kind in ("document", "unknown"):
        return True
    if speaker.carried or all(cue.start >= span.end for cue in speaker.cue):
        return True  # The reporter frames the sentence; who vouches comes after ('The Star's count was wrong, its editor says').
    before, after = text.report.text[max(0, span.start - 60) : span.start], text.report.text[span.end : span.end + 20]
    return bool(_CARRIED.search(before) or _ITS_REPORT.match(after))
