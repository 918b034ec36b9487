"""The cue lexicon: which verbs hand a content to a source, how they stand to it, which constructions they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from sayso.model import Stance
from sayso.resources import rows, tree

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One verb (or verb with particle): its stance, the letters of its constructions, the prepositions before a content."""

    lemma: str
    stance: Stance
    takes: frozenset[str]
    prepositions: frozenset[str]
    particle: tuple[str, ...]

    @property
    def attitude(self) -> bool:
        """Tell whether the verb names an attitude rather than a statement."""
        return "m" in self.takes


def inflected(verb: str) -> tuple[str, str, str, str, str]:
    """Return base, third person, past, participle and -ing form of a regular verb by the spelling rules of English."""
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    elif verb.endswith("e"):
        past = verb + "d"
    else:
        stem = verb + verb[-1] if _doubles(verb) else verb
        past = stem + "ed"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        going = verb[:-1] + "ing"
    else:
        going = (verb + verb[-1] if _doubles(verb) else verb) + "ing"
    return verb, third, past, past, going


def _doubles(verb: str) -> bool:
    one_vowel = len(verb) <= 4 and verb[-2:-1] in VOWELS and verb[-3:-2] not in VOWELS
    return (one_vowel and verb[-1] not in "aeiouwxy") or verb.endswith(("mit", "fer"))


@cache
def verbs() -> dict[str, tuple[tuple[CueVerb, str], ...]]:
    """Return, for each first word of a verb form, the verbs it may be, longest particle first, each with its form.

    The form is 'base', 'third', 'past', 'participle' or 'ing' ('past' where past and participle are alike).
    """
    found: dict[str, list[tuple[CueVerb, str]]] = {}
    for row in rows("cue_verbs"):
        lemma, stance, codes, *given = row
        head, *particle = lemma.split()
        takes, _, prepositions = codes.partition("p:")
        # The letters after the prepositions belong to the constructions: 'tqp:of,about'.
        verb = CueVerb(
            lemma,
            cast(Stance, stance),
            frozenset(takes + ("p" if prepositions else "")),
            frozenset(prepositions.split(",")) if prepositions else frozenset(),
            tuple(particle),
        )
        forms = tuple(given[0].split(",")) if given and given[0] else inflected(head)[1:]
        base = head
        names = ("third", "past", "participle", "ing")
        seen = {base}
        found.setdefault(base, []).append((verb, "base"))
        for name, form in zip(names, forms, strict=True):
            if form not in seen:
                seen.add(form)
                found.setdefault(form, []).append((verb, name))
            elif form == base:
                found[base].append((verb, name))
    return {
        form: tuple(sorted(held, key=lambda pair: (-len(pair[0].particle), pair[0].lemma, pair[1])))
        for form, held in found.items()
    }


@cache
def wordlist(name: str) -> frozenset[str]:
    """Return one list of single words of the attribution lexicon."""
    return frozenset(tree("attribution")["words"][name])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Return one list of phrases of the attribution lexicon, each as its words, longest first."""
    held = {tuple(str(phrase).split()) for phrase in tree("attribution")["phrases"][name]}
    return tuple(sorted(held, key=lambda words: (-len(words), words)))


@cache
def _by_first_word(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases(name):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(held) for first, held in found.items()}


def phrase_at(name: str, norms: Sequence[str], i: int) -> int:
    """Return how many words the longest phrase of the list `name` takes that begins at `norms[i]`; 0 when none does."""
    for words in _by_first_word(name).get(norms[i], ()):
        if tuple(norms[i : i + len(words)]) == words:
            return len(words)
    return 0


@cache
def noun_cues() -> dict[str, Stance]:
    """Return the nouns that may carry a content ('statement', 'warning'), with their stance."""
    return {
        form: cast(Stance, stance)
        for stance, nouns in tree("attribution")["nouns"].items()
        for noun in nouns
        for form in (noun, plural(noun))
    }


def plural(noun: str) -> str:
    """Return the plural of a noun by the spelling rules of English."""
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in VOWELS else noun + "s"


@cache
def tree_words(name: str) -> dict[str, str]:
    """Return one table of words of the attribution lexicon turned round: word to the heading it stands under."""
    return {word: heading for heading, held in tree("attribution")[name].items() for word in held}
