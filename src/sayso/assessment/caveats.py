"""Caveats that a rewrite left out: its parent says that it could not verify, the child states the matter flatly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from sayso.assessment.lexicon import pattern
from sayso.assessment.pile import Pile, common_words, words_of
from sayso.model import Claim

_MATTER = 0.2
"""Likeness of two claims' words from which they are about the same matter, with so many telling words in common."""
_COMMON = 2


def left_out(pile: Pile, child: str, parent: str) -> Iterator[tuple[Claim, Claim]]:
    """Yield (the child's flat claim, the parent's caveat) where the child, in its own voice, states what the caveat is about and has no caveat at all.

    A caveat is the parent's own word that it could not verify; it is about what stands above it. The flat claim is the child's that is most like something of that, or what calls it
    confirmed in the same paragraph.
    """
    claims, below = pile.claims_in.get(parent, []), pile.claims_in.get(child, [])
    if any(_unverified(claim) for claim in below):
        return
    for at, caveat in enumerate(claims):
        if caveat.chain or not _unverified(caveat):
            continue
        about = [claim for claim in claims[:at] if claim.kind == "statement"]
        near = [(max(_likeness(pile, c, u) for u in about), -c.start, c) for c in below if about and _flat(c)]
        if near and max(near)[0] >= _MATTER:
            matter = max(near)[2]
            surest = [
                c
                for c in below
                if _flat(c) and pattern("confirmed", "drift").search(c.exact) and _beside(pile, c, matter)
            ]
            yield (surest or [matter])[0], caveat
            return


def _likeness(pile: Pile, claim: Claim, upper: Claim) -> float:
    """Return how much two claims are about the same matter; 0 with fewer than two telling words in common."""
    alike = pile.words.similarity(words_of(claim.text), words_of(upper.text))
    return alike if common_words(claim, upper) >= _COMMON else 0.0


def _beside(pile: Pile, a: Claim, b: Claim) -> bool:
    return _paragraph(pile, a) == _paragraph(pile, b)


def _paragraph(pile: Pile, claim: Claim) -> int:
    held = pile.analyses[claim.report].paragraphs
    return bisect_right(held, claim.start, key=lambda paragraph: paragraph.start) - 1


def _unverified(claim: Claim) -> bool:
    return claim.polarity == "unknown" and pattern("unverified", "drift").search(claim.exact) is not None


def _flat(claim: Claim) -> bool:
    own = claim.kind == "statement" and not claim.chain
    return own and claim.polarity == "positive" and claim.certainty == "certain" and not claim.hedges
