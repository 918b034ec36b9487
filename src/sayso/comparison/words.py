"""Turn the words of a claim into weighted terms: stems and the concepts of a lexicon of news English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.resources import raw, rows, words

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWEL = re.compile(r"[aeiouy]")
# Longest first; the number is how many letters must remain before the ending.
_ENDINGS = (
    ("ization", 3, "iz"), ("isation", 3, "is"), ("ational", 3, ""), ("fulness", 3, ""), ("iveness", 3, ""), ("ingly", 3, ""),
    ("ically", 3, "ic"), ("ation", 3, ""), ("ement", 4, ""), ("ments", 3, ""), ("ment", 3, ""), ("ness", 3, ""), ("able", 4, ""),
    ("ible", 4, ""), ("ance", 4, ""), ("ence", 4, ""), ("edly", 3, ""), ("ally", 3, "al"), ("ity", 4, ""), ("ion", 4, ""),
    ("ive", 4, ""), ("ate", 4, ""), ("ing", 3, ""), ("ely", 4, ""), ("ize", 3, "is"), ("ed", 3, ""), ("er", 4, ""), ("or", 5, ""),
    ("al", 5, ""), ("ly", 3, ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concepts:
    """The lexicon of concepts: from a stem, and from a phrase of several stems, to the names of the concepts it may tell."""

    single: dict[str, tuple[str, ...]]
    phrase: dict[tuple[str, ...], tuple[str, ...]]
    longest: int


@cache
def _irregular() -> dict[str, str]:
    return dict(rows("comparison_irregular"))


@cache
def stop_words() -> frozenset[str]:
    """Return the words that carry no statement of their own."""
    return words("comparison_stop")


@cache
def weak_stems() -> frozenset[str]:
    """Return the stems of words that are common in any report."""
    return frozenset(stem(word) for word in words("comparison_weak"))


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def stem(word: str) -> str:
    """Return a stem that the forms of one word share; the word is lower-cased, a possessive ending is dropped.

    A light suffix stripper in the manner of Porter (1980) over a table of irregular forms: it need not give a word of the language.
    """
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'")
    word = _irregular().get(word, word)
    if not word.isalpha() or len(word) < 4:
        return word
    word = _plural(word)
    word = _irregular().get(word, word)
    if word.endswith("ied"):
        word = word[:-3] + "y"
    for _ in range(2):  # 'contaminated' loses two endings
        for ending, least, instead in _ENDINGS:
            rest = word[: -len(ending)]
            if word.endswith(ending) and len(rest) >= least and _VOWEL.search(rest):
                word = rest + instead
                break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word


@cache
def concepts() -> Concepts:
    """Return the lexicon of concepts, read once."""
    single: dict[str, list[str]] = {}
    phrase: dict[tuple[str, ...], list[str]] = {}
    for line in raw("comparison_concepts.txt").splitlines():
        name, colon, members = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for member in members.split(","):
            stems = tuple(stem(word) for word in _WORD.findall(member.replace("-", " ")))
            held = single.setdefault(stems[0], []) if len(stems) == 1 else phrase.setdefault(stems, []) if stems else []
            if name not in held:
                held.append(name)
    return Concepts(
        {key: tuple(names) for key, names in single.items()},
        {key: tuple(names) for key, names in phrase.items()},
        max((len(key) for key in phrase), default=1),
    )


def tokens(text: str) -> list[str]:
    """Return the words and numbers of `text` in their order, lower-cased, thousands unmarked ('3,000' gives '3000')."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        found.append(re.sub(r",(?=\d{3})", "", word) if word[0].isdigit() else word)
    return found


def terms(text: str) -> dict[str, float]:
    """Return the terms of a text with the weight each has inside it: stems as they are, concepts with a leading `=`.

    A stem counts 1 (0.35 when it is common in any report), a concept counts 1 for its surest word: less when the word tells several concepts.
    """
    lexicon, stop, weak = concepts(), stop_words(), weak_stems()
    given = tokens(text)
    stems = [stem(word) for word in given]
    found: dict[str, float] = {}
    for at, word in enumerate(given):
        if word in stop or (len(word) == 1 and not word.isdigit()):
            continue
        weight = 0.35 if stems[at] in weak else 1.0
        found[stems[at]] = max(found.get(stems[at], 0.0), weight)
        names = lexicon.single.get(stems[at], ())
        for name in names:
            key = "=" + name
            found[key] = max(found.get(key, 0.0), weight / len(names) ** 0.5)
    for length in range(2, lexicon.longest + 1):
        for at in range(len(stems) - length + 1):
            for name in lexicon.phrase.get(tuple(stems[at : at + length]), ()):
                found["=" + name] = 1.0
    return found
