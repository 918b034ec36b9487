"""What a rewrite did to the claims it took: hedges lost, numbers, dates and quotations changed, credits moved, additions."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from sayso.assessment.altered import changed
from sayso.assessment.caveats import left_out
from sayso.assessment.pile import Pile, common_words, words_of
from sayso.assessment.quotations import RECOGNISED
from sayso.attribution.names import body_tokens, tells_which
from sayso.model import Claim, Derivation, Drift, Evidence, Link, Span

_RANK = {"unknown": 0, "possible": 1, "probable": 2, "certain": 3}
# Two statements are visibly about the same from this share of common words on (0-100), or from this cosine of their weighted words.
_LIKE = 60.0
_MATTER = 0.35
# A claim made from another keeps this share of its words (0-100, word order left out).
_RECOGNISED = 60.0
# From this share of a report that comes from its parents on, what stands in none of them was added to them.
_MADE_OF_IT = 0.4
_MEDIA = frozenset({"news agency", "outlet"})


def _words(pile: Pile, claim: Claim) -> Evidence:
    return Evidence.words(claim.report, claim.span, pile.reports[claim.report].text)


def _counterpart(pile: Pile, child: Claim, edge: Derivation) -> Claim | None:
    """Return the parent's claim that a child's claim was made from: the same statement or the same aligned words, visibly so; None without one."""
    passages = [p for p in edge.passages if p.child_span.overlaps(child.span) and p.parent_span]
    best: tuple[float, str] | None = None
    for upper in pile.claims_in.get(edge.parent, ()):
        aligned = sum(p.parent_span.shared(upper.span) for p in passages if p.parent_span) * 2 >= len(upper.span)
        same = child.proposition == upper.proposition
        if not same and not aligned:
            continue
        alike = fuzz.token_set_ratio(child.exact, upper.exact)
        matter = pile.words.similarity(words_of(child.text), words_of(upper.text))
        shared = common_words(child, upper)
        if _now_confirmed(
            child, upper
        ):  # a voice that confirms what its parent has from another is looked at more closely
            visible = matter >= _MATTER / 2 and shared >= 1
        else:
            visible = matter >= _MATTER and shared >= 2
        if not (aligned and alike >= _LIKE) and not (same and visible):
            continue
        score = 2.0 * same + aligned + alike / 100 + matter
        if best is None or (-score, upper.id) < (-best[0], best[1]):
            best = (score, upper.id)
    return pile.claims[best[1]] if best else None


def _now_confirmed(child: Claim, parent: Claim) -> bool:
    return child.stance == "confirm" and parent.stance != "confirm"


def _hedges(pile: Pile, claim: Claim) -> str:
    text = pile.reports[claim.report].text
    return " … ".join(span.of(text) for span in claim.hedges) or claim.certainty


def _voices(pile: Pile, claim: Claim) -> list[Link]:
    """Return who speaks in a claim, past outlets and agencies that only relay; all links when there is nobody else."""
    return [link for link in claim.chain if link.kind not in _MEDIA] or list(claim.chain)


def same_voice(pile: Pile, a: Claim, b: Claim) -> bool:
    """Tell whether two claims credit the same voice, as far as their words tell: a description may mean a named person."""
    if not a.chain or not b.chain:
        return not a.chain and not b.chain
    for x in _voices(pile, a):
        for y in _voices(pile, b):
            if pile.root(x.actor) is not None and pile.root(x.actor) == pile.root(y.actor):
                return True
            if x.name.lower() == y.name.lower() or _describes(pile, x, y) or _describes(pile, y, x):
                return True
    return False


def _credited(pile: Pile, child: Claim, parent: Claim) -> bool:
    """Tell whether a child credits whom its parent credits, or the parent itself."""
    outlet = pile.outlet_of.get(parent.report)
    return same_voice(pile, child, parent) or any(outlet is not None and link.actor == outlet for link in child.chain)


def _describes(pile: Pile, hidden: Link, named: Link) -> bool:
    """Tell whether a description may mean the other link: 'the ministry' a ministry, a nameless one whoever is introduced with one of its telling words."""
    if not tells_which(hidden.name) and not hidden.kind.startswith("nameless"):
        root = pile.actors.get(pile.root(named.actor) or "")
        return any(
            set(body_tokens(hidden.name)) <= set(body_tokens(name)) for name in (named.name, root.name if root else "")
        )
    if not hidden.kind.startswith("nameless"):
        return False
    actor = pile.actors.get(named.actor or "")
    introduced = {w for m in (actor.mentions if actor else ()) for w in words_of(m.exact)} | set(words_of(named.name))
    return bool({w for w in words_of(hidden.name) if len(w) > 4} & introduced)


def _changes(pile: Pile, child: Claim, parent: Claim) -> Iterator[Drift]:
    """Yield what changed between a claim and the claim it was made from."""
    both = (_words(pile, parent), _words(pile, child))
    asserted = child.polarity == "positive" and parent.polarity in ("positive", "unknown")
    if (
        asserted
        and _RANK[child.certainty] > _RANK[parent.certainty]
        and child.certainty != "unknown"
        and parent.hedges
        and child.kind == parent.kind
        and _keeps_words(pile, child, parent)
    ):
        yield Drift(
            child=child.id,
            parent=parent.id,
            kind="hedge",
            before=_hedges(pile, parent),
            after=_hedges(pile, child),
            evidence=both,
        )
    text_of = {c.id: pile.reports[c.report].text for c in (child, parent)}
    theirs = [q for q in parent.quantities if q.low is not None]
    for quantity in child.quantities:
        like = [q for q in theirs if q.unit == quantity.unit and (q.counted == quantity.counted or quantity.unit)]
        if quantity.low is not None and like and all(q.low != quantity.low and q.high != quantity.low for q in like):
            before, after = like[0].span.of(text_of[parent.id]), quantity.span.of(text_of[child.id])
            yield Drift(child=child.id, parent=parent.id, kind="number", before=before, after=after, evidence=both)
    dates = {t.edtf for t in parent.times if t.role == "event" and t.span}
    for time in child.times:
        if time.role == "event" and time.span and dates and _clashes(time.edtf, dates):
            yield Drift(
                child=child.id, parent=parent.id, kind="date", before=sorted(dates)[0], after=time.edtf, evidence=both
            )
    if parent.chain and parent.chain[0].kind not in _MEDIA and asserted and not _credited(pile, child, parent):
        after = " › ".join(link.name for link in child.chain) or "the report's own voice"
        yield Drift(
            child=child.id,
            parent=parent.id,
            kind="credit",
            before=" › ".join(link.name for link in parent.chain),
            after=after,
            evidence=both,
        )


def _keeps_words(pile: Pile, child: Claim, parent: Claim) -> bool:
    """Tell whether the child states the parent's matter in its words, without the words that hedged it."""
    text = pile.reports[parent.report].text
    kept = f" {child.exact.lower()} "
    hedged = any(f" {span.of(text).lower()} " in kept for span in parent.hedges)
    return not hedged and fuzz.token_set_ratio(child.exact.lower(), parent.exact.lower()) >= _RECOGNISED


def _clashes(edtf: str, others: set[str]) -> bool:
    """Tell whether a full date differs from full dates only: less precise ones may mean the same day."""
    full = [o for o in others if len(o) == 10 and "X" not in o]
    return len(edtf) == 10 and "X" not in edtf and bool(full) and edtf not in full


def claim_on(pile: Pile, report: str, span: Span) -> Claim | None:
    """Return the claim of a report that stands on most of a span; None when none touches it."""
    found = [c for c in pile.claims_in.get(report, ()) if c.span.overlaps(span)]
    return max(found, key=lambda c: (c.span.shared(span), -c.start), default=None)


def _quotations(pile: Pile, edge: Derivation) -> Iterator[Drift]:
    exact = {q.bare for q in pile.quotations.of(edge.parent)}
    for mine, theirs, _ in pile.quotations.alike(edge.child, edge.parent):
        altered = changed(mine, theirs, RECOGNISED) and mine.bare not in exact
        child, parent = claim_on(pile, edge.child, mine.quote.span), claim_on(pile, edge.parent, theirs.quote.span)
        if altered and child and parent:
            places = (
                Evidence.words(edge.parent, theirs.quote.span, pile.reports[edge.parent].text),
                Evidence.words(edge.child, mine.quote.span, pile.reports[edge.child].text),
            )
            yield Drift(
                child=child.id,
                parent=parent.id,
                kind="quotation",
                before=theirs.words,
                after=mine.words,
                evidence=places,
            )


def _caveats(pile: Pile, edge: Derivation) -> Iterator[Drift]:
    for flat, caveat in left_out(pile, edge.child, edge.parent):
        places = (_words(pile, caveat), _words(pile, flat))
        yield Drift(
            child=flat.id, parent=caveat.id, kind="hedge", before=caveat.exact, after=flat.exact, evidence=places
        )


def _additions(pile: Pile, edges: list[Derivation]) -> Iterator[Drift]:
    """Yield the claims of a rewritten report that stand nowhere else in the pile, with the reports that were searched."""
    child = edges[0].child
    others = tuple(sorted(r for r in pile.reports if r != child))
    for claim in pile.claims_in.get(child, ()):
        alone = all(c.report == child for c in pile.claims_of[claim.proposition])
        touched = any(p.child_span.overlaps(claim.span) for e in edges for p in e.passages)
        if alone and not touched and claim.kind == "statement":
            evidence = (_words(pile, claim), Evidence.nowhere(others, claim.exact))
            yield Drift(child=claim.id, parent=None, kind="addition", before="", after=claim.exact, evidence=evidence)


def drift_of(pile: Pile) -> tuple[Drift, ...]:
    """Return all drift of a pile, by child claim; each kind once for each pair of claims."""
    found: list[Drift] = []
    for child in sorted(pile.text_edges):
        edges = pile.text_edges[child]
        for edge in edges:
            if edge.parent not in pile.reports:
                continue
            for claim in pile.claims_in.get(child, ()):
                parent = _counterpart(pile, claim, edge)
                if parent is not None:
                    found += _changes(pile, claim, parent)
            found += _quotations(pile, edge)
            found += _caveats(pile, edge)
        if any(e.kind != "follow-up" and e.score >= _MADE_OF_IT for e in edges):
            found += _additions(pile, edges)
    unique = {(d.child, d.parent or "", d.kind): d for d in reversed(found)}
    return tuple(unique[k] for k in sorted(unique))
