"""What the language floor finds in one report: tokens, sentences, quotes, names, times, quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span

ActorKind = Literal[
    "person",
    "government",
    "ministry",
    "armed force",
    "intelligence service",
    "news agency",
    "outlet",
    "company",
    "organisation",
    "document",
    "nameless person",
    "nameless group",
    "unknown",
]

MentionKind = Literal[ActorKind, "place", "nationality"]

NameKind = Literal["person", "organisation", "place", "other"]

Approximation = Literal["exact", "about", "at least", "at most", "more than", "less than", "up to", "between"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its range, its lower-cased form with straight quotes, and its likely parts of speech.

    `tags` holds the universal part-of-speech tags that the word may bear, likeliest first; never empty. `head` is the index, among the tokens of the
    report, of the word it hangs on by the dependency `relation` (Universal Dependencies); a root is its own head, -1 stands for a word that was not parsed.
    """

    span: Span
    norm: str
    tags: tuple[str, ...]
    head: int = -1
    relation: str = "dep"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its range, its tokens as the half-open range `first`..`last` of the report's, its paragraph's number."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: `span` without the marks, `outer` with them.

    `continued` tells that the quotation goes on from the paragraph before (a paragraph that opens with a mark and closes none).
    `scare` tells a fragment too short to be a statement ('no firing', "propaganda").
    """

    span: Span
    outer: Span
    continued: bool = False
    scare: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or description of somebody or something that may speak or act, or of a place.

    `span` covers the whole phrase with title and article ('Brelian Foreign Minister Ada Roe'), `head` the name alone
    ('Ada Roe'), or the head noun of a nameless one ('spokeswoman'). `name` is the canonical name where a gazetteer
    knows one, else the words of `head`. `title` is the office in the phrase ('Brelian Foreign Minister') or None.
    """

    span: Span
    head: Span
    name: str
    kind: MentionKind
    title: str | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its range and its value as EDTF (ISO 8601-2), unknown parts X; `anchored` when the dateline was needed."""

    span: Span
    edtf: str
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    `low` and `high` bound the value (equal when one figure is given; None when open or when only a ratio is told). `unit` is
    a currency, measure or 'per cent'; `counted` the noun that is counted ('troops', 'people'). `approximation` says how exact the text
    is. `comparison` is the word of change ('tripled', 'rose', 'fell'), `ratio` its factor and `base` its stated starting figure; a ratio
    without a base keeps None.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    counted: str | None = None
    approximation: Approximation = "exact"
    comparison: str | None = None
    ratio: float | None = None
    base: float | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as the encoder marks it, with its kind."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution as the encoder reads it, as half-open ranges of tokens, before anybody asks who is meant.

    `likely` is the chance, 0-1, that the cue is one; those below .5 are only worth something where other grounds speak for them.
    """

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    likely: float


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun or definite description at the token `at` may mean: heads of earlier mentions as (token, chance), likeliest first; together at most 1."""

    at: int
    among: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The language of one report; all spans count code points of `Report.text`, in text order."""

    report: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...] = ()
    speeches: tuple[Speech, ...] = ()
    meant: tuple[Meant, ...] = ()
