"""What a report vouches for itself: 'our reporter counted', 'I saw', 'was seen by AFP journalists', 'we withdraw the report', a walk told in the first person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.claims.predicate import Clause, bases, read_clause
from sayso.claims.verbs import is_past
from sayso.claims.voices import Voices
from sayso.model import Analysis, Token
from sayso.resources import tree


@cache
def _lexicon(name: str) -> frozenset[str]:
    return frozenset(tree("claims_observed")[name])


def observed(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell whether the clause, in the report's own voice, tells what its reporter saw, heard, counted or attended, or what the outlet itself does."""
    main = clause.main
    if main is None:
        return False
    if any(g.negated for g in clause.groups if g.first <= main.first):
        return False
    heads = {base for g in clause.groups for base in bases(tokens[g.head].norm)}
    subject = [tokens[i].norm for i in range(clause.first, main.first)]
    if "i" in subject[-2:] or "we" in subject[-2:]:
        acts = set(bases(tokens[main.head].norm)) & _lexicon("acts")
        return bool(heads & _lexicon("senses")) or bool(acts)
    if any(word in _lexicon("reporters") for word in subject):
        return bool(heads & (_lexicon("senses") | _lexicon("limits")))
    behind = [tokens[i].norm for i in range(main.last, min(main.last + 8, clause.last))]
    by = behind.index("by") if "by" in behind else -1
    seen = bool(set(bases(tokens[main.head].norm)) & _lexicon("senses"))
    return seen and by >= 0 and any(word in _lexicon("reporters") for word in behind[by:])


def told_by_a_witness(analysis: Analysis, voices: Voices) -> frozenset[int]:
    """Return the numbers of the paragraphs in which the narrator tells, as 'I', where he went and what he saw: what happens there he saw.

    A paragraph in which somebody told him something is none.
    """
    walked: set[int] = set()
    told: set[int] = set()
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        words = f" {' '.join(token.norm for token in tokens)} "
        if any(f" {phrase} " in words for phrase in _lexicon("hearsay")):
            told.add(sentence.paragraph)
        narrated = (i for i in range(sentence.first, sentence.last) if voices.voice[i] is None)
        if any(analysis.tokens[i].norm == "i" and _walked(analysis.tokens, i + 1) for i in narrated):
            walked.add(sentence.paragraph)
    return frozenset(walked - told)


def _walked(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of going, being there or perceiving, in the past, stands at a token or behind an adverb there."""
    behind = tokens[at : at + 2]
    moves = _lexicon("moves") | _lexicon("senses")
    return any(
        is_past(token) and not moves.isdisjoint(bases(token.norm))
        for n, token in enumerate(behind)
        if not n or "ADV" in behind[0].tags
    )


def happens(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether tokens `first`..`last` tell flatly what happened: their main verb stands in the past, without a modal or 'not'."""
    main = read_clause(tokens, first, last).main
    return main is not None and not main.negated and not main.modal and is_past(tokens[main.first])
