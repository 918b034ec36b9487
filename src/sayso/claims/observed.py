"""What a report saw for itself: 'our reporter counted', 'I saw', 'was seen by AFP journalists'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.claims.predicate import Clause, bases
from sayso.model import Token
from sayso.resources import tree


@cache
def _lexicon(name: str) -> frozenset[str]:
    return frozenset(tree("claims_observed")[name])


def observed(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell whether the clause, in the report's own voice, tells what its reporter saw, heard, counted or attended."""
    main = clause.main
    if main is None:
        return False
    if any(g.negated for g in clause.groups if g.first <= main.first):
        return False
    heads = {base for g in clause.groups for base in bases(tokens[g.head].norm)}
    subject = [tokens[i].norm for i in range(clause.first, main.first)]
    if "i" in subject[-2:] or "we" in subject[-2:]:
        return bool(heads & _lexicon("senses"))
    if any(word in _lexicon("reporters") for word in subject):
        return bool(heads & (_lexicon("senses") | _lexicon("limits")))
    behind = [tokens[i].norm for i in range(main.last, min(main.last + 8, clause.last))]
    by = behind.index("by") if "by" in behind else -1
    seen = bool(set(bases(tokens[main.head].norm)) & _lexicon("senses"))
    return seen and by >= 0 and any(word in _lexicon("reporters") for word in behind[by:])
