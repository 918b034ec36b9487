"""Two reports set side by side: the passages they share, what changed in them, what one of them adds."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.derivation.passages import shared_passages
from sayso.derivation.words import Pile, Text
from sayso.model import Aligned, Analysis, Attribution, Claim, Collation, Derivation, Dossier, PassageOrder, Report
from sayso.similarity import stretches

# Equal words from which a run is shown though chance or a standing note may explain it, and the share of its words that agree.
_LONG, _ALIKE = 10, 0.5
# Shares of the passages' characters that stand in one order on both sides.
_SAME, _MOSTLY = 0.97, 0.6


def collate(
    dossier: Dossier,
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    attributions_per_report: Sequence[Sequence[Attribution]],
    a: str,
    b: str,
) -> Collation:
    """Set the reports with the ids `a` and `b` side by side; `dossier` is the analysis of the pile that the parallel sequences belong to.

    The passages are those of the derivations, then those that chance does not explain, then long runs of equal words. Raises ValueError when `a` or `b` is
    not in the pile, or both are one.
    """
    held = {report.id: report for report in reports}
    if a not in held or b not in held or a == b:
        raise ValueError("two reports of the pile are needed to set them side by side")
    edges = sorted(
        (d for d in dossier.derivations if {d.child, d.parent} == {a, b}),
        key=lambda d: (d.basis == "citation", not d.direction_known, d.child),
    )
    left, right = (edges[0].parent, edges[0].child) if edges and edges[0].direction_known else (a, b)
    passages = _passages(Pile.of(reports, analyses, attributions_per_report), edges, left, right)
    place = {claim.id: claim.report for claim in dossier.claims}
    return Collation(
        left=held[left],
        right=held[right],
        edges=tuple(edges),
        passages=passages,
        order=order_of(passages),
        drift=tuple(d for d in dossier.drift if d.parent and {place[d.child], place[d.parent]} == {a, b}),
        additions=_additions(dossier.claims, passages, left, right) if passages else (),
        dossier=dossier,
    )


def _passages(pile: Pile, edges: Sequence[Derivation], left: str, right: str) -> tuple[Aligned, ...]:
    """Return the passages of the edges, and further ones that the two share beside them."""
    found = [_turned(p, d.child == right) for d in edges for p in d.passages if p.parent_span is not None]
    numbers = {text.id: text.number for text in pile.texts}
    one, two = sorted((numbers[left], numbers[right]))
    telling = [p for p in shared_passages(pile).get((one, two), ()) if p.strength > 0]
    further = [shared.aligned(numbers[right] == one) for shared in telling]
    for aligned in (*further, *_runs(pile.texts[numbers[left]], pile.texts[numbers[right]])):
        if not any(_meets(aligned, other) for other in found):
            found.append(aligned)
    apart = [p for p in dict.fromkeys(found) if not any(_within(p, other) for other in found)]
    return tuple(sorted(apart, key=lambda p: (p.child_span, p.parent_span or p.child_span)))


def _runs(left: Text, right: Text) -> list[Aligned]:
    """Return the long runs of equal words, whatever explains them: they show nothing, but both reports have them."""
    found = [s for s in stretches(right.words, left.words, _LONG) if s.similarity >= _ALIKE]
    runs = [
        Aligned(right.range_span(s.a_start, s.a_end), left.range_span(s.b_start, s.b_end), round(s.similarity, 3))
        for s in found
    ]
    bodies = [text.report.body.of(text.report.text).split() for text in (left, right)]
    if bodies[0] == bodies[1] and not runs:
        runs = [Aligned(right.report.body, left.report.body, 1.0)]
    return runs


def _turned(passage: Aligned, right_is_child: bool) -> Aligned:
    if right_is_child or passage.parent_span is None:
        return passage
    return Aligned(passage.parent_span, passage.child_span, passage.similarity)


def _within(one: Aligned, two: Aligned) -> bool:
    """Tell whether `one` says nothing that `two` does not: a quotation inside a longer passage."""
    if one.parent_span is None or two.parent_span is None:
        return False
    same = (one.child_span, one.parent_span) == (two.child_span, two.parent_span)
    if same:
        return one.similarity < two.similarity
    return two.child_span.contains(one.child_span) and two.parent_span.contains(one.parent_span)


def _meets(one: Aligned, two: Aligned) -> bool:
    left = one.parent_span is not None and two.parent_span is not None and one.parent_span.overlaps(two.parent_span)
    return left or one.child_span.overlaps(two.child_span)


def spine(passages: Sequence[Aligned]) -> tuple[int, ...]:
    """Return the numbers of the passages that stand in one order on both sides: the heaviest such chain, by characters of the right side."""
    best: list[tuple[int, int]] = []
    for number, passage in enumerate(passages):
        before = (0, -1)
        for earlier in range(number):
            if _precedes(passages[earlier], passage) and best[earlier][0] > before[0]:
                before = (best[earlier][0], earlier)
        best.append((before[0] + len(passage.child_span), before[1]))
    at = max(range(len(best)), key=lambda n: (best[n][0], -n), default=-1)
    chain: list[int] = []
    while at >= 0:
        chain.append(at)
        at = best[at][1]
    return tuple(reversed(chain))


def _precedes(one: Aligned, two: Aligned) -> bool:
    if one.parent_span is None or two.parent_span is None:
        return False
    # Beginnings are compared: passages that were found in two ways overlap on both sides, and are in order all the same.
    return one.child_span.start <= two.child_span.start and one.parent_span.start <= two.parent_span.start


def order_of(passages: Sequence[Aligned]) -> PassageOrder | None:
    """Tell how far the passages stand in the same order on both sides; None for fewer than two."""
    if len(passages) < 2:
        return None
    share = sum(len(passages[n].child_span) for n in spine(passages)) / sum(len(p.child_span) for p in passages)
    return "same" if share >= _SAME else "mostly" if share >= _MOSTLY else "other"


def _additions(claims: Sequence[Claim], passages: Sequence[Aligned], left: str, right: str) -> tuple[Claim, ...]:
    """Return the statements of the right report that stand in no passage and say nothing that the left one says or denies."""
    known = {claim.proposition for claim in claims if claim.report == left}
    return tuple(
        claim
        for claim in claims
        if claim.report == right
        and claim.kind == "statement"
        and claim.proposition not in known
        and not any(claim.span.overlaps(p.child_span) for p in passages)
    )
