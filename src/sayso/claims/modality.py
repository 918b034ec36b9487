"""How a clause presents what it states: polarity and certainty in FactBank's sense, with the words that hedge it.

After Saurí and Pustejovsky 2009 (FactBank): certainty certain, probable, possible or unknown, polarity positive, negative or unknown,
both from the side of the one who vouches. Judged on the main predicate of the clause, by lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.claims.predicate import Clause, bases, read_clause
from sayso.claims.verbs import VerbGroup
from sayso.model import Certainty, Polarity, Span, Stance, Token
from sayso.resources import tree


@dataclass(frozen=True, slots=True)
class Modality:
    """Polarity and certainty of one clause and the spans of the words that weaken it."""

    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...] = ()


@cache
def words_of(part: str, name: str) -> frozenset[str]:
    """Return one list of the modality lexicon."""
    return frozenset(tree("claims_modality")[part][name])


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
    open_ = _open(tokens, clause)
    if open_:
        return Modality("unknown", "unknown", _spans(tokens, open_))
    polarity = _polarity(tokens, clause)
    certainty, hedges = _certainty(tokens, clause, polarity, hearsay)
    if polarity == "negative" and any(tokens[i].norm in words_of("probable", "unlikely") for i in hedges):
        certainty = "probable"
    if stance == "deny":
        polarity = {"positive": "negative", "negative": "positive"}.get(polarity, "unknown")  # type: ignore[assignment]
    if stance == "think" and certainty == "certain":
        certainty = "probable"
    if stance == "suggest" and certainty in ("certain", "probable"):
        certainty = "possible"
    return Modality(polarity, certainty, _spans(tokens, hedges))


def leaves_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the tokens `first`..`last` say that somebody cannot or will not tell: 'was unable to establish'."""
    return bool(_open(tokens, read_clause(tokens, first, last)))


def doubted(modality: Modality, hedge: Span) -> Modality:
    """Return the modality after a hedge in the next sentence ('This, if confirmed, ...') took its certainty."""
    return replace(modality, certainty="unknown", hedges=(*modality.hedges, hedge))


def _spans(tokens: Sequence[Token], indices: Sequence[int]) -> tuple[Span, ...]:
    return tuple(tokens[i].span for i in sorted(set(indices)))


def _is(tokens: Sequence[Token], at: int, part: str, name: str) -> bool:
    lexicon = words_of(part, name)
    return any(base in lexicon for base in bases(tokens[at].norm))


def _negator(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether the token negates: 'no', 'nobody', 'not one', never 'no fewer than'."""
    norm = tokens[at].norm
    after = tokens[at + 1].norm if at + 1 < last else ""
    if f"{norm} {after}" in words_of("negation", "harmless"):
        return False
    if norm == "not":
        return after in words_of("negation", "not_one")
    return norm in words_of("negation", "determiners") and not (norm == "no" and after in (",", ".", ";", ""))


def _negations(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the tokens that negate the main predicate: in the group, in the subject, or in the object right after it."""
    main = clause.main
    if main is None:
        head = range(clause.first, min(clause.first + 3, clause.last))
        return [
            i for i in head if _negator(tokens, i, clause.last) or (tokens[i].norm == "not" and i < clause.first + 2)
        ]
    found = []
    if main.negated:
        found += [
            i for i in range(main.first, main.last) if tokens[i].norm in ("not", "n't", "never", "longer", "nor")
        ][:1]
        if not found:
            found.append(main.first)
        pair = f"not {tokens[main.last].norm}" if main.last < clause.last else ""
        inner = [f"not {tokens[i + 1].norm}" for i in range(main.first, main.last - 1) if tokens[i].norm == "not"]
        if pair in words_of("negation", "harmless") or any(p in words_of("negation", "harmless") for p in inner):
            found = []
    start = _subject_start(tokens, clause, main)
    found += [
        i
        for i in range(start, main.first)
        if _negator(tokens, i, clause.last) and not _behind_preposition(tokens, i, start)
    ]
    for i in range(main.last, min(main.last + 4, clause.last)):
        if tokens[i].norm in (",", ";", ":", "that", "and", "but") or any(g.first == i for g in clause.groups):
            break
        if tokens[i].norm not in ("neither", "nor", "not") and _negator(tokens, i, clause.last):
            found.append(i)
    return found


def _subject_start(tokens: Sequence[Token], clause: Clause, main: VerbGroup) -> int:
    """Return where the main clause's own words begin: behind a leading subordinate clause."""
    earlier = [g.last for g in clause.groups if g.finite and g.last <= main.first]
    if not earlier:
        return clause.first
    commas = [i + 1 for i in range(max(earlier), main.first) if tokens[i].norm == ","]
    return commas[-1] if commas else clause.first


def _behind_preposition(tokens: Sequence[Token], at: int, start: int) -> bool:
    return at > start and tokens[at - 1].norm in ("with", "without", "under", "by", "for", "on", "at", "to", "of")


def _false(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the word that denies: 'disputes it', 'is a lie'."""
    main = clause.main
    if main is None:
        return []
    if _is(tokens, main.head, "negation", "denying"):
        return [main.head]
    stop = next((g.first for g in clause.groups if g.first >= main.last), clause.last)
    for i in range(main.last, min(stop, main.last + 6)):
        if tokens[i].norm in (",", "that", "about", ";"):
            break
        if tokens[i].norm in words_of("negation", "false"):
            return [i]
    return []


def _polarity(tokens: Sequence[Token], clause: Clause) -> Polarity:
    negative = bool(_negations(tokens, clause))
    if clause.main is not None and _ruled_out(tokens, clause.main, clause):
        negative = not negative
    negative |= _yet_to(tokens, clause)
    unlikely = clause.main is not None and any(
        tokens[i].norm in words_of("probable", "unlikely")
        for i in range(clause.main.last, min(clause.main.last + 3, clause.last))
    )
    false = bool(_false(tokens, clause))
    if false and negative:
        return "unknown"
    return "negative" if negative or false or unlikely else "positive"


def _yet_to(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell 'has yet to arrive': it has not."""
    at = range(clause.main.first, min(clause.main.last + 2, clause.last - 1)) if clause.main is not None else range(0)
    return any(tokens[i].norm == "yet" and tokens[i + 1].norm == "to" for i in at)


def _open(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the words that leave the statement open: a condition, a question word of doubt, somebody who cannot tell."""
    main = clause.main
    condition = _condition(tokens, clause)
    if condition:
        return condition
    if main is None:
        return []
    start = _subject_start(tokens, clause, main)
    phrases = words_of("unknown", "phrases")
    for i in range(start, min(main.last + 4, clause.last)):
        norm = tokens[i].norm
        if i >= main.first and i + 1 < clause.last and f"{norm} {tokens[i + 1].norm}" in phrases:
            return [i, i + 1]
        if i >= main.last and (norm in (",", ";") or any(g.first == i for g in clause.groups)):
            break
        if norm in words_of("unknown", "open") and i >= main.first:
            return [i]
    negations = _negations(tokens, clause)
    if negations and _ruled_out(tokens, main, clause):
        return []
    telling = [g for g in clause.groups if g.first >= main.first and g.last <= main.last + 6]
    if negations:
        able = main.modal in ("can", "could", "ca", "cannot") and _is(tokens, main.head, "unknown", "able_verbs")
        if able or _is(tokens, main.head, "unknown", "verbs"):
            return [*negations, main.head]
        if _false(tokens, clause):
            return [*negations, *_false(tokens, clause)]
        for i in range(main.first, min(main.last + 4, clause.last)):
            if tokens[i].norm in words_of("unknown", "negated_open"):
                return [*negations, i]
            able = tokens[i].norm in words_of("unknown", "negated_inability")
            if able and any(g.first > i and _is(tokens, g.head, "unknown", "verbs") for g in clause.groups):
                return [*negations, i]
    for i in range(main.head, min(main.last + 4, clause.last)):
        if _is(tokens, i, "unknown", "inability"):
            after = [g for g in telling if g.first > i]
            if after and _is(tokens, after[0].head, "unknown", "verbs"):
                return [i, after[0].head]
    for i in range(main.first, min(main.last + 1, clause.last)):
        if tokens[i].norm == "neither" and i + 1 < clause.last and _is(tokens, i + 1, "unknown", "verbs"):
            return [i, i + 1]
    return []


def _ruled_out(tokens: Sequence[Token], main: VerbGroup, clause: Clause) -> bool:
    """Tell whether something is ruled out: 'cannot rule out', 'could not be excluded'."""
    out = main.last < clause.last and tokens[main.last].norm == "out" and "rule" in bases(tokens[main.head].norm)
    return out or _is(tokens, main.head, "possible", "not_excluded")


def _condition(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the 'if' or 'whether' that governs the clause; none when a 'could' or 'may' says it better."""
    main = clause.main
    for i in range(clause.first, clause.last):
        if tokens[i].norm not in words_of("unknown", "conditional"):
            continue
        if i > clause.first and tokens[i - 1].norm in words_of("unknown", "not_conditional_after"):
            continue
        if tokens[i].norm in ("assuming", "provided") and not (i + 1 < clause.last and tokens[i + 1].norm == "that"):
            continue
        if tokens[i].norm == "whether" and main is not None and i > main.last + 1:
            continue
        if (
            tokens[i].norm == "whether"
            and any(tokens[j].norm == "or" for j in range(i, clause.last))
            and i > clause.first
        ):
            continue  # 'whether by land or by sea': either way
        if main is not None and any(tokens[k].norm == "that" for k in range(main.last, i)):
            continue  # inside another statement: 'a clause stating that if attacked ...'
        if main is not None and i >= main.last and main.modal in words_of("possible", "modals"):
            continue
        return [i]
    return []


def _certainty(
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
    start = _subject_start(tokens, clause, main)
    for i in range(start, min(main.last + 3, clause.last)):
        if i >= main.last and tokens[i].norm in (",", ";", ":", "that", "which", "who"):
            break
        if tokens[i].norm in words_of("possible", "adverbs"):
            possible.append(i)
        elif tokens[i].norm in words_of("probable", "adverbs") or tokens[i].norm in words_of("probable", "unlikely"):
            probable.append(i)
    passive = (
        main.head > main.first
        and main.last < clause.last
        and tokens[main.last].norm in ("to", "dead", "missing", "lost")
    )
    if passive and tokens[main.head].norm in words_of("possible", "participles"):
        possible.append(main.head)
    elif passive and tokens[main.head].norm in words_of("probable", "participles"):
        probable.append(main.head)
    if _is(tokens, main.head, "possible", "verbs") or (_ruled_out(tokens, main, clause) and polarity == "positive"):
        possible.append(main.head)
    if _is(tokens, main.head, "probable", "verbs") and _seems(tokens, main, clause):
        probable.append(main.head)
    if _is(tokens, main.head, "probable", "beliefs") and any(
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
    """Tell the 'could' of an ability in the past ('could not pay', 'could hear') from that of a possibility."""
    if main.modal != "could":
        return False
    if polarity == "negative" and not any(tokens[i].norm == "have" for i in range(main.first, main.last)):
        return True
    phrase = " ".join(tokens[i].norm for i in range(main.first + 1, main.last))
    return phrase in words_of("possible", "used_ability")


def _nominal(tokens: Sequence[Token], clause: Clause) -> tuple[Certainty, list[int]]:
    """Judge a noun phrase that reports: 'the possibility of an attack', 'reports of units arriving'."""
    head = range(clause.first, min(clause.first + 6, clause.last))
    possible = [i for i in head if tokens[i].norm in words_of("possible", "nouns") | words_of("possible", "adjectives")]
    possible += [i for i in head if tokens[i].norm in words_of("possible", "adverbs") | words_of("possible", "modals")]
    if possible:
        return "possible", possible
    probable = [i for i in head if tokens[i].norm in words_of("probable", "adverbs") | words_of("probable", "nouns")]
    return ("probable", probable) if probable else ("certain", [])
