"""What the workbench shows and asks for, and the desk it asks: whoever holds the case. The workbench itself knows no case file and no analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from sayso.config import Progress
from sayso.model import Anchor, JudgementKind

PlaceKind = Literal["claim", "report", "actor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something that may be judged: its anchor on the page as `id` (an actor's further names: `actor-x.2`), its words, where it stands, and the
    anchor of what it belongs to: a claim's proposition (a proposition is there itself too, and stands for the claim whose words are its head), the
    actor of a name; empty for a report."""

    id: str
    kind: PlaceKind
    words: str
    where: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement as it is shown: the record, what became of it, what the machine found by itself, and the anchors of its places on the page, empty where
    a place is not shown. `undone_by` is the record to take back to put it in force again."""

    number: int
    kind: JudgementKind
    who: str
    when: str
    why: str
    value: str | None
    words: tuple[str, ...]
    places: tuple[str, ...]
    state: str
    detail: str
    machine: str
    undone_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that changed: in words, before and after, what brought it, and the anchor it is found at, empty when it is gone."""

    kind: str
    text: str
    before: str
    after: str
    because: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One state of the case as it is shown: its page, what may be judged on it, what was judged, and what changed since it was last drawn."""

    revision: str
    html: str
    places: tuple[Place, ...]
    anchors: Mapping[str, Anchor]
    rulings: tuple[Ruling, ...]
    changed: tuple[Told, ...] | None


@dataclass(frozen=True, slots=True)
class Given:
    """What became of a file that was dropped: the names of the reports that came of it, and what was not taken, with reasons."""

    added: tuple[str, ...]
    left: tuple[str, ...]


class Desk(Protocol):
    """Holds the case. Every method may be called from any thread; errors meant for a person are SaysoError, what does not fit together is ValueError."""

    @property
    def name(self) -> str:
        """The name of the case."""

    @property
    def who(self) -> str:
        """Who judges, unless told otherwise."""

    def revision(self) -> str:
        """Return the revision of the case as it is in its file now."""

    def draw(self, last: Drawn | None, progress: Progress) -> Drawn:
        """Work out the case as it is now; `last` is what was drawn before."""

    def judge(
        self, kind: JudgementKind, places: Sequence[Anchor], who: str, why: str, value: str | None, expected: str
    ) -> str:
        """Record a judgement; return the revision it makes. Raises CaseMovedError when the case is not at revision `expected`."""

    def undo(self, number: int, who: str, why: str, expected: str) -> str:
        """Take back a judgement; return the revision it makes. Raises CaseMovedError when the case is not at revision `expected`."""

    def changed_by(self, number: int, drawn: Drawn, progress: Progress) -> tuple[Told, ...]:
        """Return what one record changed, with places on the page `drawn`."""

    def add(self, path: Path, progress: Progress) -> Given:
        """Read a file and write its reports to the case. When this returns they are on the disk."""
