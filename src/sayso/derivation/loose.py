"""Once one report is known to come from another: which of its sentences answer which, though the words are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.derivation.words import Pile, Text
from sayso.model import Aligned, Span

_LIKE = 0.45
"""The cosine of weighted words from which two sentences are taken for one statement, given the derivation."""

_WORDS = 2
"""How many words that weigh anything they must share."""


def answering(
    pile: Pile, child: Text, parent: Text, sentences: Iterable[int], taken: Sequence[Aligned]
) -> tuple[Aligned, ...]:
    """Return, for those of the child's `sentences` that no passage covers yet, the parent's sentence most like each.

    Sentences that are not like enough to any are left out; one sentence of the parent may answer several.
    """
    vectors = [(n, pile.weights.vector(parent.passage(n))) for n in range(len(parent.analysis.sentences))]
    found = []
    for number in sentences:
        span = child.analysis.sentences[number].span
        if sum(span.shared(held.child_span) for held in taken) >= len(span) / 2:
            continue
        mine = pile.weights.vector(child.passage(number))
        best, where = 0.0, -1
        for other, theirs in vectors:
            common = [key for key in mine if key in theirs]
            likeness = sum(mine[key] * theirs[key] for key in common)
            if len(common) >= _WORDS and likeness > best:
                best, where = likeness, other
        if best >= _LIKE:
            found.append(Aligned(span, parent.analysis.sentences[where].span, round(min(1.0, best), 3)))
    return tuple(found)


def relaying(child: Text, places: Iterable[Span], names: Iterable[str]) -> tuple[int, ...]:
    """Return the child's sentences that hand on what it credits to an outlet: those that name it at `places`, and attributed ones.

    `names` are the outlet's names as links of attributions bear them.
    """
    wanted = {name for name in names if name}
    found = {child.sentence_at(span.start) for span in places}
    for attribution in child.attributions:
        if attribution.links and attribution.links[-1].name in wanted:
            for content in attribution.content:
                found.update(n for n, s in enumerate(child.analysis.sentences) if s.span.overlaps(content))
    return tuple(sorted(found))


def covered_share(child: Text, spans: Iterable[Span]) -> float:
    """Return the share of the child's words that stand inside any of the spans, 0 to 1."""
    held = sorted(spans)
    inside = sum(any(span.contains(word) for span in held) for word in child.spans)
    return inside / len(child.spans) if child.spans else 0.0
