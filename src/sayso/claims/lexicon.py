"""The words that negate, hedge and leave open, looked up by base form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.claims.predicate import bases
from sayso.model import Token
from sayso.resources import tree


@cache
def words_of(part: str, name: str) -> frozenset[str]:
    """Return one list of the modality lexicon."""
    return frozenset(tree("claims_modality")[part][name])


def has_base(tokens: Sequence[Token], at: int, part: str, name: str) -> bool:
    """Tell whether a base form of the token at `at` stands in one list of the modality lexicon."""
    lexicon = words_of(part, name)
    return any(base in lexicon for base in bases(tokens[at].norm))
