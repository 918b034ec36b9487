"""PolNeAR as it lies: texts, and the attributions that people marked in brat standoff files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model import Attribution

ROLES = ("Source", "Cue", "Content")
SPANS = re.compile(r"(T\d+)\t(\w+) ([\d; ]+)\t")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as the characters that its source, its cue and its content cover."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def text_of(path: Path) -> str:
    """Return a text as it is stored: the offsets count its code points, line ends included."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def word_starts(text: str) -> list[int]:
    """Return where the runs of letters and digits begin."""
    return [m.start() for m in re.finditer(r"\w+", text)]


def annotated(file: Path) -> dict[str, set[int]]:
    """Return the characters each role covers in a brat standoff file."""
    covered: dict[str, set[int]] = {role: set() for role in ROLES}
    for _, role, characters in _spans(file):
        if role in covered:
            covered[role] |= characters
    return covered


def attributions(file: Path) -> list[Marked]:
    """Return the attributions of a brat standoff file; one that names neither a cue nor a content is none."""
    spans = {key: characters for key, _, characters in _spans(file)}
    found = []
    for line in file.read_text("utf-8").split("\n"):
        if not re.match(r"E\d+\t", line):
            continue
        parts: dict[str, set[int]] = {role: set() for role in ROLES}
        for part in line.split("\t")[1].split():
            role, _, key = part.partition(":")
            role = role.rstrip("0123456789")
            if role in parts:
                parts[role] |= spans.get(key, set())
        if parts["Cue"] or parts["Content"]:
            found.append(Marked(*(frozenset(parts[role]) for role in ROLES)))
    return found


def annotators(part: Path) -> dict[str, list[Path]]:
    """Return the annotation files of each document of one part (train or dev), sorted by name."""
    files: dict[str, list[Path]] = defaultdict(list)
    for file in sorted((part / "attributions").glob("*.ann")):
        files[file.stem.rpartition("_")[0]].append(file)
    return files


@cache
def given(part: Path) -> dict[str, tuple[Attribution, ...]]:
    """Return the attributions that the tool gives for each document of one part, by the name of its text.

    Raises ValueError when the tool changed a text in reading it, since the offsets mean nothing then.
    """
    import sayso

    texts = {path.name: path for path in sorted((part / "text").glob("*.txt"))}
    found: dict[str, tuple[Attribution, ...]] = dict.fromkeys((path.stem for path in texts.values()), ())
    for table in sayso.sources(texts.values()).tables:
        path = texts[Path(table.report.file).name]
        if table.report.text != text_of(path):
            raise ValueError(f"the text of {path.name} was changed in reading: offsets mean nothing")
        found[path.stem] = table.attributions
    return found


def marked(attributions: Iterable[Attribution]) -> list[Marked]:
    """Return attributions of the tool in the same form as those that people marked."""
    return [
        Marked(*(frozenset(i for s in spans for i in range(s.start, s.end)) for spans in (a.source, a.cue, a.content)))
        for a in attributions
    ]


def _spans(file: Path) -> Iterator[tuple[str, str, set[int]]]:
    for line in file.read_text("utf-8").splitlines():
        found = SPANS.match(line)
        if found:
            pieces = [tuple(map(int, piece.split())) for piece in found.group(3).split(";")]
            yield found.group(1), found.group(2), {i for start, end in pieces for i in range(start, end)}
