"""Two reports side by side in words: one sentence on what the one did with the other, and whom each of them credits."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened
from sayso.dossier.compose.wording import number, share
from sayso.model import Collation, Derivation, Evidence, Report, Span

_ADDS, _ADDED = 3, 70
_MANY = 8
_VERBS = {"copy": "copies", "rewrite": "follows", "excerpt": "takes from", "follow-up": "takes from"}
_ORDERS = {"same": ", in the same order", "mostly": ", mostly in the same order", "other": ", in another order"}


def summary(index: Index, found: Collation, left: Sequence[Span], right: Sequence[Span]) -> str:
    """Return what the data show in a sentence or two; `left` and `right` are the paragraphs of the two."""
    one, two = index.label(found.left.id), index.label(found.right.id)
    text = next((d for d in found.edges if d.basis != "citation"), None)
    cites = [d for d in found.edges if d.basis == "citation"]
    told = [f"{index.label(d.child)} cites {index.label(d.parent)}" for d in cites]
    if not found.passages:
        if text is not None:
            verdict = f"{two} hands on what it credits to {one}, and no passage of the two agrees"
        else:
            verdict = f"{one} and {two} share no passage, and nothing shows that one was made from the other"
        return f"{'; '.join([verdict, *told])}."
    covered = _covered(right, [p.child_span for p in found.passages])
    order = _ORDERS[found.order] if found.order else ""
    where = f"in {covered} of {number(len(right), 'paragraph')}"
    if _equal(found):
        verdict = f"{one} and {two} have the same text, word for word"
        if text is not None and text.direction_known:
            verdict += f"; {two} was made from {one}{_credit(text)}"
        else:
            verdict += "; nothing tells who took from whom"
    elif text is not None and text.direction_known:
        verb = _VERBS[text.kind]
        verdict = f"{two} {verb} {one} {where}{order} ({share(text.score)} of its words){_credit(text)}"
    else:
        held = _covered(left, [p.parent_span for p in found.passages if p.parent_span])
        both = f"{where} of {two} and {held} of {number(len(left), 'paragraph')} of {one}"
        verdict = f"{one} and {two} share {number(len(found.passages), 'passage')} {both}{order}"
        verdict += "; nothing tells who took from whom" if text else "; nothing shows that one was made from the other"
        verdict += _in_common(index, found)
    return f"{'; '.join([verdict, *told, *_adds(found, two, one)])}."


def _equal(found: Collation) -> bool:
    return found.left.body.of(found.left.text).split() == found.right.body.of(found.right.text).split()


def _credit(text: Derivation) -> str:
    return f", and {'names it' if text.credited else 'does not name it'}"


def _adds(found: Collation, who: str, other: str) -> list[str]:
    if not found.additions:
        return []
    if len(found.additions) > _MANY:
        return [f"{len(found.additions)} statements of {who} were not found in {other}"]
    shown = [f"“{shortened(claim.exact, _ADDED)}”" for claim in found.additions[:_ADDS]]
    more = len(found.additions) - _ADDS
    return [f"{who} adds: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}"]


def _covered(paragraphs: Sequence[Span], passages: Sequence[Span]) -> int:
    return sum(any(paragraph.overlaps(passage) for passage in passages) for paragraph in paragraphs)


def _in_common(index: Index, found: Collation) -> str:
    """Name what both have something from, where that explains what they share."""
    parents = [
        {d.parent for d in found.dossier.derivations if d.child == side.id and d.basis != "citation"}
        for side in (found.left, found.right)
    ]
    names = [_whom(index, parent) for parent in sorted(parents[0] & parents[1])]
    return f"; both have something from {' and from '.join(names)}" if names else ""


def _whom(index: Index, id: str) -> str:
    if id in index.reports:
        return " ".join(filter(None, (index.label(id), index.reports[id].outlet and index.outlet(id))))
    name = next((a.actor_name or index.said(a.is_) for a in index.dossier.absent if a.id == id), id)
    return f"{shortened(name, 60)} (not in the pile)"


def credits_of(index: Index, found: Collation, report: Report) -> tuple[str, ...]:
    """Return whom a report names as its source, the other of the two first, with the words that do it; what it withholds is said too."""
    lines = []
    edges = [
        d
        for d in index.dossier.derivations
        if d.child == report.id or (d.parent == report.id and not d.direction_known)
    ]
    for d in sorted(edges, key=lambda d: ({d.child, d.parent} != {found.left.id, found.right.id}, d.parent)):
        whom = _whom(index, d.parent if d.child == report.id else d.child)
        if not d.direction_known:
            lines.append(f"has text in common with {whom}; who took from whom is not known")
        elif d.credited or d.basis == "citation":
            words = [p.text.partition(": ")[2] for p in index.proofs(_crediting(d))]
            lines.append(f"names {whom}{f': {words[0]}' if words else ''}")
        else:
            lines.append(f"was made from {whom} and does not name it")
    if report.credit:
        lines.append(f"carries the credit “{shortened(report.credit, 60)}”")
    return tuple(lines) or ("names no other report or dispatch as its source",)


def _crediting(d: Derivation) -> tuple[Evidence, ...]:
    """Return the evidence of an edge that is no passage of text: the words of the credit."""
    taken = [p.child_span for p in d.passages]
    return tuple(e for e in d.evidence if e.span and e.span.report == d.child and e.span.span not in taken)
