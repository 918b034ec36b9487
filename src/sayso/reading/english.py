"""Tell whether a text is English by its commonest words; names in other scripts inside it do no harm.

Function words make up a third and more of running English and almost nothing of any other language, so no statistics of letters are
needed; see Cavnar and Trenkle 1994 for the heavier way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sayso.resources import tree

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_MOST = 40_000
_ENOUGH = 0.14
_FEW = 12


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(str(words).split()) for language, words in tree("reading-languages")["words"].items()}


@cache
def _scripts() -> dict[str, str]:
    return {str(script): str(language) for script, language in tree("reading-languages")["scripts"].items()}


def language_of(text: str) -> str:
    """Return 'en', another language's code (ISO 639-1), or 'und' when no language is recognised.

    Texts of a few words are taken for English when their letters are Latin and nothing speaks for another language.
    """
    tokens = [token.lower() for token in _WORD.findall(text[:_MOST])]
    if not tokens:
        return "und"
    shares = {
        language: sum(token in words for token in tokens) / len(tokens) for language, words in _function_words().items()
    }
    english = shares["en"]
    other, best = max(
        ((name, share) for name, share in shares.items() if name != "en"), key=lambda pair: (pair[1], pair[0])
    )
    script = _script(text)
    if script != "LATIN" and english < _ENOUGH / 2:
        return _scripts().get(script, "und")
    if english >= _ENOUGH and english >= best * 0.8:
        return "en"
    if best >= max(0.12, 1.2 * english):
        return other
    if len(tokens) <= _FEW or english >= 0.06:
        return "en"
    return "und"


def _script(text: str) -> str:
    """Return the script of most letters ('LATIN', 'CYRILLIC' ...), by the first word of their Unicode names."""
    counts: dict[str, int] = {}
    for char in text[:4_000]:
        if char.isalpha():
            name = "LATIN" if char.isascii() else unicodedata.name(char, "").split(" ")[0].split("-")[0]
            counts[name] = counts.get(name, 0) + 1
    return max(sorted(counts), key=lambda name: counts[name]) if counts else "LATIN"
