"""Phrases without a name: nameless persons and groups, bodies by their common noun, documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.mentions.edges import CLOSE, left, members, right
from sayso.language.mentions.evidence import SAYING
from sayso.language.mentions.lexicon import bodies, documents, listed, people
from sayso.language.mentions.view import View, upper
from sayso.model import MentionKind, Sentence

INDEFINITE = listed("indefinite")
MEDIA = listed("media")
WEAK = listed("weak")
"""Nouns that name a body only in company: with a noun before them, an article, or a verb of saying after them."""
COUNTLESS = listed("countless")
"""Singular nouns that stand for a body without an article."""
AMBIGUOUS = listed("ambiguous")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at the tokens first..last with its head noun at head..head_last and what it describes."""

    first: int
    last: int
    head: int
    head_last: int
    kind: MentionKind
    definite: bool


def phrases(view: View, sentence: Sentence) -> Iterator[Phrase]:
    """Yield the descriptions of one sentence; they may overlap where one is part of another."""
    at = sentence.first
    while at < sentence.last:
        found = _head(view, at, sentence.last)
        if found is None:
            at += 1
            continue
        last, kind = found
        phrase = _phrase(view, sentence, at, last, kind)
        if phrase is not None:
            yield phrase
        at = last


def _head(view: View, at: int, end: int) -> tuple[int, MentionKind] | None:
    """Return the end and the kind of the head noun that begins at `at`, the longest first; None when none does."""
    for length in (3, 2, 1):
        last = at + length
        if last > end:
            continue
        noun = _joined(view, at, last)
        kind = _kind(noun)
        if kind is None:
            continue
        if view.tags[last - 1] not in ("NOUN", "PROPN") and (
            noun in AMBIGUOUS or view.tags[last - 1] in ("VERB", "AUX", "ADP")
        ):
            continue
        if (
            noun in people()
            and not people()[noun]
            and view.norm(last) == "'s"
            and length == 1
            and view.norm(last + 1) == ""
        ):
            continue
        if noun in ("head", "heads", "deputy head") and view.norm(last) not in ("of", "coach", "teacher"):
            return None
        if kind == "document" and not _carries_words(view, at, last, noun):
            return None
        if (
            kind not in ("document", "nameless person", "nameless group")
            and upper(view.words[last - 1])
            and at > 0
            and view.words[at - 1][-1].isalnum()
        ):
            return None  # part of a name
        nxt = view.tags[last] if last < end else ""
        if nxt in ("ADJ", "NOUN") and view.tags[last - 1] in ("ADJ", "PROPN") and not _role_before_name(view, last):
            return None
        compound = nxt == "NOUN" and view.norm(last) not in ("'s", "'") and not _role_before_name(view, last)
        if compound and (length > 1 or view.tags[last - 1] != "PROPN"):
            return None  # the head of a compound is its last noun: 'army spokesman', 'report card'
        return last, kind
    return None


def _carries_words(view: View, at: int, last: int, noun: str) -> bool:
    """Tell a document from what bears the same name: a newspaper called Post, a command post."""
    if upper(view.words[last - 1]) and view.norm(at - 1) == "the":
        return False
    if (
        noun in ("reports", "notes", "posts", "records", "polls", "documents")
        and at > 1
        and upper(view.words[at - 1])
        and view.words[at - 2][-1].isalnum()
    ):
        following = view.tags[last] if last < len(view.tags) else "PUNCT"
        if following not in ("VERB", "AUX", "ADP") and view.tags[at - 1] != "NUM":
            return False  # 'the Evening Mail reports'
    if noun == "minutes":
        return view.norm(at - 1) == "the" and view.norm(last) == "of"
    if noun == "dispatch" and view.norm(last) == "of":
        return False
    if noun in ("post", "posts"):
        return view.norm(at - 1) in MEDIA or view.norm(last) in ("on", "by")
    return True


def _role_before_name(view: View, at: int) -> bool:
    return upper(view.words[at])


def _joined(view: View, at: int, last: int) -> str:
    out = ""
    for i in range(at, last):
        norm = view.norms[i]
        out += norm if norm == "'s" or not out else " " + norm
    return out


def _kind(noun: str) -> MentionKind | None:
    single = True if noun in ("someone", "somebody") else people().get(noun)
    if single is None and "-" in noun:
        single = people().get(noun.rpartition("-")[2]) if len(noun.rpartition("-")[2]) > 4 else None
    if single is not None:
        return "nameless person" if single else "nameless group"
    if noun in bodies():
        return bodies()[noun]
    return "document" if noun in documents() else None


def _phrase(view: View, sentence: Sentence, head: int, head_last: int, kind: MentionKind) -> Phrase | None:
    first, definite = left(view, sentence, head)
    noun = view.norms[head_last - 1]
    bare = first == head
    if bare and kind == "nameless person" and not _bare_person(view, sentence, head, head_last):
        return None
    if kind == "nameless person" and upper(view.words[head_last - 1]) and view.heard.get(head_last - 1) == "person":
        return None  # a surname like 'King' or 'Baker'
    if bare and kind == "document" and documents().get(noun, False):
        return None
    if bare and noun in AMBIGUOUS:
        return None
    if not kind.startswith("nameless") and kind != "document" and not _stands(view, sentence, first, head, head_last):
        return None
    first, kind = members(view, sentence, first, kind)
    family = "document" if kind == "document" else "person" if kind.startswith("nameless") else "body"
    if family == "document":
        first = _own_words(view, first, head)
    last = right(view, sentence, head_last, family)
    return Phrase(first, last, head, head_last, kind, definite)


def _bare_person(view: View, sentence: Sentence, head: int, last: int) -> bool:
    """Tell whether a singular noun without an article still means somebody: an office after a name, a capitalised one, 'someone'."""
    if view.norms[head] in INDEFINITE or (upper(view.words[head]) and head != sentence.first):
        return True
    after = view.norm(last)
    if (after, view.norm(last + 1)) in CLOSE:
        return True
    return view.norm(head - 1) == "," and after in ("of", "for", "at", "to")


def _stands(view: View, sentence: Sentence, first: int, head: int, last: int) -> bool:
    """Tell whether a common noun for a body means one here."""
    noun = view.norms[last - 1]
    plain = all(view.tags[i] in ("ADJ", "VERB", "NUM", "ADV") for i in range(first, head))
    if plain and not noun.endswith("s") and noun not in COUNTLESS:
        return False
    if noun not in WEAK or last - head > 1:
        return not (plain and noun in WEAK)
    modified = head > first and (view.tags[head - 1] in ("NOUN", "PROPN") or view.norms[head - 1] in ("'s", "'"))
    speaks = last < sentence.last and view.norms[last] in SAYING
    return (
        modified
        or speaks
        or (not noun.endswith("s") and view.norms[first] in ("the", "a", "an") and not _many(view, last))
    )


def _many(view: View, at: int) -> bool:
    """Tell whether 'of' and people follow: 'a group of residents' is them, not a body."""
    return view.norm(at) == "of" and any(view.norm(at + i) in people() for i in (1, 2, 3))


def _own_words(view: View, first: int, head: int) -> int:
    """Return where a document's phrase begins without the owner that speaks through it ("the union's" letter)."""
    owners = [i for i in range(first, head) if view.norms[i] in ("'s", "'")]
    return owners[-1] + 1 if owners else first
