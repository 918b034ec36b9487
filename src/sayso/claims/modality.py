"""How a clause presents what it states: polarity and certainty in FactBank's sense, with the words that hedge it.

After Saurí and Pustejovsky 2009 (FactBank): certainty certain, probable, possible or unknown, polarity positive, negative or unknown,
both from the side of the one who vouches. Judged on the main predicate of the clause, by lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.claims.hedging import certainty_of
from sayso.claims.lexicon import words_of
from sayso.claims.negation import polarity_of
from sayso.claims.openness import open_words
from sayso.claims.predicate import read_clause
from sayso.model import Certainty, Polarity, Span, Stance, Token

_CONTRARY: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive"}


@dataclass(frozen=True, slots=True)
class Modality:
    """Polarity and certainty of one clause and the spans of the words that weaken it."""

    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...] = ()


def modality_of(
    tokens: Sequence[Token], first: int, last: int, stance: Stance | None = None, *, hearsay: bool = False
) -> Modality:
    """Judge the clause of the tokens `first`..`last`.

    `stance` is that of the cue whose content it is. `hearsay` tells that no verb of saying carries it but a phrase ('according to') or nothing:
    only then is 'would' a conditional and no backshifted future.
    """
    if stance == "non-answer":
        return Modality("unknown", "unknown")
    clause = read_clause(tokens, first, last)
    open_ = open_words(tokens, clause)
    if open_:
        return Modality("unknown", "unknown", _spans(tokens, open_))
    polarity = polarity_of(tokens, clause)
    certainty, hedges = certainty_of(tokens, clause, polarity, hearsay)
    if polarity == "negative" and any(tokens[i].norm in words_of("probable", "unlikely") for i in hedges):
        certainty = "probable"
    if stance == "deny":
        polarity = _CONTRARY.get(polarity, "unknown")
    if stance == "think" and certainty == "certain":
        certainty = "probable"
    if stance == "suggest" and certainty in ("certain", "probable"):
        certainty = "possible"
    return Modality(polarity, certainty, _spans(tokens, hedges))


def leaves_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the tokens `first`..`last` say that somebody cannot or will not tell: 'was unable to say'."""
    return bool(open_words(tokens, read_clause(tokens, first, last)))


def doubted(modality: Modality, hedge: Span) -> Modality:
    """Return the modality after a hedge in the next sentence ('This, if confirmed, ...') took its certainty."""
    return replace(modality, certainty="unknown", hedges=(*modality.hedges, hedge))


def _spans(tokens: Sequence[Token], indices: Sequence[int]) -> tuple[Span, ...]:
    return tuple(tokens[i].span for i in sorted(set(indices)))
