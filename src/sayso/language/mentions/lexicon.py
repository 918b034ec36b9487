"""The word lists that the rules for mentions share."""

from __future__ import annotations

from functools import cache

from sayso.language.mentions.gazetteer import kind_of
from sayso.model import MentionKind
from sayso.resources import rows, tree, words


def listed(name: str) -> frozenset[str]:
    """Return one of the small word lists of mentions.toml."""
    return frozenset(tree("mentions")[name])


_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec"
_CALENDAR = (
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday "
    "am pm a.m. p.m. gmt utc cet est edt pst bst easter christmas"
)
CALENDAR = frozenset(f"{_CALENDAR} {_SHORT} {_SHORT.replace(' ', '. ')}.".split())
LOCATIVE = listed("locative")
DIRECTION = listed("direction")
ABBREVIATED = listed("abbreviated")
PARTICLES = listed("particles")


@cache
def titles() -> frozenset[str]:
    """Return the words that end a title before a name, without full stops."""
    return frozenset(w.rstrip(".") for w in words("titles"))


@cache
def people() -> dict[str, bool]:
    """Return the nouns for people, one or many words long; True for one person, False for several."""
    found: dict[str, bool] = {}
    for noun in sorted((words("titles") | words("persons")) - ABBREVIATED):
        if noun.rstrip(".") in ABBREVIATED or noun in ("sir", "lady", "dame", "lord", "mister"):
            continue
        found[noun] = True
        found[plural(noun)] = False
    for noun in (
        "chief",
        "general",
        "major",
        "local",
        "national",
        "individual",
        "principal",
        "moderate",
        "monitor",
        "chair",
        "source",
    ):
        found[noun] = True
    for row in rows("groups"):
        found[row[0]] = False
    return found


def plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("-in-law"):
        return noun.replace("-in-law", "s-in-law")
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man") and noun not in ("human", "german"):
        return noun[:-3] + "men"
    return noun + "s"


@cache
def bodies() -> dict[str, MentionKind]:
    """Return the common nouns for bodies, one or many words long, singular and plural."""
    found: dict[str, MentionKind] = {}
    for kind, cell in rows("common-bodies"):
        for noun in cell.split("|"):
            found.setdefault(noun, kind_of(kind))
            found.setdefault(plural(noun), kind_of(kind))
    return found


@cache
def documents() -> dict[str, bool]:
    """Return the nouns for things that carry words, singular and plural."""
    found: dict[str, bool] = {}
    for noun in sorted(words("documents")):
        found[noun] = True
        found.setdefault(noun if noun.endswith("s") and not noun.endswith("ss") else plural(noun), False)
    return found


@cache
def name_words() -> dict[str, tuple[tuple[MentionKind, str], ...]]:
    """Return what a word inside a name tells: (kind, where it must stand: any, last, first) by word."""
    found: dict[str, tuple[tuple[MentionKind, str], ...]] = {}
    for kind, where, cell in rows("name-words"):
        for word in cell.split():
            found[word] = (*found.get(word, ()), (kind_of(kind), where))
    return found


@cache
def given_names() -> frozenset[str]:
    """Return the known given names."""
    return words("first-names")
