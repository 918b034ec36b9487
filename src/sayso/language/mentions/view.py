"""The tokens of a report laid out in parallel lists, as the rules for mentions read them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Name, Sentence, Span, Token
from sayso.resources import words

FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT"})


@dataclass(frozen=True, slots=True)
class View:
    """A report's tokens in parallel: the words as printed, their norms, their likeliest tags, how likely each is a proper noun (0-1); and its sentences.

    `heard` holds the kind of the name that the encoder marks at a token, for those it marks.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    words: list[str]
    norms: list[str]
    tags: list[str]
    proper: Sequence[float]
    heard: Mapping[int, str]

    def span(self, first: int, last: int) -> Span:
        """Return the range of the tokens first..last (half-open)."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def said(self, first: int, last: int) -> str:
        """Return the words of the tokens first..last with single spaces."""
        return " ".join(self.span(first, last).of(self.text).split())

    def norm(self, at: int) -> str:
        """Return the norm at `at`, or '' outside the report."""
        return self.norms[at] if 0 <= at < len(self.norms) else ""


def view(
    text: str,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    proper: Sequence[float],
    names: Sequence[Name] = (),
) -> View:
    """Lay out the tokens of a report."""
    starts = [t.span.start for t in tokens]
    heard = {
        i: name.kind
        for name in names
        for i in range(bisect_left(starts, name.span.start), bisect_left(starts, name.span.end))
    }
    return View(
        text,
        tokens,
        sentences,
        [t.span.of(text) for t in tokens],
        [t.norm for t in tokens],
        [t.tags[0] for t in tokens],
        proper,
        heard,
    )


def upper(word: str) -> bool:
    """Tell whether a word begins as names do: with a capital, or in a script without case."""
    first = word[0]
    return first.isalpha() and not first.islower()


def starts(word: str) -> bool:
    """Tell whether a capitalised word is one that begins sentences."""
    return word in words("starters")
