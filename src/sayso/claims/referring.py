"""Claims that only take a stand on what was said before ('He denied it', 'That figure could not be confirmed'), led to the claim they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.claims.predicate import bases, read_clause
from sayso.claims.verbs import VerbGroup, auxiliaries
from sayso.claims.within import within
from sayso.model import Analysis, Claim, Token
from sayso.resources import tree

BACK = 5
"""Claims before it among which the one that is meant is sought."""
NEAR = 2
"""Sentences before it within which that one stands."""
BRIEF = 12
"""Words that such a claim has at most, who speaks and when left out."""
LEAST = 4
"""Words that the claim it means has at least."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM", "PROPN", "X", "SYM"})
_FIGURES = frozenset({"figure", "number", "toll", "total", "sum", "estimate", "count"})
_ASKING = frozenset({"what", "who", "how", "why", "when", "where", "which", "whom", "whose"})
_POINTING = frozenset({"it", "this", "that", "these", "those", "such", "them", "either", "neither"})
_POINTING_AT = frozenset({"the", "this", "that", "these", "those", "such", "any", "all", "both"})
_OWN = frozenset({"his", "her", "its", "their", "own", "our", "my"})
_SUCH = re.compile(r"\bsuch (?:an? )?(?:\w+ )??(\w{3,}?)s?\b", re.IGNORECASE)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tree("claims_references")[name])


def refers(analysis: Analysis, claim: Claim, first: int, last: int) -> bool:
    """Tell whether the words `first`..`last` that a claim states say nothing themselves but take a stand on something said.

    They hold a word that points back ('it', 'this', 'such', 'the allegation'), one that takes a stand, and no other word of content.
    """
    tokens = analysis.tokens
    told = claim.attributions[-1] if claim.attributions else None
    main = read_clause(tokens, first, last).main
    verb = main.first if main is not None else first
    apart = [*told.source] if told else []
    apart += [time.span for time in within(analysis.times, claim.span)]
    apart += [m.span for m in within(analysis.mentions, claim.span) if m.span.end <= tokens[verb].span.start]
    stands = points = False
    count = 0
    for i in range(first, last):
        token = tokens[i]
        forms = bases(token.norm)
        told_of = i < verb and any(form in _words("said") for form in forms)  # 'the figure' is nobody
        if not token.norm[0].isalnum() or (not told_of and any(span.contains(token.span) for span in apart)):
            continue
        count += 1
        if token.norm in ("that", "whether") and token.tags[0] == "SCONJ" and i > first:
            return False  # what is denied or confirmed is told
        if token.tags[0] == "NOUN" and any(tokens[k].norm == "such" for k in range(max(first, i - 2), i)):
            stands = points = True  # 'There is no such letter'
        elif token.norm == "so" and i > first and (tokens[i - 1].tags[0] in ("VERB", "AUX", "PART")):
            stands = points = True  # 'That is not so', 'He says so'
        elif token.norm in _POINTING:
            agent = i < verb and token.norm == "it" and not _suffers(tokens, main)
            points |= not agent and token.tags[0] != "SCONJ"
        elif any(form in _words("said") for form in forms):
            told_here = i + 2 >= last or tokens[i + 2].norm not in _POINTING
            if i + 1 < last and tokens[i + 1].norm in ("of", "that", "about") and told_here:
                return False
            if i > first and tokens[i - 1].norm in _OWN:
                return False  # 'stands by its report': which one, is not told here
            points |= any(tokens[k].norm in _POINTING_AT for k in range(max(first, i - 2), i))
            stands |= token.tags[0] == "NOUN"
        elif any(form in _words("stands") for form in forms) and token.tags[0] in ("VERB", "AUX", "NOUN"):
            stands |= _words("empty").isdisjoint(forms)
        elif any(form in _words("valued") for form in forms):
            stands = True
        elif token.tags[0] in _CONTENT:
            return False
    return stands and points and count <= BRIEF


def _suffers(tokens: Sequence[Token], main: VerbGroup | None) -> bool:
    """Tell whether something is said of the subject or done to it: 'it is a lie', 'it was denied'."""
    return main is not None and any(tokens[i].norm in auxiliaries("be") for i in range(main.first, main.last))


def meant_by(claims: Sequence[Claim], sentences: Sequence[int], at: int, known: Mapping[int, int]) -> int | None:
    """Return which of the claims before the one at `at` it refers to; `known` tells the same of earlier ones. None when none is near.

    `sentences` are the numbers of the claims' sentences.
    """
    claim = claims[at]
    such = _SUCH.search(claim.exact)
    words = set(claim.exact.lower().replace(",", " ").split())
    order = list(range(at - 1, max(-1, at - 1 - BACK), -1))
    if such is not None:
        order.sort(key=lambda before: such.group(1).lower() not in claims[before].exact.lower())
    for before in order:
        other = claims[before]
        if sentences[at] - sentences[before] > NEAR:
            continue
        if before in known:
            return known[before]
        first = other.text.lstrip("[\"'“‘").split()
        asks = other.kind == "question" and first and first[0].lower() in _ASKING
        if other.kind not in ("statement", "question") or asks or len(other.exact.split()) < LEAST:
            continue
        if words & _FIGURES and not other.quantities:
            continue
        if claim.stance == "deny" and claim.chain and other.chain and claim.chain[0].name == other.chain[0].name:
            continue  # nobody denies what he has just said
        return before
    return None
