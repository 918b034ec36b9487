"""The planted pile as reports with the analysis that derivation needs, without reading one of them: sentences of words, nothing else."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from benchmarks.speed.reuse.texts import Words
from sayso.model import Analysis, Report, Sentence, Span, Token

_OUTLETS = 200
"""How many outlets print the reports."""

_CITING = 10
"""Every so many reports one names another outlet for what it had."""


def reports(documents: list[Words], seed: int = 9) -> tuple[list[Report], list[Analysis]]:
    """Return a report and its analysis for each document: outlets and days by lot, sentences of 12 to 28 words, paragraphs of three."""
    dice = Random(seed)
    made = [_made(number, words, dice) for number, words in enumerate(documents)]
    return [report for report, _ in made], [analysis for _, analysis in made]


def _made(number: int, words: Words, dice: Random) -> tuple[Report, Analysis]:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraphs: list[Span] = []
    pieces: list[str] = []
    place = at = opened = 0
    first_words = [*_name(dice), "reported"] if number % _CITING == 0 else []
    words = first_words + words
    while at < len(words):
        size = dice.randint(12, 28)
        first, start = len(tokens), place
        for index, word in enumerate(words[at : at + size]):
            shown = word.capitalize() if index == 0 or word[:1].isupper() else word
            tokens.append(Token(Span(place, place + len(shown)), word.lower(), ("NOUN",)))
            pieces += [shown, " "]
            place += len(shown) + 1
        at += size
        pieces[-1] = "."
        tokens.append(Token(Span(place - 1, place), ".", ("PUNCT",)))
        sentences.append(Sentence(Span(start, place), first, len(tokens), len(paragraphs)))
        ends = len(sentences) % 3 == 0 or at >= len(words)
        if ends:
            paragraphs.append(Span(opened, place))
        pieces.append("\n\n" if ends else " ")
        place += len(pieces[-1])
        opened = place if ends else opened
    text = "".join(pieces)
    report = Report(
        id=f"r{number:06d}",
        file=f"r{number}.txt",
        text=text,
        body=Span(0, len(text)),
        sha256_file=sha256(text.encode()).hexdigest(),
        sha256_text=sha256(text.encode()).hexdigest(),
        outlet=" ".join(_name(dice)),
        published=f"2031-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}",
    )
    return report, Analysis(
        report=report.id,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotes=(),
        mentions=(),
        times=(),
        quantities=(),
    )


def _name(dice: Random) -> list[str]:
    """Return the name of an outlet."""
    number = dice.randrange(_OUTLETS)
    return [
        f"{'BCDFGKLMPRSTVZ'[number % 14]}{'aeiou'[number % 5]}l{'nrstv'[number // 14 % 5]}o{'mnd'[number // 70]}",
        "Courier",
    ]
