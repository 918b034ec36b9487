"""The ultimate vouchers of a proposition: who stands at the end of each lineage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.assessment.pile import Pile, figures_of, words_of
from sayso.attribution.names import body_tokens, generic, tells_which
from sayso.model import Claim, Derivation, Link, Quantity

_MEDIA = frozenset({"news agency", "outlet"})
_SAME_MATTER = 0.2
"""Likeness of two statements' words from which they are about the same matter."""
_NAMELESS = frozenset({"nameless person", "nameless group", "unknown", "document"})


@dataclass(slots=True)
class Voucher:
    """One origin with the claims it stands behind.

    `key` identifies it over the proposition (the root of the actor it speaks for); `nameless` tells that nobody is named; `direct` the claims in
    which it stands first in the chain; `saw` tells that it is a report that saw for itself.
    """

    key: str
    name: str
    actor: str | None
    nameless: bool
    saw: bool = False
    claims: list[Claim] = field(default_factory=list)


def asserting(claim: Claim) -> bool:
    """Tell whether a claim asserts its proposition: denials, questions, non-answers and open wordings do not."""
    return claim.polarity == "positive" and claim.kind not in ("non-answer", "question")


def origin_link(claim: Claim) -> Link | None:
    """Return the link at the origin of a claim's chain; None in the report's own voice."""
    return claim.chain[0] if claim.chain else None


def _same_in_parent(pile: Pile, claim: Claim, edge: Derivation) -> list[Claim]:
    """Return the claims of the edge's parent that say the same or that the claim's words were made from."""
    same = [c for c in pile.claims_in.get(edge.parent, ()) if c.proposition == claim.proposition and asserting(c)]
    if same:
        return same
    spans = [p.parent_span for p in edge.passages if p.parent_span and p.child_span.overlaps(claim.span)]
    return [c for c in pile.claims_in.get(edge.parent, ()) if any(s.shared(c.span) * 2 >= len(c.span) for s in spans)]


def lineage(pile: Pile, claim: Claim, seen: frozenset[str] = frozenset()) -> list[Claim]:
    """Return the claims at the end of a claim's lineage within the pile: itself, or what it was taken from.

    A claim goes back to a parent when its report was made from that parent's text and the parent makes the same statement, and to another report of the pile when
    its chain begins at that report's outlet. A named voucher of its own keeps a claim where it is: a rewrite may add an interview.
    """
    if claim.id in seen:
        return []
    seen = seen | {claim.id}
    link = origin_link(claim)
    ends: list[Claim] = []
    if link is None or link.kind in _NAMELESS:
        if not claim.observed:
            for edge in pile.text_edges.get(claim.report, ()):
                for upper in _same_in_parent(pile, claim, edge):
                    ends += lineage(pile, upper, seen)
    elif link.kind not in _MEDIA:
        for edge, _ in pile.taken(claim):
            above = [c for c in _same_in_parent(pile, claim, edge) if c.proposition == claim.proposition and c.chain]
            if above and not any(pile.root(c.chain[0].actor) == pile.root(link.actor) for c in above):
                for upper in above:  # the rewrite moved the credit: the words are still the parent's
                    ends += lineage(pile, upper, seen)
    else:
        for report in pile.reports_by_outlet(link.actor):
            if report != claim.report:
                for upper in (c for c in pile.claims_in[report] if c.proposition == claim.proposition and asserting(c)):
                    ends += lineage(pile, upper, seen)
    unique = {c.id: c for c in ends}
    return [unique[k] for k in sorted(unique)] or [claim]


def _voucher(pile: Pile, claim: Claim) -> Voucher | None:
    """Return who vouches for a claim at the end of a lineage; None when nobody can be named."""
    link = origin_link(claim)
    if link is None:
        if not claim.observed:
            return None
        report = pile.reports[claim.report]
        actor = pile.outlet_of.get(claim.report)
        name = report.label
        return Voucher(actor or f"report {claim.report}", name, actor, nameless=False, saw=True)
    if link.kind == "unknown" and not link.name[:1].isupper():
        return None  # a thing and no voice
    key = pile.root(link.actor) or f"{claim.report} {link.name}"
    return Voucher(key, link.name, link.actor, nameless=_hidden(link))


def _hidden(link: Link) -> bool:
    """Tell whether a link gives nobody's name: a description, a document, or a word for a sort of body."""
    if link.kind == "unknown" and link.name[:1].isupper():
        return False
    described = link.name[:1].islower() and link.kind in ("company", "organisation", "government")  # 'ferry company'
    return link.kind in _NAMELESS or described or not tells_which(link.name)


def _secondary(pile: Pile, link: Link) -> bool:
    """Tell whether a link only hands on: an outlet, an agency, a paper that is called nothing but 'report' or 'statement'; a state's own agency speaks for it."""
    actor = pile.actors.get(pile.root(link.actor) or "")
    if link.kind in _MEDIA and actor is not None and actor.kind == "government":
        return False
    return link.kind in _MEDIA or (link.kind == "document" and all(map(generic, body_tokens(link.name))))


def _garbled(pile: Pile, claim: Claim) -> bool:
    """Tell whether a claim without a named voucher gives another number than what its report was made from: a slip of the rewrite, with no origin.

    The other number stands in the passage that the claim was made from, or in a statement of the parent in much the same words.
    """
    link = origin_link(claim)
    if link is not None and link.kind not in _NAMELESS:
        return False
    mine = figures_of(claim)
    if not mine:
        return False
    for edge, passage in pile.taken(claim):
        for upper in pile.claims_in.get(edge.parent, ()):
            if passage.parent_span and passage.parent_span.overlaps(upper.span) and _other_number(upper, mine):
                return True
    parents = {edge.parent for edge in pile.text_edges.get(claim.report, ())}
    return any(
        _other_number(upper, mine) and _reworded(pile, claim, upper)
        for p in sorted(parents)
        for upper in pile.claims_in.get(p, ())
    )


def _other_number(claim: Claim, figures: set[float]) -> bool:
    theirs = figures_of(claim)
    return bool(theirs) and not figures & theirs


def _reworded(pile: Pile, claim: Claim, upper: Claim) -> bool:
    """Tell whether two statements count the same thing in much the same words or with digits changed about, and no other report has the first one's figure."""
    units = [{_thing(q) for q in c.quantities if q.low is not None} for c in (claim, upper)]
    elsewhere = (c for c in pile.claims_of[claim.proposition] if c.report != claim.report and asserting(c))
    if not units[0] & units[1] or any(figures_of(claim) & figures_of(c) for c in elsewhere):
        return False
    if any(_transposed(x, y) for x in figures_of(claim) for y in figures_of(upper)):
        return True
    bare = [[w for w in words_of(c.text) if not w[:1].isdigit()] for c in (claim, upper)]
    return pile.words.similarity(*bare) >= _SAME_MATTER


def _transposed(a: float, b: float) -> bool:
    """Tell whether two figures are of one length and have the same digits in another order, the commonest slip of copyists."""
    one, two = f"{a:.0f}", f"{b:.0f}"
    return a != b and len(one) == len(two) and len(set(one)) > 1 and sorted(one) == sorted(two)


def _thing(quantity: Quantity) -> str:
    return (quantity.unit or quantity.counted or "").rstrip("s")


def _one_description(found: dict[str, Voucher]) -> dict[str, Voucher]:
    """Join nameless vouchers whose descriptions hold one another ('a commander', 'a commander at the range'): for all one can tell they are one."""
    kept: dict[str, Voucher] = {}
    for key, voucher in found.items():
        words = _telling(voucher)
        twin = next(
            (
                v
                for v in kept.values()
                if v.nameless and voucher.nameless and (words <= _telling(v) or _telling(v) <= words)
            ),
            None,
        )
        if twin is None:
            kept[key] = voucher
        else:
            twin.claims += voucher.claims
    return kept


def _telling(voucher: Voucher) -> set[str]:
    return set(voucher.name.lower().split()) - {"a", "an", "the", "of", "at"}


def _stating(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that assert a proposition; where nobody does, what is worded in the negative is itself what is stated: 'nothing had been drawn'."""
    return [c for c in claims if asserting(c)] or [
        c for c in claims if c.polarity == "negative" and c.stance != "deny" and c.kind in ("statement", "background")
    ]


def vouchers(pile: Pile, proposition: str) -> list[Voucher]:
    """Return the origins of a proposition, in the order of their first claim.

    Persons and the body they speak for count once. An outlet or agency, or a paper of no name ('the report'), stands as origin only when
    nobody behind it is known at all, and then it is the one voice there is.
    """
    found: dict[str, Voucher] = {}
    relays: dict[str, Voucher] = {}
    for claim in _stating(pile.claims_of[proposition]):
        if _garbled(pile, claim):
            continue
        for end in lineage(pile, claim):
            voucher = _voucher(pile, end)
            if voucher is None:
                continue
            link = origin_link(end)
            into = relays if link is not None and not voucher.saw and _secondary(pile, link) else found
            into.setdefault(voucher.key, voucher).claims.append(end)
    kept = _one_description(found or relays)
    for voucher in kept.values():
        voucher.claims = sorted({c.id: c for c in voucher.claims}.values(), key=lambda c: (c.report, c.start))
    return list(kept.values())
