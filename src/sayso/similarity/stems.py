"""A light stemmer: inflected forms of one English word become one string."""

from __future__ import annotations

from functools import lru_cache

from sayso.resources import rows

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in rows("irregular-stems") for form in forms.split()}


def _has_vowel(word: str) -> bool:
    return any(letter in _VOWELS for letter in word)


def _bare(word: str) -> str:
    """Undo what an English suffix did to the end of its stem: 'stopp' to 'stop', 'movi' and 'mov' to one form."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one lower-cased word; words with digits and words of up to three letters stay as they are.

    Plural, past, progressive and adverbial endings go (steps 1a to 1c of Porter 1980, and '-ly'); irregular forms and number
    words come from the lexicon. A stem is a key for comparing, not a word for showing.
    """
    found = _irregular().get(word)
    if found is not None:
        return found
    if word.endswith(("'s", "s'")):
        word = word[:-2] if word.endswith("'s") else word[:-1]
        return stem(word) if word else "'s"
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and _has_vowel(word[: -len(ending)]):
            word = _bare(word[: -len(ending)])
            break
    else:
        if word.endswith("ly") and not word.endswith("ily") and len(word) > 5:
            word = word[:-2]
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    return word
