"""Whether two claims of one proposition visibly say the same: a guard on top of the grouping, for what is counted as corroboration."""

from __future__ import annotations

from collections.abc import Callable

from sayso.assessment.pile import Pile, figures_of, words_of
from sayso.model import Claim

Agreement = Callable[[Claim, Claim], float]
"""From two claims of one proposition, how plainly they say the same, 0 to 1."""

_FEWEST = 3
"""Words below which a claim agrees with nothing visibly: 'Nothing.'"""


def likely(pile: Pile) -> Agreement:
    """Return the agreement that comparison found likely.

    Different figures never agree, nor do claims of a word or two, nor what may be with what is, nor a wish or a judgement with anything.
    """
    chances = {frozenset((pair.a, pair.b)): pair.chance for pair in pile.comparison.likely}

    def between(a: Claim, b: Claim) -> float:
        mine, theirs = figures_of(a), figures_of(b)
        if (mine and theirs and not mine & theirs) or {a.certainty, b.certainty} == {"possible", "certain"}:
            return 0.0
        if "opinion" in (a.kind, b.kind):
            return 0.0
        if min(len(words_of(a.text)), len(words_of(b.text))) < _FEWEST:
            return 0.0
        return chances.get(frozenset((a.id, b.id)), 0.0)

    return between


def given(a: Claim, b: Claim) -> float:
    """Return full agreement: somebody vouches that the claims of a proposition say the same."""
    return 1.0


def vouched(same: frozenset[tuple[str, str]], otherwise: Agreement) -> Agreement:
    """Return full agreement for the pairs of claim ids (the smaller first) that a person said are the same, `otherwise` for all others."""
    if not same:
        return otherwise

    def between(a: Claim, b: Claim) -> float:
        return 1.0 if (min(a.id, b.id), max(a.id, b.id)) in same else otherwise(a, b)

    return between
