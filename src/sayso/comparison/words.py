"""Turn the words of a claim into weighted terms: stems and the concepts of a lexicon of news English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.resources import raw
from sayso.similarity import WeightedWords
from sayso.similarity import stem as inflected

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_EMPTY = 0.15  # of 1: a word that weighs less in general English tells nothing
_SIZES = frozenset(
    {"hundred", "thousand", "million", "billion", "trillion", "dozen", "hundreds", "thousands", "millions", "dozens"}
)
_VOWEL = re.compile(r"[aeiouy]")
# The first that fits falls; the number is how many letters must remain before it. The stems end in no silent 'e' any more.
_ENDINGS = (
    ("ization", 3, "iz"), ("isation", 3, "is"), ("ication", 3, "i"), ("ation", 3, ""), ("ement", 4, ""), ("ment", 3, ""), ("ness", 3, ""),
    ("abl", 4, ""), ("ibl", 4, ""), ("anc", 5, ""), ("enc", 5, ""), ("iti", 4, ""), ("ator", 4, ""), ("sion", 4, "s"), ("tion", 4, "t"),
    ("iv", 4, ""), ("at", 5, ""), ("er", 4, ""), ("al", 5, ""),
)  # fmt: skip


# Words that end like a doer of something and are none.
_WHOLE = frozenset(
    "porter master counter former center corner matter letter chapter quarter manner summer winter barrier career"  # noqa: SIM905
    " character chamber member number order border shelter soldier minister register disaster quarter founder".split()
)


@dataclass(frozen=True, slots=True)
class Concepts:
    """The lexicon of concepts: from a stem, and from a phrase of several stems, to the names of the concepts it may tell."""

    single: dict[str, tuple[str, ...]]
    phrase: dict[tuple[str, ...], tuple[str, ...]]
    longest: int


@cache
def _general() -> WeightedWords:
    """Return the weights of words in general English, no pile counted."""
    return WeightedWords.fit(())


@cache
def tells(word: str) -> bool:
    """Tell whether a lower-cased word says anything: not one that half of all texts hold, nor a bare size."""
    return word not in _SIZES and _general().weight(word) >= _EMPTY


@cache
def stem(word: str) -> str:
    """Return a key that the forms of one word and the words made from it share ('pays', 'paid', 'payment').

    The house's stemmer, then the endings that make nouns and adjectives of verbs fall (Porter 1980, steps 2 to 4, in short).
    """
    base = inflected(word.lower().replace("’", "'"))
    if not base.isalpha() or len(base) < 5 or base in _WHOLE:
        return base
    for ending, least, instead in _ENDINGS:
        rest = base[: -len(ending)]
        if base.endswith(ending) and len(rest) >= least and _VOWEL.search(rest):
            return inflected(rest + instead)
    return base


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


def names_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that stand only capitalised in all of the texts."""
    upper: set[str] = set()
    lower: set[str] = set()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            (upper if word[0].isupper() else lower).add(word.lower())
    return frozenset(stem(word) for word in upper - lower) - frozenset(stem(word) for word in lower)


def terms(text: str) -> dict[str, float]:
    """Return the terms of a text with the weight each has inside it: stems as they are, concepts with a leading `=`.

    A stem counts 1; a concept 1 for its surest word, less when that word may tell several concepts. How rare a term is, the pile tells.
    """
    lexicon = concepts()
    given = tokens(text)
    stems = [stem(word) for word in given]
    found: dict[str, float] = {}
    inside: set[int] = set()
    for length in range(2, lexicon.longest + 1):
        for at in range(len(stems) - length + 1):
            for name in lexicon.phrase.get(tuple(stems[at : at + length]), ()):
                found["=" + name] = 1.0
                inside.update(range(at, at + length))
    for at, (word, key) in enumerate(zip(given, stems, strict=True)):
        if tells(word):
            found[key] = 1.0
            names = lexicon.single.get(key, ()) if at not in inside else ()  # a 'firing range' fires nothing
            for name in names:
                found["=" + name] = max(found.get("=" + name, 0.0), 1.0 / len(names) ** 0.5)
    return found
