"""The texts that are planted: invented reports as paragraphs of sentences, and the files they become."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).with_name("texts")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[A-Z\"“])|(?<=[.!?][\"”])\s+(?=[A-Z\"“])")
_WORD = re.compile(r"[A-Za-zÀ-ž0-9][\w'’.,-]*\w|\w")

Paragraphs = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One report: its header fields and its text, a tuple of sentences for each paragraph."""

    outlet: str
    title: str
    published: str
    byline: str
    paragraphs: Paragraphs

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return sum(len(_WORD.findall(sentence)) for sentence in self.sentences)

    def each(self, change: Callable[[str], str]) -> Story:
        """Return the story with every sentence changed; empty ones and empty paragraphs are left out."""
        changed = (tuple(filter(None, map(change, paragraph))) for paragraph in self.paragraphs)
        return replace(self, paragraphs=tuple(filter(None, changed)))

    def file(self, dated: bool) -> str:
        """Return the report as a file: header lines, a blank line, paragraphs."""
        fields = {"Title": self.title, "Outlet": self.outlet, "Byline": self.byline}
        if dated:
            fields["Published"] = self.published
        head = "\n".join(f"{name}: {value}" for name, value in fields.items() if value)
        return f"{head}\n\n" + "\n\n".join(" ".join(paragraph) for paragraph in self.paragraphs) + "\n"


def story(text: str) -> Story:
    """Read a story from a file's text."""
    head, _, body = text.partition("\n\n")
    fields = dict(re.findall(r"^(\w+): *(.*)$", head, re.MULTILINE))
    paragraphs = tuple(sentences(paragraph) for paragraph in body.strip().split("\n\n"))
    return Story(fields["Outlet"], fields["Title"], fields["Published"], fields.get("Byline", ""), paragraphs)


def sentences(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph; a quotation mark stays with the sentence it closes."""
    ends = [match.end() for match in _SENTENCE.finditer(paragraph)]
    return tuple(paragraph[a:b].strip() for a, b in zip([0, *ends], [*ends, len(paragraph)], strict=True))


@cache
def stories() -> dict[str, Story]:
    """Return the honest reports by name; names that begin with one letter tell of one affair, each in its own words."""
    return {path.stem: story(path.read_text("utf-8")) for path in sorted(TEXTS.glob("*.txt"))}
