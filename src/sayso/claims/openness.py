"""What leaves a statement open: a condition, a predicate of doubt, somebody who cannot or will not tell."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.lexicon import has_base, words_of
from sayso.claims.negation import concedes, false_words, negations, ruled_out, subject_start
from sayso.claims.predicate import Clause
from sayso.model import Token


def open_words(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the words that leave the statement open: a condition, a question word of doubt, somebody who cannot tell."""
    main = clause.main
    condition = _condition(tokens, clause)
    if condition:
        return condition
    if main is None:
        return []
    start = subject_start(tokens, clause, main)
    phrases = words_of("unknown", "phrases")
    for i in range(start, min(main.last + 4, clause.last)):
        norm = tokens[i].norm
        if i >= main.first and i + 1 < clause.last and f"{norm} {tokens[i + 1].norm}" in phrases:
            return [i, i + 1]
        if i >= main.last and (norm in (",", ";") or any(g.first == i for g in clause.groups)):
            break
        if norm in words_of("unknown", "open") and i >= main.first:
            return [i]
    held = _left_open(tokens, clause) or _awaited(tokens, clause)
    if held:
        return held
    negated = negations(tokens, clause)
    if negated and has_base(tokens, main.head, "unknown", "seeing"):
        shown = [i for i in range(main.last, min(main.last + 5, clause.last)) if _is_proof(tokens[i].norm)]
        if shown:
            return [*negated, main.head]
    if negated and ruled_out(tokens, main, clause):
        return []
    telling = [g for g in clause.groups if g.first >= main.first and g.last <= main.last + 6]
    if negated:
        able = main.modal in ("can", "could", "ca", "cannot") and has_base(tokens, main.head, "unknown", "able_verbs")
        if able or has_base(tokens, main.head, "unknown", "verbs"):
            return [*negated, main.head]
        if false_words(tokens, clause) and not concedes(tokens, clause):
            return [*negated, *false_words(tokens, clause)]
        for i in range(main.first, min(main.last + 4, clause.last)):
            if tokens[i].norm in words_of("unknown", "negated_open"):
                return [*negated, i]
            able = tokens[i].norm in words_of("unknown", "negated_inability")
            if able and any(g.first > i and has_base(tokens, g.head, "unknown", "verbs") for g in clause.groups):
                return [*negated, i]
    for i in range(main.head, min(main.last + 4, clause.last)):
        if has_base(tokens, i, "unknown", "inability"):
            after = [g for g in telling if g.first > i]
            if after and has_base(tokens, after[0].head, "unknown", "verbs"):
                return [i, after[0].head]
    for i in range(main.first, min(main.last + 2, clause.last - 2)):
        if tokens[i].norm in ("still", "yet") and tokens[i + 1].norm == "to":
            pending = next((k for k in range(i + 2, min(i + 4, clause.last)) if tokens[k].tags[0] != "ADV"), None)
            if pending is not None and any(has_base(tokens, pending, "unknown", name) for name in ("verbs", "pending")):
                return [i, pending]
    for i in range(main.first, min(main.last + 1, clause.last)):
        if tokens[i].norm == "neither" and i + 1 < clause.last and has_base(tokens, i + 1, "unknown", "verbs"):
            return [i, i + 1]
    return []


def _is_proof(norm: str) -> bool:
    return norm in words_of("unknown", "proof")


def _left_open(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the words of 'leaves open whether', 'left the question open'."""
    main = clause.main
    if main is None or not has_base(tokens, main.head, "unknown", "leaving"):
        return []
    for i in range(main.last, min(main.last + 6, clause.last)):
        if tokens[i].norm == "open":
            after = tokens[i + 1].norm if i + 1 < clause.last else ""
            between = [tokens[k].norm for k in range(main.last, i)]
            asks = {"question", "matter", "issue", "possibility", "it"} & set(between)
            return [main.head, i] if asks or after in words_of("unknown", "question_words") else []
    return []


def _awaited(tokens: Sequence[Token], clause: Clause) -> list[int]:
    """Return the verb of waiting in 'are waiting for the results', 'awaits proof': who waits for proof does not tell."""
    main = clause.main
    if main is None:
        return []
    heads = [g.head for g in clause.groups if g.first >= main.first and g.head < main.last + 3]
    for head in heads:
        if not has_base(tokens, head, "unknown", "waiting"):
            continue
        if any(_is_proof(tokens[i].norm) for i in range(head + 1, min(head + 6, clause.last))):
            return [head]
    return []


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
        asked = main is not None and has_base(tokens, main.head, "unknown", "asking")
        if tokens[i].norm == "whether" and main is not None and i > main.last + 1 and not asked:
            continue
        if (
            tokens[i].norm == "whether"
            and any(tokens[j].norm == "or" for j in range(i, clause.last))
            and i > clause.first
        ):
            continue  # 'whether by land or by sea': either way
        if main is not None and any(tokens[k].norm == "that" for k in range(main.last, i)):
            continue  # inside another statement: 'a rule that says that if it rains ...'
        if main is not None and i >= main.last and main.modal in words_of("possible", "modals"):
            continue
        return [i]
    return []
