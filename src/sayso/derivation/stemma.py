"""The stemma of a pile: text edges, credits and absent dispatches put together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.derivation.absent import Lost, lost, named
from sayso.derivation.citations import Citation, citations
from sayso.derivation.credits import Credit, credits_of, shown, surveys
from sayso.derivation.cycles import cycles
from sayso.derivation.loose import answering, covered_share, relaying
from sayso.derivation.parents import Parentage, acyclic, parentages
from sayso.derivation.passages import Shared, shared_passages
from sayso.derivation.words import Pile, Text
from sayso.model import Aligned, Analysis, Attribution, Derivation, DerivationKind, Report, Stemma

_COPY, _REWRITE = 0.7, 0.4
"""Shares of the child's words from which an edge is called a copy (word for word) or a rewrite."""

_COPIED_FOLLOW_UP = 3.0
"""A follow-up that credits its parent is also made from its text when passages this strong show it."""


def derive(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    attributions_per_report: Sequence[Sequence[Attribution]],
) -> Stemma:
    """Work out which reports of a pile were made from which, which they cite, and which dispatches are missing.

    The three sequences are parallel; the result does not depend on their order. Raises ValueError when they differ in length.
    """
    given = sorted(zip(reports, analyses, attributions_per_report, strict=True), key=lambda parts: parts[0].id)
    pile = Pile.of(*(list(part) for part in zip(*given, strict=True))) if given else Pile.of((), (), ())
    found = citations(pile)
    credited = {(one.child, one.parent): one for one in credits_of(pile, found)}
    dispatches = lost(pile, found)
    shared = _without_common_parent(pile, shared_passages(pile), credited, dispatches)
    texts = {
        (one.direction.child, one.direction.parent): one
        for one in acyclic(parentages(pile, shared, frozenset(credited)))
        if not _only_cites(one, credited)
    }
    edges = [_edge(pile, texts.get(pair), credited.get(pair)) for pair in sorted({*texts, *credited})]
    absent = named(pile, dispatches)
    about_outlets = surveys(pile, found)
    for one, dispatch in zip(absent, dispatches, strict=True):
        edges += [_from_absent(pile, one.id, dispatch.name, places, about_outlets) for _, places in dispatch.places]
    edges.sort(key=lambda edge: (edge.child, edge.parent))
    return Stemma(tuple(edges), absent, cycles(edges))


def _only_cites(one: Parentage, credited: dict[tuple[int, int], Credit]) -> bool:
    """Tell whether the passages are no more than what a follow-up repeats of the report it is about."""
    credit = credited.get((one.direction.child, one.direction.parent))
    return credit is not None and credit.follow_up and one.strength < _COPIED_FOLLOW_UP


def _without_common_parent(
    pile: Pile,
    shared: dict[tuple[int, int], tuple[Shared, ...]],
    credited: dict[tuple[int, int], Credit],
    dispatches: Sequence[Lost],
) -> dict[tuple[int, int], tuple[Shared, ...]]:
    """Leave out what two reports may both have from an absent dispatch that both credit.

    Undated reports that credit one dispatch have all they share from it; of others the credited paragraphs.
    """
    kept = {}
    for (a, b), passages in shared.items():
        one, two = pile.texts[a], pile.texts[b]
        common = [d for d in dispatches if a in d.children and b in d.children]
        if common and (a, b) not in credited and (b, a) not in credited:
            if not (one.report.published and two.report.published):
                continue
            left, right = ({p for d in common for p in _paragraphs(pile, d, number)} for number in (a, b))
            passages = tuple(
                p
                for p in passages
                if one.analysis.sentences[one.sentence_at(p.a_span.start)].paragraph not in left
                or two.analysis.sentences[two.sentence_at(p.b_span.start)].paragraph not in right
            )
        if passages:
            kept[a, b] = passages
    return kept


def _paragraphs(pile: Pile, dispatch: Lost, child: int) -> set[int]:
    sentences = pile.texts[child].analysis.sentences
    return {sentences[c.sentence].paragraph for number, places in dispatch.places if number == child for c in places}


def _edge(pile: Pile, text: Parentage | None, credit: Credit | None) -> Derivation:
    """Put the words and the credit of one pair together."""
    pair = (
        (text.direction.child, text.direction.parent) if text else (credit.child, credit.parent) if credit else (0, 0)
    )
    child, parent = pile.texts[pair[0]], pile.texts[pair[1]]
    in_words = text is not None or (credit is not None and credit.relays)
    passages: tuple[Aligned, ...] = ()
    if text is not None:
        passages = tuple(p.aligned(text.direction.child == text.a) for p in text.passages)
    if in_words:
        outlet = parent.report.outlet or ""
        sentences: Sequence[int] = range(len(child.analysis.sentences))
        if text is None and credit is not None:
            sentences = relaying(child, [c.span for c in credit.places], (outlet, *(c.name for c in credit.places)))
        passages += answering(pile, child, parent, sentences, passages)
    share = covered_share(child, [p.child_span for p in passages])
    if credit is not None and credit.relays:
        relayed = [child.analysis.sentences[c.sentence].span for c in credit.places]
        share = max(share, covered_share(child, [*relayed, *(p.child_span for p in passages)]))
    exact = sum(p.matched for p in text.passages if p.verbatim) / max(1, len(child.spans)) if text else 0.0
    evidence = (shown(pile, credit.places) if credit else ()) + (text.direction.evidence if text else ())
    return Derivation(
        child=child.id,
        parent=parent.id,
        basis="text" if credit is None else "both" if in_words else "citation",
        kind=_kind(exact, share) if in_words else "follow-up",
        direction_known=credit is not None or (text is not None and text.direction.known),
        credited=credit is not None,
        score=round(min(1.0, share), 3),
        reasons=_reasons(child, parent, text, credit),
        passages=tuple(sorted(passages, key=lambda p: p.child_span)),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _kind(exact: float, share: float) -> DerivationKind:
    return "copy" if exact >= _COPY else "rewrite" if share >= _REWRITE else "excerpt"


def _reasons(child: Text, parent: Text, text: Parentage | None, credit: Credit | None) -> tuple[str, ...]:
    """Say in sentences what shows an edge."""
    reasons: list[str] = []
    if text is not None:
        runs = sum(p.matched for p in text.passages if p.verbatim)
        loose = sum(not p.verbatim for p in text.passages)
        shares = ([f"{runs} words in the same order"] if runs else []) + (
            [f"{loose} reworded sentence{'s' if loose > 1 else ''}"] if loose else []
        )
        reasons.append(
            f"{child.id} shares {' and '.join(shares)} with {parent.id} that no other report explains better."
        )
        if text.direction.known or credit is None:
            reasons += text.direction.reasons
    if credit is not None:
        outlet = parent.report.outlet
        if credit.relays:
            reasons.append(f"{child.id} hands on what it credits to {outlet}.")
        else:
            reasons.append(
                f"{child.id} names {outlet}" + (" and reports further on its own." if credit.follow_up else ".")
            )
    return tuple(dict.fromkeys(reasons))


def _from_absent(
    pile: Pile, id: str, name: str, places: Sequence[Citation], about_outlets: Collection[int]
) -> Derivation:
    """Make the edge from a report to the absent dispatch it credits."""
    child = pile.texts[places[0].child]
    sentences = relaying(child, [place.span for place in places], {name, *(place.name for place in places)})
    spans = [child.analysis.sentences[n].span for n in sentences]
    share = covered_share(child, spans)
    survey = child.number in about_outlets
    return Derivation(
        child=child.id,
        parent=id,
        basis="citation" if survey else "both",
        kind="follow-up" if survey else _kind(0.0, share),
        direction_known=True,
        credited=True,
        score=round(share, 3),
        reasons=(
            f"{child.id} credits {name} with what it reports, and no report of {name} that could be meant is in the pile.",
        ),
        passages=() if survey else tuple(Aligned(span, None, 0.0) for span in spans),
        evidence=shown(pile, places),
    )
