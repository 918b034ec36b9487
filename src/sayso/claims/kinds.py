"""Kinds of claims: statement, non-answer, opinion, background, question; and sentences that claim nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.claims.clauses import SegmentKind
from sayso.claims.predicate import Clause
from sayso.model import ClaimKind, Stance, Token
from sayso.resources import tree

_YEAR = re.compile(r"\b(?:in|since|until|from|of|by) ((?:1[5-9]|20)\d\d)\b")


@cache
def _phrases(name: str) -> re.Pattern[str]:
    words = sorted(tree("claims_kinds")[name], key=lambda w: (-len(w), w))
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in words))


def is_boilerplate(sentence: str) -> bool:
    """Tell whether a sentence is an advert, a sign-up call or a legal line: it makes no claim."""
    return bool(_phrases("boilerplate").search(sentence.lower()))


def gives_no_answer(words: str) -> bool:
    """Tell whether the words are those of somebody who does not answer."""
    return bool(_phrases("non_answer").search(words.lower().replace("’", "'")))


def kind_of(
    tokens: Sequence[Token],
    clause: Clause,
    words: str,
    form: SegmentKind,
    stance: Stance | None,
    year: int | None,
    own: bool,
) -> ClaimKind:
    """Return the kind of a claim that is no question.

    `words` are its exact words, `form` how it hangs on its sentence, `year` the report's year where known, `own` whether the report vouches.
    """
    low = words.lower()
    if stance == "non-answer" or gives_no_answer(words):
        return "non-answer"
    if clause.main is not None and tokens[clause.main.first].norm in tree("claims_kinds")["opinion_verbs"]:
        return "opinion"
    if stance == "order" or _phrases("opinion_words").search(low):
        return "opinion"
    if own:
        if form == "relative" or _phrases("background_words").search(low):
            return "background"
        told = [int(y) for y in _YEAR.findall(words)]
        if year is not None and told and max(told) < year:
            return "background"
    return "statement"
