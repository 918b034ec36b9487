"""Verb groups: where a finite verb stands, and whether the group is negated or modal, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model import Token
from sayso.resources import rows, tree

_NO_VERB_AFTER = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "of", "'s"})
_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they", "who", "which", "that", "there", "this", "these"})
_BEFORE_PARTICIPLE = frozenset(
    (
        ",",
        "when",
        "as",
        "if",
        "once",
        "than",
        "until",
        "whether",
        "though",
        "although",
        "unless",
        "while",
        "with",
        "by",
        "for",
        "like",
    )
)
_SENTENCE_ENDS = frozenset((".", "!", "?", '"', "'", ":", ")", "»", "«"))
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """One verb group as token numbers `first`..`last` (half-open), its main verb's number `head`, and what it holds.

    `finite` tells a group with tense; `negated` one with 'not' or 'never' inside; `modal` is the modal's normal form or "".
    """

    first: int
    last: int
    head: int
    finite: bool
    negated: bool
    modal: str


@cache
def auxiliaries(kind: str) -> frozenset[str]:
    """Return the normal forms of one kind of auxiliary: be, have, do, modal, nonfinite, not, inside."""
    return frozenset(tree("claims_auxiliaries")[kind])


@cache
def _tensed() -> frozenset[str]:
    return auxiliaries("be") | auxiliaries("have") | auxiliaries("do") | auxiliaries("modal")


@cache
def _irregular() -> tuple[frozenset[str], frozenset[str]]:
    """Return the past forms, and the participles that are no past form too."""
    past, participle = set(), set()
    for _, before, after in rows("claims_irregular_verbs"):
        past.update(before.split("/"))
        participle.update(after.split("/"))
    return frozenset(past), frozenset(participle - past)


def is_past(token: Token) -> bool:
    """Tell whether the token may be a verb in the past tense."""
    return token.norm in _irregular()[0] or (token.norm.endswith("ed") and "VERB" in token.tags)


def is_participle(token: Token) -> bool:
    """Tell whether the token may be a past participle."""
    return is_past(token) or token.norm in _irregular()[1]


def verb_groups(tokens: Sequence[Token], first: int, last: int) -> list[VerbGroup]:
    """Return the verb groups among the tokens `first`..`last`, in order; groups without tense ('singing', 'to sail') too."""
    groups = []
    at = first
    while at < last:
        group = _tensed_group(tokens, at, first, last) or _bare(tokens, at, first, last)
        if group:
            groups.append(group)
            at = group.last
        else:
            at += 1
    return groups


def _tensed_group(tokens: Sequence[Token], at: int, first: int, last: int) -> VerbGroup | None:
    """Read a group that opens with an auxiliary: 'has not been seen', 'could sail', 'is'."""
    norm = tokens[at].norm
    if norm not in _tensed() or not _is_auxiliary(tokens, at, first, last):
        return None
    modal = norm if norm in auxiliaries("modal") else ""
    negated, head, end = False, at, at + 1
    plain = at + 1 < last and tokens[at + 1].norm in _SUBJECTS  # a question: did they go
    if plain:
        end += 1
    while end < last:
        word = tokens[end]
        if word.norm in auxiliaries("not"):
            negated = True
        elif word.norm in auxiliaries("nonfinite") or (word.norm == "have" and modal):
            head = end
        elif word.tags[0] == "ADV" or word.norm in auxiliaries("inside"):
            negated |= word.norm == "no" and end + 1 < last and tokens[end + 1].norm == "longer"
            if word.norm in ("no", "all", "both") and not (end + 1 < last and tokens[end + 1].norm == "longer"):
                break
        elif _may_head(tokens, end, norm):
            head = end
            end += 1
            break
        else:
            break
        end += 1
    end = max(end, head + 1)
    while end > head + 1 and tokens[end - 1].norm not in auxiliaries("not") and tokens[end - 1].norm != "longer":
        end -= 1
    return VerbGroup(at, end, head, True, negated, modal)


def _is_auxiliary(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    word = tokens[at]
    if word.norm == "'s":  # 'it's gone', never 'the bank's money'
        before = tokens[at - 1].norm if at > first else ""
        known = before in _SUBJECTS or before in (
            "what",
            "where",
            "nobody",
            "everybody",
            "nothing",
            "here",
            "how",
            "everything",
        )
        after = tokens[at + 1] if at + 1 < last else None
        return known or (after is not None and after.norm in ("been", "not", "n't"))
    if word.norm in ("may", "will", "might", "can"):
        text_like_noun = word.tags[0] in ("PROPN", "NOUN")
        before = tokens[at - 1].norm if at > first else ""
        return not text_like_noun and before not in _NO_VERB_AFTER
    return at == first or tokens[at - 1].norm != "to"


def _may_head(tokens: Sequence[Token], at: int, opener: str) -> bool:
    word = tokens[at]
    if opener in auxiliaries("be") or opener in auxiliaries("have"):
        return is_participle(word) or (
            word.norm.endswith("ing") and "VERB" in word.tags and opener in auxiliaries("be")
        )
    return "VERB" in word.tags or word.norm in ("be", "have", "do") or is_participle(word)


def _bare(tokens: Sequence[Token], at: int, first: int, last: int) -> VerbGroup | None:
    """Read a main verb that stands without an auxiliary: 'fell', 'says', 'singing', 'to sail'."""
    word = tokens[at]
    before = tokens[at - 1] if at > first else None
    if word.norm in auxiliaries("nonfinite") and word.norm != "been":
        end = at + 1
        while end < last and (tokens[end].tags[0] == "ADV" or is_participle(tokens[end])):
            end += 1
        return VerbGroup(at, end, end - 1, False, False, "")
    if before is not None and before.norm == "to" and word.norm in ("have", "be"):
        end = at + 1
        while end < last and (tokens[end].tags[0] == "ADV" or tokens[end].norm == "been" or is_participle(tokens[end])):
            end += 1
        return VerbGroup(at, end, end - 1, False, at - 1 > first and tokens[at - 2].norm == "not", "")
    if before is not None and before.norm == "to" and "VERB" in word.tags and not is_past(word):
        return VerbGroup(at, at + 1, at, False, at - 1 > first and tokens[at - 2].norm == "not", "")
    if before is not None and (before.norm in _NO_VERB_AFTER or before.tags[0] in ("DET", "ADJ", "NUM")):
        return None
    if word.norm.endswith("ing") and word.tags[0] == "VERB":
        return VerbGroup(at, at + 1, at, False, False, "")
    if word.tags[0] != "VERB" and not (word.norm in _irregular()[0] and "VERB" in word.tags):
        return None
    return VerbGroup(at, at + 1, at, _has_tense(tokens, at, first, last), _negated_before(tokens, at, first), "")


def _negated_before(tokens: Sequence[Token], at: int, first: int) -> bool:
    return at > first and tokens[at - 1].norm == "never"


def _has_tense(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    word = tokens[at]
    before = tokens[at - 1] if at > first else None
    after = tokens[at + 1].norm if at + 1 < last else ""
    if word.norm in _irregular()[1]:
        return False
    if is_past(word):
        # 'the ladder, carried by', 'a man named X', 'first climbed by': a participle after its noun
        if after == "by":
            return False
        if (
            before is None
        ):  # a stretch that begins with it: '..., | reopened the port', but no sentence ('Founded in May, ...')
            return at > 0 and tokens[at - 1].norm not in _SENTENCE_ENDS
        if before.norm == "," and word.relation == "conj" and first <= word.head < at and is_past(tokens[word.head]):
            return True  # 'lost its stock, missed the rent'
        return not (before.norm in _BEFORE_PARTICIPLE and not _subject_behind(tokens, at, first))
    if word.norm.endswith("s"):
        return True
    if before is None:
        return False
    return before.norm in _SUBJECTS or before.tags[0] in _NOUNS or before.tags[0] == "ADV"


def _subject_behind(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a subject stands before the comma before `at`, as in 'Anna, who left, took'."""
    return any(tokens[i].norm in ("who", "which", "and", "whose", "where") for i in range(first, at - 1))
