"""Edges as the model shows them: the words and the credit of one pair, or a credit to an absent dispatch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.derivation.citations import Citation
from sayso.derivation.credits import Credit, shown
from sayso.derivation.loose import answering, covered_share, relaying
from sayso.derivation.parents import Parentage
from sayso.derivation.passages import Shared
from sayso.derivation.quotations import quotations
from sayso.derivation.words import Pile, Text
from sayso.model import Aligned, Derivation, DerivationKind, Evidence

_COPY, _REWRITE = 0.7, 0.4
"""Shares of the child's words from which an edge is called a copy (word for word) or a rewrite."""

LEAD = 2
"""How many sentences make the lead."""

_LED = 0.1
"""A dispatch credited in the lead, for at least this share of the words, is what a report was rewritten from."""

_HALF = 0.5
"""Of less of the parent than this a copy is an excerpt."""

_AS_IT_STANDS, _SOME = 0.97, 0.06
"""Below this likeness a passage was reworded; from this share of the child an uncredited part is more than an excerpt."""


@dataclass(frozen=True, slots=True)
class Common:
    """Passages that the reports `a` and `b` (numbers) share and both may have from a third."""

    a: int
    b: int
    passages: tuple[Shared, ...]


def between(pile: Pile, text: Parentage | None, credit: Credit | None) -> Derivation:
    """Put the words and the credit of one pair together; raises ValueError when there is neither."""
    if text is not None:
        child, parent = pile.texts[text.direction.child], pile.texts[text.direction.parent]
    elif credit is not None:
        child, parent = pile.texts[credit.child], pile.texts[credit.parent]
    else:
        raise ValueError("an edge needs shared words or a credit")
    relays = credit is not None and credit.relays
    passages = _passages(pile, child, parent, text, credit)
    spans = [p.child_span for p in passages]
    if credit is not None and relays:
        spans += [child.analysis.sentences[c.sentence].span for c in credit.places]
    share = covered_share(child, spans)
    exact = sum(p.matched for p in text.passages if p.verbatim) / max(1, len(child.spans)) if text else 0.0
    of_parent = covered_share(parent, [p.parent_span for p in passages if p.parent_span is not None])
    evidence = shown(pile, credit.places) if credit else ()
    if text is not None:
        evidence += _strongest(child, parent, text) + text.direction.evidence
    in_words = text is not None or relays
    return Derivation(
        child=child.id,
        parent=parent.id,
        basis="text" if credit is None else "both" if in_words else "citation",
        kind=_kind(exact, of_parent, share, text, credit) if in_words else "follow-up",
        direction_known=credit is not None or (text is not None and text.direction.known),
        credited=credit is not None,
        score=round(min(1.0, share), 3),
        reasons=_reasons(pile, child, parent, text, credit),
        passages=passages,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _strongest(child: Text, parent: Text, text: Parentage) -> tuple[Evidence, ...]:
    """Return the passage that tells most, on both sides."""
    best = max(text.passages, key=lambda p: (p.strength, p.matched, -p.a_span.start))
    shown = best.aligned(text.direction.child == text.a)
    sides = ((child, shown.child_span), (parent, shown.parent_span))
    return tuple(Evidence.words(one.id, span, one.report.text) for one, span in sides if span is not None)


def _passages(
    pile: Pile, child: Text, parent: Text, text: Parentage | None, credit: Credit | None
) -> tuple[Aligned, ...]:
    """Return the shared passages, and the further sentences that answer one another given the edge."""
    found: tuple[Aligned, ...] = ()
    if text is not None:
        found = tuple(p.aligned(text.direction.child == text.a) for p in text.passages)
    if text is not None or (credit is not None and credit.relays):
        found += quotations(child, parent, found)
    if text is not None:
        found += answering(pile, child, parent, range(len(child.analysis.sentences)), found)
    if credit is not None and credit.relays:
        names = [parent.report.outlet or "", *(c.name for c in credit.places)]
        relayed = relaying(child, [c.span for c in credit.places], names)
        found += answering(pile, child, parent, relayed, found, credited=True)
    return tuple(sorted(found, key=lambda p: (p.child_span, p.parent_span or p.child_span)))


def _kind(
    exact: float, of_parent: float, share: float, text: Parentage | None, credit: Credit | None
) -> DerivationKind:
    """Name what was done: a copy and an excerpt keep the words, a rewrite has words of its own; a part that is credited is an excerpt all the same.

    `exact` and `share` are parts of the child's words, those that stand as in the parent and all that come from it; `of_parent` of the parent's.
    """
    if exact >= _COPY:
        return "copy" if of_parent >= _HALF else "excerpt"
    if share >= _REWRITE:
        return "rewrite"
    runs = [passage for passage in text.passages if not passage.verbatim or passage.speaker is None] if text else []
    reworded = any(passage.similarity < _AS_IT_STANDS for passage in runs)
    return "rewrite" if credit is None and reworded and share >= _SOME else "excerpt"


def _reasons(pile: Pile, child: Text, parent: Text, text: Parentage | None, credit: Credit | None) -> tuple[str, ...]:
    """Say in sentences what shows an edge."""
    reasons: list[str] = []
    if text is not None:
        reasons.append(
            f"{pile.label(child)} shares {_amount(text.passages)} with {pile.label(parent)} that no other report explains better."
        )
        if text.direction.known or credit is None:
            reasons += text.direction.reasons
    if credit is not None:
        outlet = parent.report.outlet
        if credit.relays:
            reasons.append(f"{pile.label(child)} hands on what it credits to {outlet}.")
        else:
            further = " and reports further on its own." if credit.follow_up else "."
            reasons.append(f"{pile.label(child)} names {outlet}{further}")
    return tuple(dict.fromkeys(reasons))


def _amount(passages: Sequence[Shared]) -> str:
    runs = sum(p.matched for p in passages if p.verbatim)
    loose = sum(not p.verbatim for p in passages)
    parts = [f"{runs} words in the same order"] if runs else []
    parts += [f"{loose} reworded sentence{'s' if loose > 1 else ''}"] if loose else []
    return " and ".join(parts)


def to_absent(
    pile: Pile,
    id: str,
    name: str,
    places: Sequence[Citation],
    survey: bool,
    common: Sequence[Common],
    inherited: str | None,
) -> Derivation:
    """Make the edge from a report to the absent dispatch `id` that it credits at `places`.

    A `survey` only cites it, and so does a report that took the credit over with the words of another (`inherited` says whose).
    `common` holds what pairs of reports both have from it.
    """
    child = pile.texts[places[0].child]
    sentences = relaying(child, [place.span for place in places], {name, *(place.name for place in places)})
    if any(place.whole for place in places):
        sentences = tuple(range(len(child.analysis.sentences)))
    passages = [Aligned(child.analysis.sentences[n].span, None, 0.0) for n in sentences]
    reasons = [
        f"{pile.label(child)} credits {name} with what it reports, and no report of {name} that could be meant is in the pile."
    ]
    evidence: list[Evidence] = list(shown(pile, places))
    for a, b, held in ((one.a, one.b, one.passages) for one in common):
        if child.number in (a, b):
            other = pile.texts[b if child.number == a else a]
            spans = [p.a_span if child.number == a else p.b_span for p in held]
            passages += [Aligned(span, None, round(p.similarity, 3)) for span, p in zip(spans, held, strict=True)]
            reasons.append(
                f"{pile.label(child)} and {pile.label(other)} share {_amount(held)} and both credit {name}: neither need have it from the other."
            )
    if inherited is not None:
        reasons = [f"{pile.label(child)} took the credit to {name} over with the words of {inherited}."]
    cites = survey or inherited is not None
    apart = _apart(passages)
    share = covered_share(child, [p.child_span for p in apart])
    leads = any(place.sentence < LEAD for place in places) and share >= _LED
    return Derivation(
        child=child.id,
        parent=id,
        basis="citation" if cites else "both",
        kind="follow-up" if survey else "rewrite" if leads or share >= _REWRITE else "excerpt",
        direction_known=True,
        credited=True,
        score=0.0 if cites else round(share, 3),
        reasons=tuple(reasons),
        passages=() if cites else apart,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _apart(passages: Sequence[Aligned]) -> tuple[Aligned, ...]:
    """Keep the surest of the passages that overlap, in text order."""
    kept: list[Aligned] = []  # in text order and apart, so that only the two neighbours of a place can overlap it
    starts: list[int] = []
    for one in sorted(passages, key=lambda p: (-p.similarity, p.child_span)):
        at = bisect_left(starts, one.child_span.start)
        if not any(one.child_span.overlaps(other.child_span) for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, one)
            starts.insert(at, one.child_span.start)
    return tuple(kept)
