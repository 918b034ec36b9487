"""Once one report is known to come from another: which of its sentences answer which, though the words are new."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from sayso.derivation.outlets import key
from sayso.derivation.voice import RELAYS
from sayso.derivation.words import Pile, Text
from sayso.model import Aligned, Span
from sayso.similarity import stem

_LIKE = 0.45
"""The cosine of weighted words from which two sentences are taken for one statement, given the derivation."""

_LIKE_CREDITED = 0.15
"""The same for a sentence that credits the parent, and must have its content from somewhere in it: here what the whole pile
holds tells as much as anything."""

_WORDS = 2
"""How many words that weigh anything they must share."""


def answering(
    pile: Pile, child: Text, parent: Text, sentences: Iterable[int], taken: Sequence[Aligned], credited: bool = False
) -> tuple[Aligned, ...]:
    """Return, for those of the child's `sentences` that no passage covers yet, the parent's sentence most like each.

    Sentences that are not like enough to any are left out; `credited` sentences need less. One sentence of the parent may answer several.
    """
    outlet = set(map(stem, key(parent.report.outlet or "").split()))
    least = _LIKE_CREDITED if credited else _LIKE

    def vector(text: Text, number: int) -> Mapping[str, float]:
        keys = text.sentence_keys(number)
        if not credited and outlet.isdisjoint(keys):
            return pile.sentence_vector(text.number, number)
        weights = pile.general if credited else pile.weights
        return weights.vector_of_stems(key for key in keys if key not in outlet)

    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for other in range(len(parent.analysis.sentences)):
        for word, weight in vector(parent, other).items():
            holders[word].append((other, weight))
    found = []
    for number in sentences:
        span = child.analysis.sentences[number].span
        if sum(span.shared(held.child_span) for held in taken) >= len(span) / 2:
            continue
        likeness: dict[int, float] = defaultdict(float)
        common: dict[int, int] = defaultdict(int)
        for word, mine in vector(child, number).items():
            for other, theirs in holders.get(word, ()):
                likeness[other] += mine * theirs
                common[other] += 1
        best, where = 0.0, -1
        for other in sorted(other for other, words in common.items() if words >= _WORDS):
            if likeness[other] > best:
                best, where = likeness[other], other
        if best >= least:
            found.append(Aligned(span, parent.analysis.sentences[where].span, round(min(1.0, best), 3)))
    return tuple(found)


def relaying(child: Text, places: Sequence[Span], names: Iterable[str]) -> tuple[int, ...]:
    """Return the child's sentences that hand on what it credits to an outlet: those that name it at `places`, and attributed ones.

    `names` are the outlet's names; attributions may bear another one, and are known by standing at a place.
    """
    wanted = {key(name) for name in names if name}
    for link in (link for attribution in child.attributions for link in attribution.links):
        passage = link.evidence.span
        if link.kind in RELAYS and passage is not None and any(passage.span.overlaps(span) for span in places):
            wanted.add(key(link.name))
    found = {child.sentence_at(span.start) for span in places}
    for attribution in child.attributions:
        if attribution.links and key(attribution.links[-1].name) in wanted:
            for content in attribution.content:
                first, last = child.sentence_at(content.start), child.sentence_at(max(content.start, content.end - 1))
                found.update(n for n in range(first, last + 1) if child.analysis.sentences[n].span.overlaps(content))
    return tuple(sorted(found))


def covered_share(child: Text, spans: Iterable[Span]) -> float:
    """Return the share of the child's words that stand inside any of the spans, 0 to 1."""
    starts = child.word_starts
    steps = [0] * (len(starts) + 1)
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        while last > first and child.spans[last - 1].end > span.end:
            last -= 1
        steps[first] += first < last
        steps[last] -= first < last
    inside = sum(depth > 0 for depth in accumulate(steps))
    return inside / len(child.spans) if child.spans else 0.0
