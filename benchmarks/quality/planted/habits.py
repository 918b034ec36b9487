"""What desks do to what they take, and what therefore tells who took: lost hedges, lost sources, coarser detail, shorter quotations, additions, credits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.quality.planted.stories import Story, sentences
from benchmarks.quality.planted.words import capital

FILLERS = Path(__file__).with_name("fillers.txt")
OUTLETS = (
    "Harrow Valley Times", "Noonday Express", "The Blue Lantern", "Gerrin Observer", "Republic Today", "Oster Beacon", "Halm Dispatch", "The Sunday Mercury",
    "Brunn Examiner", "Quick Read", "Channel Nine Online", "The Plain Citizen", "Border Sentinel", "Metro Journal", "Vale Advertiser", "The Open Page",
)  # fmt: skip
"""Who prints the children."""

Habit = Callable[[Story, Story, Random], Story]
"""From the text so far, the parent and the dice to the text with one habit applied."""

_HEDGES = (
    (r"\b(?:may|might|could) have been\b", "was"),
    (r"\b(?:may|might|could) have\b", "had"),
    (r"\b(?:may|might|could)\b(?! not)", "will"),
    (r"\b(?:is|are) (?:likely|expected|thought) to\b", "will"),
    (r"\bappears to have had\b", "had"),
    (r"\b(?:had|has) probably\b", "has"),
    (r"\b(?:probably|perhaps|apparently|roughly|nearly|almost|about|some) (?=\w)", ""),
    (r"\b[A-Z]\w+ (?:believes|thinks) that\b", "It is certain that"),
    (r"\b(?:He|She|They|The [a-z ]+?) (?:believes?|thinks?) that\b", "It is certain that"),
)
_NAME = r"[A-Z][a-zé]+ [A-Z][a-zé]+"


def hedges_lost(one: Story, parent: Story, dice: Random) -> Story:
    """State flatly what the parent holds back."""

    def change(sentence: str) -> str:
        for pattern, flat in _HEDGES:
            sentence = re.sub(pattern, flat, sentence)
        return capital(sentence)

    return one.each(change)


def sources_lost(one: Story, parent: Story, dice: Random) -> Story:
    """Drop who said it, where no quotation needs a speaker."""

    def change(sentence: str) -> str:
        if '"' in sentence:
            return sentence
        sentence = re.sub(r", according to [^,.]+(?=\.)", "", sentence)
        sentence = re.sub(r", (?:[\w' ]+? )?(?:said|says)\.$", ".", sentence)
        sentence = re.sub(r"^(?:[A-Z][\w' -]+?) (?:said|warned|confirmed) that ", "", sentence)
        return capital(sentence)

    return one.each(change)


def detail_lost(one: Story, parent: Story, dice: Random) -> Story:
    """Make figures round and people nameless."""

    def change(sentence: str) -> str:
        sentence = re.sub(r"(?<![\d.,])\d{2}(?![\d.,:])", "dozens of", sentence)
        sentence = re.sub(r"(?<![\d.,])(?!20\d\d|19\d\d)\d{3,4}(?![\d.,:])", "hundreds of", sentence)
        sentence = re.sub(rf",? {_NAME}, (?=\w)", " ", sentence) if '"' not in sentence else sentence
        return re.sub(rf"^{_NAME}(?=,? [a-z])", "An official", sentence)

    return one.each(change)


def quotes_cut(one: Story, parent: Story, dice: Random) -> Story:
    """Shorten quotations to their first clause."""

    def shorter(match: re.Match[str]) -> str:
        kept = re.split(r", (?:and|but|because)\b", match.group(1))[0]
        return f'"{kept}{"," if match.group(1).endswith(",") else ""}"'

    return one.each(lambda sentence: re.sub(r'"([^"]{20,})"', shorter, sentence))


@cache
def _fillers() -> tuple[str, ...]:
    lines = FILLERS.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def added(one: Story, parent: Story, dice: Random) -> Story:
    """Add two paragraphs of the outlet's own; which sentences is a matter of the outlet, so that no two outlets add the same."""
    at = OUTLETS.index(one.outlet) * 3 % len(_fillers()) if one.outlet in OUTLETS else 0
    days = ("Monday", "Wednesday", "Friday", "Sunday")
    lines = [line.format(day=dice.choice(days), number=dice.randint(112, 996)) for line in _fillers()[at : at + 3]]
    place = dice.randint(1, len(one.paragraphs))
    return replace(
        one, paragraphs=(*one.paragraphs[:place], tuple(lines[:2]), *one.paragraphs[place:], tuple(lines[2:]))
    )


def credited(one: Story, parent: Story, dice: Random) -> Story:
    """Name the parent's outlet in the first sentence."""
    first = one.paragraphs[0][0]
    name = parent.outlet if parent.outlet.startswith("The ") else f"the {parent.outlet}"
    first = f"{first[:-1]}, {name} reported." if first.endswith(".") else f"{first} So {name} reported."
    return replace(one, paragraphs=((first, *one.paragraphs[0][1:]), *one.paragraphs[1:]))


def credit_at_the_end(one: Story, parent: Story, dice: Random) -> Story:
    """Name the parent's outlet in a sentence of its own, at the end."""
    name = parent.outlet if parent.outlet.startswith("The ") else f"The {parent.outlet}"
    return replace(one, paragraphs=(*one.paragraphs, sentences(f"{name} first reported the story.")))


HABITS: dict[str, Habit] = {
    "hedges lost": hedges_lost,
    "sources lost": sources_lost,
    "detail lost": detail_lost,
    "quotations cut": quotes_cut,
    "additions": added,
    "credit": credited,
    "credit at the end": credit_at_the_end,
}
SILENT = ("hedges lost", "sources lost", "detail lost", "quotations cut", "additions")
"""Those that name nobody."""
