"""Words changed one by one: by another of the same meaning, a neighbour, an insertion or a deletion."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.quality.planted.stories import Story, stories

SYNONYMS = Path(__file__).with_name("synonyms.txt")
_TOKEN = re.compile(r"(\W*)(.*?)(\W*)$", re.DOTALL)
_ADDED = (
    "then",
    "now",
    "there",
    "indeed",
    "quite",
    "later",
    "however",
    "meanwhile",
    "once",
    "rather",
    "simply",
    "even",
)
_ENDINGS = ("ing", "ed", "ly", "es", "s", "er", "ion", "al")


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return for each word those that may stand for it."""
    held: dict[str, list[str]] = defaultdict(list)
    for line in SYNONYMS.read_text("utf-8").splitlines():
        group = line.split() if not line.startswith("#") else []
        for word in group:
            held[word] += [other for other in group if other != word and other not in held[word]]
    return {word: tuple(others) for word, others in held.items()}


@cache
def _neighbours() -> dict[tuple[str, bool], tuple[str, ...]]:
    """Return the lower-case words of all stories by ending and by whether they are short: what may fill one another's place."""
    held: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for one in stories().values():
        for sentence in one.sentences:
            for word in sentence.split():
                core = _core(word)[1]
                if core.isalpha() and core.islower():
                    held[_shape(core)].add(core)
    return {shape: tuple(sorted(words)) for shape, words in held.items()}


def _shape(word: str) -> tuple[str, bool]:
    return next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) > 4), ""), len(word) <= 3


def _core(token: str) -> tuple[str, str, str]:
    match = _TOKEN.match(token)
    assert match is not None
    before, word, after = match.groups()
    return before, word, after


def substituted(one: Story, share: float, dice: Random) -> Story:
    """Return the story with `share` of all its words changed (0-0.6): names and figures stay, as they do with a rewriter.

    A word with synonyms gets one of them in three cases of four; else it goes, gets a word beside it, or gives way to one of its shape.
    """
    places = [
        (p, s, w)
        for p, paragraph in enumerate(one.paragraphs)
        for s, sentence in enumerate(paragraph)
        for w, token in enumerate(sentence.split())
        if _core(token)[1].isalpha() and _core(token)[1].islower()
    ]
    chosen = set(dice.sample(places, min(len(places), round(share * one.words))))
    paragraphs = []
    for p, paragraph in enumerate(one.paragraphs):
        made = []
        for s, sentence in enumerate(paragraph):
            tokens = [
                _changed(token, dice) if (p, s, w) in chosen else token for w, token in enumerate(sentence.split())
            ]
            made.append(capital(" ".join(filter(None, tokens))))
        paragraphs.append(tuple(made))
    return Story(one.outlet, one.title, one.published, one.byline, tuple(paragraphs))


def _changed(token: str, dice: Random) -> str:
    before, word, after = _core(token)
    others = synonyms().get(word, ())
    if others and dice.random() < 0.75:
        return before + dice.choice(others) + after
    how = dice.random()
    if how < 0.3:
        return before + after.strip("-") if before or after else ""
    if how < 0.6:
        return f"{before}{dice.choice(_ADDED)} {word}{after}"
    return before + dice.choice([w for w in _neighbours()[_shape(word)] if w != word] or [word]) + after


def paraphrased(sentence: str, dice: Random) -> str:
    """Return the sentence with every word that has one replaced by a synonym."""
    made = []
    for token in sentence.split():
        before, word, after = _core(token)
        others = synonyms().get(word, ())
        made.append(before + dice.choice(others) + after if others else token)
    return " ".join(made)


def capital(sentence: str) -> str:
    """Return the sentence with its first letter large."""
    at = next((n for n, letter in enumerate(sentence) if letter.isalpha()), 0)
    return sentence[:at] + sentence[at : at + 1].upper() + sentence[at + 1 :]
