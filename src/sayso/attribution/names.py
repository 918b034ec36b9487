"""Comparing names: spellings, scripts, initials, acronyms, short forms. Every comparison gives a sentence why."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from sayso.resources import tree


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, frozenset[str]]:
    return {key: frozenset(entries) for key, entries in tree("names").items() if isinstance(entries, list)}


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    return dict(tree("names")["spellings"])


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Return a name in lower-case ASCII without possessive or dots: 'Аркадий' and 'Arkadiy' meet here."""
    latin = anyascii(re.sub(r"['’]s\b", "", name)).lower()
    return re.sub(r"[^a-z0-9 &/-]", "", latin.replace("-", " ").replace("/", " ").replace(".", "")).strip()


@lru_cache(maxsize=65536)
def person_tokens(name: str) -> tuple[str, ...]:
    """Return the tokens of a person's name in order, without titles and forms of address."""
    found = plain(name).split()
    bare = [t for t in found if t not in _lexicon()["titles"]]
    return tuple(bare or found)


@lru_cache(maxsize=65536)
def body_tokens(name: str) -> tuple[str, ...]:
    """Return the telling tokens of a body's name: no articles and prepositions, one spelling for variants ('defense')."""
    found = plain(name).split()
    bare = [t for t in found if t not in _lexicon()["fillers"]]
    return tuple(_spellings().get(t, t) for t in (bare or found))


def generic(token: str) -> bool:
    """Tell whether a token names a sort of body ('ministry') and not which one."""
    return token in _lexicon()["generic"]


def tells_which(name: str) -> bool:
    """Tell whether a body's name tells which one is meant: by a telling word, or, like 'National Intelligence Service', as a title of three words or more."""
    tokens = body_tokens(name)
    return not all(map(generic, tokens)) or (len(tokens) > 2 and name.istitle())


@lru_cache(maxsize=65536)
def _sound(token: str) -> str:
    """Return a token as transliterations agree on it: 'Andrey' and 'Andrei', 'Khan' and 'Han' meet here."""
    for old, new in (("kh", "h"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("j", "i"), ("w", "v"), ("c", "k"), ("q", "k")):
        token = token.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", token)


def is_title(word: str) -> bool:
    """Tell whether a word is a title or form of address ('Colonel', 'Mrs')."""
    return plain(word) in _lexicon()["titles"]


def _near(a: str, b: str) -> bool:
    """Tell whether two name tokens may be spellings of one name: an edit or two, never in very short ones."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if a[0] != b[0] or shorter < 3:
        return False
    distance = Levenshtein.distance(a, b, score_cutoff=2)
    return distance <= (1 if shorter < 6 else 2)


def same_person(a: str, b: str) -> str | None:
    """Return why two full names may be one person, or None.

    Each token of the shorter name must answer one of the longer: equal, an initial, or a spelling of it; one at least equal or
    both long. Two full names that share only a surname are never one person.
    """
    x, y = person_tokens(a), person_tokens(b)
    if len(x) > len(y):
        x, y = y, x
    if len(x) < 2:
        return None
    if sorted(x) == sorted(y):
        return "the same name" if x == y else "the same name in another order"
    free = list(y)
    initials = near = sounded = 0
    for token in x:
        match = next((t for t in free if t == token), None)
        if match is None:
            match = next((t for t in free if len(t) > 2 and _sound(t) == _sound(token)), None)
            sounded += match is not None
        if match is None:
            match = next((t for t in free if _near(token, t)), None)
            near += match is not None
        if match is None and (len(token) == 1 or any(len(t) == 1 for t in free)):
            match = next((t for t in free if t[0] == token[0] and 1 in (len(t), len(token))), None)
            initials += match is not None
        if match is None:
            return None
        free.remove(match)
    if initials == len(x) or (initials and near):
        return None
    if near == len(x) and min(map(len, x)) < 5:
        return None
    if initials:
        return "the initial fits and the surname is the same"
    return "a spelling of the same name" if near or sounded else "the same name, once with more parts"


def initials_of(name: str) -> set[str]:
    """Return the acronyms a body's name may be shortened to, in lower case: with and without its small words."""
    words = re.findall(r"[^\W\d_]+", anyascii(name))
    telling = [w for w in words if w.lower() not in _lexicon()["fillers"]]
    return {"".join(w[0] for w in group).lower() for group in (words, telling) if len(group) >= 2}


def is_acronym(short: str, long: str) -> bool:
    """Tell whether `short` is written as an acronym of `long` ('KCNA', 'Korean Central News Agency')."""
    letters = re.sub(r"[^A-Za-z]", "", short)
    return (
        letters.isupper()
        and 2 <= len(letters) <= 8
        and " " not in short.strip()
        and letters.lower() in initials_of(long)
    )


def related(a: str, b: str) -> bool:
    """Tell whether two tokens look like a state and its adjective ('norland', 'norlandic'): a long common beginning."""
    common = 0
    for p, q in zip(a, b, strict=False):
        if p != q:
            break
        common += 1
    return common >= 4 and common >= 0.6 * max(len(a), len(b))


def same_body(a: str, b: str) -> str | None:
    """Return why two names of bodies may be one body, or None; containment is left to the caller, who sees the whole pile."""
    x, y = body_tokens(a), body_tokens(b)
    if x and len(x) > 2 and x == y:
        return "the same name"
    if not x or not y or all(map(generic, x)) or all(map(generic, y)):
        return None
    if sorted(x) == sorted(y):
        return "the same name"
    if is_acronym(a, b) or is_acronym(b, a):
        return "an acronym of the name"
    if len(x) == len(y) and all(
        p == q or related(p, q) or (min(len(p), len(q)) >= 6 and _near(p, q))
        for p, q in zip(sorted(x), sorted(y), strict=True)
    ):
        return "a spelling of the same name"
    return None
