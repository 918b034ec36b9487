"""PolNeAR: attributions by people, and the machine's trees and names beside them."""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from sayso.language.encoder.features import gaps_of
from sayso.language.encoder.labels import NAMES
from sayso.language.paragraphs import paragraphs
from sayso.language.tokens import pieces
from sayso.model import Report, Span
from training.data.document import Document, Range, Said

KINDS = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "OTHER"}


def worded(name: str, text: str) -> tuple[Document, list[tuple[int, int]]]:
    """Return a text as a document of our own words, and where they stand in the text."""
    report = Report(id=name, file=name, text=text, body=Span(0, len(text)), sha256_file="", sha256_text="")
    parts = [list(pieces(text, part.start, part.end)) for part in paragraphs(report)]
    places = [piece for part in parts for piece in part]
    document = Document(name, [text[a:b] for a, b in places], gaps_of(parts))
    return document, places


def polnear(folder: Path, silver: Path | None = None) -> Iterator[Document]:
    """Yield the documents under `folder` (train or dev), with every annotator's attributions."""
    machine = _silver(silver) if silver else {}
    for path in sorted((folder / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        document, places = worded(path.stem, text)
        document.said = [said(file, places) for file in sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))]
        if path.stem in machine:
            _add_silver(document, places, machine[path.stem])
        yield document


def events(file: Path) -> Iterator[dict[str, list[tuple[int, int]]]]:
    """Yield the attributions of a brat standoff file: the character ranges of Source, Cue and Content."""
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    joined: list[str] = []
    for line in file.read_text("utf-8").split("\n"):
        found = re.match(r"(T\d+)\t(\w+) ([\d; ]+)\t", line)
        if found:
            ranges = [tuple(map(int, piece.split())) for piece in found.group(3).split(";")]
            spans[found.group(1)] = (found.group(2), ranges)
        elif re.match(r"E\d+\t", line):
            joined.append(line.split("\t")[1])
    for line in joined:
        roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
        for part in line.split():
            role, _, key = part.partition(":")
            role = role.rstrip("0123456789")
            if role in roles and key in spans:
                roles[role].extend(spans[key][1])
        yield roles


def said(file: Path, places: list[tuple[int, int]]) -> list[Said]:
    """Return the attributions of a file as ranges of words, those without cue or content left out."""
    starts = [a for a, _ in places]
    ends = [b for _, b in places]

    def words(ranges: list[tuple[int, int]]) -> list[Range]:
        found = []
        for a, b in sorted(ranges):
            first, last = bisect_left(ends, a + 1), bisect_left(starts, b)
            if first < last:
                found.append((first, last))
        return found

    made = []
    for event in events(file):
        cue = words(event["Cue"])
        content = words(event["Content"])
        if cue and content:
            made.append(Said((cue[0][0], cue[-1][1]), words(event["Source"]), content))
    return made


def _silver(path: Path) -> dict[str, list[dict[str, object]]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {entry["name"]: entry["sentences"] for entry in map(json.loads, file)}


def _add_silver(document: Document, places: list[tuple[int, int]], sentences: list[dict[str, object]]) -> None:
    """Lay the machine's names and heads over our words: a word takes what its first character has."""
    owner: dict[int, int] = {}
    flat: list[tuple[str, int]] = []
    for sentence in sentences:
        base = len(flat)
        for number, (begin, end, _, _, _, ner, head, _) in enumerate(sentence["tokens"]):  # type: ignore[misc]
            for at in range(begin, end):
                owner[at] = len(flat)
            flat.append((ner, base + (head - 1 if head else number)))
    word_of = {}
    mine = []
    for number, (a, _) in enumerate(places):
        token = owner.get(a, -1)
        mine.append(token)
        if token >= 0:
            word_of.setdefault(token, number)
    tags, heads = [], []
    before = "O"
    for number, token in enumerate(mine):
        kind = KINDS.get(flat[token][0], "O") if token >= 0 else "O"
        tags.append(0 if kind == "O" else NAMES.index(("I-" if kind == before else "B-") + kind))
        before = kind
        head = word_of.get(flat[token][1], -1) if token >= 0 else -1
        heads.append(head if token >= 0 and word_of.get(token) == number else -1)
    document.names["silver"] = tags
    document.silver_heads = heads
