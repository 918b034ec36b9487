"""Where a noun phrase begins and ends: articles, owners and adjectives before the head, what belongs to it after."""

from __future__ import annotations

from sayso.language.mentions.lexicon import CALENDAR, listed
from sayso.language.mentions.view import View, upper
from sayso.model import MentionKind, Sentence

DETERMINERS = listed("determiners")
OWNERS = listed("owners")
BEFORE_HEAD = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
MEMBERS = listed("members")
LINKS: dict[str, frozenset[str]] = {
    "person": frozenset(["of", "for", "at", "with", "from", "within", "inside", "on"]),
    "body": frozenset({"of"}),
    "document": frozenset(),
}
CLOSE = frozenset({("close", "to"), ("familiar", "with"), ("briefed", "on"), ("involved", "in"), ("loyal", "to")})
FARTHEST = 12
"""How many words before its head a description may begin."""


def left(view: View, sentence: Sentence, head: int) -> tuple[int, bool]:
    """Return where the phrase begins, and whether it is definite."""
    first = head
    while first > max(sentence.first, head - FARTHEST):
        at = first - 1
        norm, tag = view.norms[at], view.tags[at]
        if norm == "that" and (tag != "DET" or view.norms[head].endswith("s")):
            break
        if norm in ("least", "most") and at > sentence.first and view.norms[at - 1] == "at":
            return at - 1, False
        if norm in DETERMINERS or norm in OWNERS:
            first = at
            definite = norm in ("the", "this", "that", "these", "those") or norm in OWNERS
            if norm not in ("the", "these", "those") and at > sentence.first and view.norms[at - 1] == "the":
                return at - 1, True
            return first, definite
        if norm in ("'s", "'") and at > sentence.first and (tag == "PART" or view.tags[first] in ("ADJ", "NOUN")):
            owner = at - 1
            start = owner
            while start > max(sentence.first, owner - 6) and (
                view.tags[start - 1] in ("PROPN", "NOUN", "ADJ") or view.norms[start - 1] in ("the", "a", "an", "of")
            ):
                start -= 1
                if view.norms[start] in ("the", "a", "an"):
                    break
            while view.norms[start] in ("of",):
                start += 1
            return start, True
        if norm in CALENDAR or (tag == "NUM" and view.tags[first] == "NUM" and first < head):
            break
        participle = (
            tag == "VERB"
            and norm.endswith(("ed", "ing", "en"))
            and at > sentence.first
            and (view.norms[at - 1] in DETERMINERS | OWNERS or view.tags[at - 1] in ("ADJ", "NUM", "DET"))
        )
        adverb = tag == "ADV" and first < head and view.tags[first] == "ADJ" and norm.endswith("ly")
        if tag in BEFORE_HEAD or participle or adverb:
            first = at
            continue
        if (
            norm == "and"
            and first < head
            and view.tags[first] in ("ADJ", "NOUN")
            and view.tags[at - 1] == "ADJ"
            and at - 1 > sentence.first
            and view.tags[at - 2] in ("DET", "NUM")
        ):
            first = at
            continue
        break
    return first, False


def members(view: View, sentence: Sentence, first: int, kind: MentionKind) -> tuple[int, MentionKind]:
    """Widen 'bankers' to 'one of the bankers', 'a group of residents'."""
    at = first - 1
    if kind not in ("nameless group", "nameless person") or at <= sentence.first or view.norms[at] != "of":
        return first, kind
    word = view.norms[at - 1]
    if word not in MEMBERS and view.tags[at - 1] != "NUM":
        return first, kind
    start = at - 1
    while start > sentence.first and view.tags[start - 1] == "ADJ":
        start -= 1
    if start > sentence.first and view.norms[start - 1] in ("a", "the", "another", "at"):
        start -= 1
    return start, "nameless person" if word == "one" else "nameless group"


def right(view: View, sentence: Sentence, last: int, family: str) -> int:
    """Return the end of the phrase with what belongs to its head: 'of the bank', 'close to the talks'."""
    links = LINKS[family]
    end = min(sentence.last, last + 20)
    while last + 1 < end:
        norm = view.norms[last]
        if norm in links and not (
            norm in ("with", "on", "from", "at") and family == "person" and not _object_fits(view, last + 1, end)
        ):
            after = _noun_phrase(view, last + 1, end)
        elif (norm, view.norms[last + 1]) in CLOSE and family == "person":
            after = _noun_phrase(view, last + 2, end)
        elif norm == "in" and family == "person" and view.norms[last - 1] == "sources":
            after = _noun_phrase(view, last + 1, end)
        else:
            break
        if after is None:
            break
        last = after
    return last


def _object_fits(view: View, at: int, end: int) -> bool:
    """Tell whether what follows 'with', 'on', 'from', 'at' describes the head rather than the deed ('on Friday', 'at noon')."""
    norm = view.norms[at]
    if norm in CALENDAR or norm.isdigit() or view.tags[at] in ("NUM", "PRON"):
        return False
    if view.norms[at - 1] in ("with", "on"):
        return view.norms[at - 1] == "with" and norm in (
            "direct",
            "knowledge",
            "firsthand",
            "first-hand",
            "access",
            "close",
            "ties",
            "links",
        )
    return norm in ("the", "a", "an") or upper(view.words[at])


def _noun_phrase(view: View, at: int, end: int, deep: bool = True) -> int | None:
    """Return the end of the plain noun phrase that begins at `at`; None when there is none."""
    start = at
    if at < end and (view.norms[at] in DETERMINERS or view.norms[at] in OWNERS):
        at += 1
    noun: int | None = None
    while at < end and at - start < 9:
        tag, norm = view.tags[at], view.norms[at]
        if norm in CALENDAR and upper(view.words[at]):
            break
        if tag in ("NOUN", "PROPN", "NUM") or (tag == "ADJ") or (norm in ("'s", "'") and tag == "PART"):
            at += 1
            if tag in ("NOUN", "PROPN") or (norm in ("'s", "'")):
                noun = at
            continue
        if norm in ("of", "for") and noun == at and deep and at + 1 < end:
            return _noun_phrase(view, at + 1, end, deep=False) or noun
        break
    return noun
