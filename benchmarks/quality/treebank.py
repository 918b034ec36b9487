"""CoNLL-U files as texts with paragraphs, words and trees."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Range = tuple[int, int]


@dataclass(slots=True)
class Treebank:
    """One document: its text, where its words stand in it, their tags and heads, the ranges of words of its sentences.

    `heads` are indices of words of the document, the own index for a root. `paragraphs` are the numbers of the sentences that end a paragraph,
    `ids` the names of the sentences. `mentions` are, where the corpus marks them (GUM), first word, word after the last, and number of who or what is meant.
    """

    name: str
    text: str = ""
    forms: list[str] = field(default_factory=list)
    places: list[Range] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    sentences: list[Range] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)

    def gaps(self) -> list[int]:
        """Return what stands before each word, as the encoder takes it."""
        from sayso.language.encoder.features import GLUED, PARAGRAPH, SPACE

        found = []
        before = ""
        for at, (start, _) in enumerate(self.places):
            before = self.text[self.places[at - 1][1] : start] if at else "\n"
            found.append(PARAGRAPH if "\n" in before else SPACE if before else GLUED)
        return found


@cache
def documents(file: Path) -> tuple[Treebank, ...]:
    """Return the documents of a CoNLL-U file, the text put together by SpaceAfter, a blank line between paragraphs."""
    held = file.read_bytes()
    return tuple(_documents((gzip.decompress(held) if file.suffix == ".gz" else held).decode("utf-8")))


def _documents(content: str) -> Iterator[Treebank]:
    held: Treebank | None = None
    space = ""
    for block in content.split("\n\n"):
        lines = block.strip("\n").split("\n")
        if not lines[0]:
            continue
        opening = comment(lines, "newdoc")
        if held is None or opening is not None:
            if held is not None:
                yield _closed(held)
            held, space = Treebank(opening or ""), ""
        elif any(line.startswith("# newpar") for line in lines):
            held.paragraphs.add(len(held.sentences) - 1)
            space = "\n\n"
        held.ids.append(comment(lines, "sent_id") or "")
        space = _add(held, [line.split("\t") for line in lines if line[:1].isdigit()], space)
    if held is not None:
        yield _closed(held)


def comment(lines: Iterable[str], name: str) -> str | None:
    """Return what the comment of this name says, empty when it is only there, None when it is not."""
    return next((line.partition("=")[2].strip() for line in lines if line.startswith(f"# {name}")), None)


def _closed(held: Treebank) -> Treebank:
    held.paragraphs.add(len(held.sentences) - 1)
    return held


def _add(held: Treebank, rows: list[list[str]], space: str) -> str:
    """Add one sentence behind `space` and return what stands after it."""
    base = len(held.forms)
    inside_until, after = 0, ""
    open_: list[tuple[int, int]] = []
    for cells in rows:
        if "." in cells[0]:
            continue
        if "-" in cells[0]:
            inside_until, after = int(cells[0].split("-")[1]), cells[9]
            continue
        number = int(cells[0])
        start = len(held.text) + len(space)
        held.text += space + cells[1]
        held.forms.append(cells[1])
        held.places.append((start, start + len(cells[1])))
        held.upos.append(cells[3])
        held.heads.append(base + (int(cells[6]) or number) - 1)
        held.relations.append(cells[7])
        for part in re.findall(r"\(\d+-[^()]*\)?|\d+\)", cells[9].partition("Entity=")[2].partition("|")[0]):
            group = int(re.findall(r"\d+", part)[0])
            if part.startswith("("):
                open_.append((group, len(held.forms) - 1))
            if part.endswith(")"):
                place = next((k for k in range(len(open_) - 1, -1, -1) if open_[k][0] == group), None)
                if place is not None:
                    held.mentions.append((open_.pop(place)[1], len(held.forms), group))
        last_part = after if number == inside_until else cells[9]
        space = "" if number < inside_until or "SpaceAfter=No" in last_part else " "
    held.sentences.append((base, len(held.forms)))
    return space
