"""Polarity: what negates the main predicate of a clause, in its verb, its subject or the object right after it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.lexicon import has_base, words_of
from sayso.claims.predicate import Clause, bases
from sayso.claims.verbs import VerbGroup
from sayso.model import Polarity, Token


def polarity_of(tokens: Sequence[Token], clause: Clause) -> Polarity:
    negative = bool(negations(tokens, clause)) and not _excepts(tokens, clause)
    if clause.main is not None and ruled_out(tokens, clause.main, clause):
        negative = not negative
    negative |= _yet_to(tokens, clause)
    unlikely = clause.main is not None and any(
        tokens[i].norm in words_of("probable", "unlikely")
        for i in range(clause.main.last, min(clause.main.last + 3, clause.last))
    )
    false = bool(false_words(tokens, clause))
    if false and negative:
        return "positive" if concedes(tokens, clause) else "unknown"
    return "negative" if negative or false or unlikely else "positive"


def negations(tokens: Sequence[Token], clause: Clause) -> list[int]:
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
    start = subject_start(tokens, clause, main)
    found += [
        i
        for i in range(start, main.first)
        if _negator(tokens, i, clause.last)
        and (not _behind_preposition(tokens, i, start) or tokens[i + 1].norm in words_of("negation", "no_time"))
    ]
    if _not_behind(tokens, clause, main):
        found.append(main.last)
    for i in range(main.last, min(main.last + 4, clause.last)):
        if tokens[i].norm in (",", ";", ":", "that", "and", "but") or any(g.first == i for g in clause.groups):
            break
        if tokens[i].norm not in ("neither", "nor", "not") and _negator(tokens, i, clause.last):
            found.append(i)
    return found


def subject_start(tokens: Sequence[Token], clause: Clause, main: VerbGroup) -> int:
    """Return where the main clause's own words begin: behind a leading subordinate clause."""
    earlier = [g.last for g in clause.groups if g.finite and g.last <= main.first]
    if not earlier:
        return clause.first
    commas = [i + 1 for i in range(max(earlier), main.first) if tokens[i].norm == ","]
    return commas[-1] if commas else clause.first


def _negator(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether the token negates: 'no', 'nobody', 'not one', never 'no fewer than'."""
    norm = tokens[at].norm
    after = tokens[at + 1].norm if at + 1 < last else ""
    if f"{norm} {after}" in words_of("negation", "harmless"):
        return False
    if norm == "not":
        return after in words_of("negation", "not_one")
    return norm in words_of("negation", "determiners") and not (norm == "no" and after in (",", ".", ";", ""))


def _behind_preposition(tokens: Sequence[Token], at: int, start: int) -> bool:
    return at > start and tokens[at - 1].norm in ("with", "without", "under", "by", "for", "on", "at", "to", "of")


def false_words(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the word that denies: 'disputes it', 'is a lie'."""
    main = clause.main
    if main is None:
        return []
    if has_base(tokens, main.head, "negation", "denying"):
        return [main.head]
    stop = next((g.first for g in clause.groups if g.first >= main.last), clause.last)
    for i in range(main.last, min(stop, main.last + 6)):
        if tokens[i].norm in (",", "that", "about", ";"):
            break
        if tokens[i].norm in words_of("negation", "false"):
            return [i]
    return []


def concedes(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell 'does not dispute the finding', which grants it, from 'does not deny it', which leaves it open."""
    main = clause.main
    return main is not None and main.negated and has_base(tokens, main.head, "negation", "conceding")


def _excepts(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell 'there is nobody here but us', 'nothing other than fog', which affirm what they except."""
    words = [tokens[i].norm for i in range(clause.first, clause.last)]
    none = next((i for i, word in enumerate(words) if word in words_of("negation", "none")), None)
    if none is None:
        return False
    behind = words[none + 1 :]
    except_ = next((i for i, word in enumerate(behind) if word in words_of("negation", "excepting")), None)
    if except_ is None or {",", ";"} & set(behind[:except_]):
        return False
    after = clause.first + none + 1 + except_ + 1
    return after < clause.last and not any(g.finite and g.first >= after for g in clause.groups)


def _not_behind(tokens: Sequence[Token], clause: Clause, main: VerbGroup) -> bool:
    """Tell 'ran not faster than allowed': a 'not' right behind a full verb that bears on a degree."""
    at = main.last
    if main.negated or at + 1 >= clause.last or tokens[at].norm != "not":
        return False
    after = tokens[at + 1]
    return after.tags[0] in ("ADV", "ADJ") and f"not {after.norm}" not in words_of("negation", "harmless")


def _yet_to(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell 'has yet to arrive': it has not."""
    at = range(clause.main.first, min(clause.main.last + 2, clause.last - 1)) if clause.main is not None else range(0)
    return any(tokens[i].norm == "yet" and tokens[i + 1].norm == "to" for i in at)


def ruled_out(tokens: Sequence[Token], main: VerbGroup, clause: Clause) -> bool:
    """Tell whether something is ruled out: 'cannot rule out', 'could not be excluded'."""
    out = main.last < clause.last and tokens[main.last].norm == "out" and "rule" in bases(tokens[main.head].norm)
    return out or has_base(tokens, main.head, "possible", "not_excluded")
