"""Certainty: the modals, adverbs, verbs of seeming and of belief that weaken a clause."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.lexicon import has_base, words_of
from sayso.claims.negation import ruled_out, subject_start
from sayso.claims.predicate import Clause, bases
from sayso.claims.verbs import VerbGroup
from sayso.model import Certainty, Polarity, Token


def certainty_of(
    tokens: Sequence[Token], clause: Clause, polarity: Polarity, hearsay: bool
) -> tuple[Certainty, list[int]]:
    main = clause.main
    if main is None:
        return _nominal(tokens, clause)
    possible: list[int] = []
    probable: list[int] = []
    if main.modal in words_of("possible", "modals") and not _ability(tokens, main, polarity):
        possible.append(main.first)
    if main.modal in ("would", "'d") and hearsay:
        possible.append(main.first)
    if main.modal == "must" and any(tokens[i].norm == "have" for i in range(main.first, main.last)):
        probable.append(main.first)
    start = subject_start(tokens, clause, main)
    if "be" in bases(tokens[main.head].norm):  # 'this is one possibility among several'
        behind = range(main.last, min(main.last + 4, clause.last))
        possible += [i for i in behind if tokens[i].norm in words_of("possible", "predicates")][:1]
    for i in range(start, min(main.last + 3, clause.last)):
        if i >= main.last and tokens[i].norm in (",", ";", ":", "that", "which", "who"):
            break
        if tokens[i].norm in words_of("possible", "adverbs"):
            possible.append(i)
        elif tokens[i].norm in words_of("probable", "adverbs") or tokens[i].norm in words_of("probable", "unlikely"):
            probable.append(i)
    opening = range(start, min(start + 3, main.first - 1))  # 'The prospect of a strike worries ...'
    prospects = words_of("possible", "nouns")
    possible += [i for i in opening if tokens[i].norm in prospects and tokens[i + 1].norm in ("of", "that")]
    passive = (
        main.head > main.first
        and main.last < clause.last
        and tokens[main.last].norm in ("to", "dead", "missing", "lost")
    )
    if passive and tokens[main.head].norm in words_of("possible", "participles"):
        possible.append(main.head)
    elif passive and tokens[main.head].norm in words_of("probable", "participles"):
        probable.append(main.head)
    if has_base(tokens, main.head, "possible", "verbs") or (ruled_out(tokens, main, clause) and polarity == "positive"):
        possible.append(main.head)
    if has_base(tokens, main.head, "probable", "verbs") and _seems(tokens, main, clause):
        probable.append(main.head)
    if has_base(tokens, main.head, "probable", "beliefs") and any(
        tokens[i].norm in ("i", "we") for i in range(start, main.first)
    ):
        probable.append(main.head)
    if (
        "look" in bases(tokens[main.head].norm)
        and main.last < clause.last
        and tokens[main.last].norm in ("like", "as", "set", "likely")
    ):
        probable.append(main.head)
    if possible:
        return "possible", possible + probable
    return ("probable", probable) if probable else ("certain", [])


def _seems(tokens: Sequence[Token], main: VerbGroup, clause: Clause) -> bool:
    """Tell 'appears to be' from 'appeared in court'."""
    after = tokens[main.last] if main.last < clause.last else None
    return after is not None and (
        after.norm in ("to", "that", "as", "like", "likely") or after.tags[0] in ("ADJ", "ADV", "PRON")
    )


def _ability(tokens: Sequence[Token], main: VerbGroup, polarity: Polarity) -> bool:
    """Tell the 'could' of an ability in the past ('could not sail', 'could hear') from that of a possibility."""
    if main.modal != "could":
        return False
    if polarity == "negative" and not any(tokens[i].norm == "have" for i in range(main.first, main.last)):
        return True
    phrase = " ".join(tokens[i].norm for i in range(main.first + 1, main.last))
    return phrase in words_of("possible", "used_ability")


def _nominal(tokens: Sequence[Token], clause: Clause) -> tuple[Certainty, list[int]]:
    """Judge a noun phrase that reports: 'the possibility of an attack', 'reports of wolves in the park'."""
    head = range(clause.first, min(clause.first + 6, clause.last))
    possible = [i for i in head if tokens[i].norm in words_of("possible", "nouns") | words_of("possible", "adjectives")]
    possible += [i for i in head if tokens[i].norm in words_of("possible", "adverbs") | words_of("possible", "modals")]
    if possible:
        return "possible", possible
    probable = [i for i in head if tokens[i].norm in words_of("probable", "adverbs") | words_of("probable", "nouns")]
    return ("probable", probable) if probable else ("certain", [])
