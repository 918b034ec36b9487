"""Kinds of claims: statement, non-answer, opinion, background, question; and sentences that claim nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.claims.clauses import SegmentKind
from sayso.claims.predicate import Clause
from sayso.claims.verbs import is_participle, is_past
from sayso.model import ClaimKind, Stance, Token
from sayso.resources import tree

_YEAR = re.compile(r"\b(?:in|since|until|from|of|by) ((?:1[5-9]|20)\d\d)\b")
_EXHORTS = re.compile(
    r"(?:^|[,;:—–“\"«‘]\s*)let (?:one|us|them|him|her|it|there|nobody|no one|the [\w-]+)\b", re.IGNORECASE
)  # a wish, not what somebody let happen


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(tree("claims_kinds")[name])


def _holds(words: str, name: str, *, whole: bool = False) -> bool:
    """Tell whether one of the phrases of a list begins at the start of a word of `words`; `whole` asks that it ends with a word too."""
    plain = f" {words.lower().replace('’', chr(39))}"
    end = r"(?!\w)" if whole else ""
    return any(phrase in plain and re.search(rf"(?<!\w){re.escape(phrase)}{end}", plain) for phrase in _phrases(name))


def is_boilerplate(sentence: str) -> bool:
    """Tell whether a sentence is an advert, a sign-up call or a legal line: it makes no claim."""
    return _holds(sentence, "boilerplate")


def gives_no_answer(words: str) -> bool:
    """Tell whether the words are those of somebody who does not answer."""
    return _holds(words, "non_answer")


@cache
def _evaluations() -> re.Pattern[str]:
    lexicon = tree("claims_kinds")
    things, deeds, effects = ("|".join(lexicon[f"evaluated_{name}"]) for name in ("things", "deeds", "effects"))
    about = rf"(?:this|that|it|which|such (?:a |an )?\w+|(?:the|these|this|those) (?:[\w-]+ ){{0,2}}(?:{things}))"
    return re.compile(
        rf"\b{about}(?:,[^,]{{3,80}},)? (?:\w+ly )?(?:also )?(?:{deeds})\b|\b(?:{effects})\b", re.IGNORECASE
    )


def evaluates(words: str) -> bool:
    """Tell whether words weigh what happened instead of telling it: 'this raises concern', 'could have far-reaching consequences'."""
    return _evaluations().search(words) is not None


def _calls(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell whether a sentence calls upon its readers: 'Send blankets to the school'."""
    first = tokens[clause.first]
    opens = clause.first == 0 or tokens[clause.first - 1].tags[0] == "PUNCT"
    plain = not first.norm.endswith(("s", "ing")) and not is_past(first) and not is_participle(first)
    alone = clause.main is None or clause.main.first > clause.first
    subject = any(t.head == clause.first and t.relation.startswith("nsubj") for t in tokens[clause.first : clause.last])
    return opens and plain and alone and first.tags[0] == "VERB" and first.relation == "root" and not subject


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
    if stance == "non-answer" or gives_no_answer(words):
        return "non-answer"
    modal = clause.main.modal if clause.main is not None else ""
    if modal in tree("claims_kinds")["opinion_verbs"] or (modal == "must" and not own):
        return "opinion"
    if (
        _EXHORTS.search(words)
        or _holds(words, "opinion_words", whole=True)
        or (form == "main" and _calls(tokens, clause))
    ):
        return "opinion"
    if own and evaluates(words):
        return "opinion"
    if own:
        if form == "relative" or _holds(words, "background_words"):
            return "background"
        told = [int(y) for y in _YEAR.findall(words)]
        if year is not None and told and max(told) < year - 1:
            return "background"
    return "statement"
