"""Piles written for training: fiction in which every stretch says which propositions it carries, and whether it affirms, denies or leaves them open.

A file is one affair. `# Outlet | date` opens a report; a line is a sentence, cut by ` / ` where its parts carry something else; before a bar stand the
propositions of the parts as number and sign (`4-`), or `*` for none. `! 2 3` names propositions that cannot both be right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

HOME = Path(__file__).parent / "written"
HELD = frozenset((Path(__file__).parent / "held.txt").read_text("utf-8").split())
"""Piles kept back to weigh and to measure on: one in six."""
_PARAGRAPH = 3  # sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a report's text with the sign, `+`, `-` or `?`, for each proposition it carries."""

    report: int
    start: int
    end: int
    signs: dict[int, str]


@dataclass(slots=True)
class Pile:
    """One affair: outlets with dates, the texts of their reports, the labelled stretches, and which propositions exclude each other."""

    name: str
    heads: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    exclude: set[tuple[int, int]] = field(default_factory=set)

    def text(self, stretch: Stretch) -> str:
        """Return the words of a stretch."""
        return self.texts[stretch.report][stretch.start : stretch.end]


def read(path: Path) -> Pile:
    """Read one file."""
    pile = Pile(path.stem)
    sentences = 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("!"):
            a, b = sorted(map(int, line[1:].split()))
            pile.exclude.add((a, b))
        elif line.startswith("#"):
            outlet, date = line[1:].split("|")
            pile.heads.append((outlet.strip(), date.strip()))
            pile.texts.append("")
            sentences = 0
        elif line.strip():
            for place, part in enumerate(line.split(" / ")):
                signs, _, words = part.partition("|")
                text = pile.texts[-1]
                gap = "" if not text else " " if place or sentences % _PARAGRAPH else "\n\n"
                start = len(text) + len(gap)
                pile.texts[-1] = text + gap + words.strip()
                held = {int(one[:-1]): one[-1] for one in signs.split() if one != "*"}
                pile.stretches.append(Stretch(len(pile.texts) - 1, start, len(pile.texts[-1]), held))
            sentences += 1
    return pile


def piles(folder: Path = HOME) -> list[Pile]:
    """Return all piles, by name."""
    return [read(path) for path in sorted(folder.glob("*.txt"))]
