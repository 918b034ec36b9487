"""What the page's script is told, as plain data; keys are short, since there is one entry for every claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimDatum:
    """One claim: `n` its proposition's number (0: none), `r` its report's place from 1, `who` its chain, `how` its manner, `a` actors by place in
    `PageData.actors`, `c` its certainty, `x` its conflicts by number, `w` its words, shortened, `p` where it stands."""

    n: int
    r: int
    who: str
    how: str
    a: tuple[int, ...]
    c: str
    x: tuple[int, ...]
    w: str
    p: str


@dataclass(frozen=True, slots=True)
class PropositionDatum:
    """One proposition: text, glyphs, count of origins in words."""

    t: str
    g: str
    o: str


@dataclass(frozen=True, slots=True)
class ActorDatum:
    """One who speaks or hands on: the anchor of its row, its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class NodeDatum:
    """A report or an absent dispatch of the stemma: its anchor, short name, outlet or agency."""

    id: str
    label: str
    under: str
    absent: bool


@dataclass(frozen=True, slots=True)
class EdgeDatum:
    """A line of the stemma between two anchors: the anchor that tells it in words, its style, its weight 0-1, its figure."""

    id: str
    parent: str
    child: str
    cls: str
    score: float
    label: str


@dataclass(frozen=True, slots=True)
class Shrink:
    """A proposition (by number) that stands on fewer origins: its glyphs and its count then."""

    n: int
    g: str
    o: str


@dataclass(frozen=True, slots=True)
class TakenAway:
    """What still stands without one report or one origin: `id` is the anchor of what is left out, `fallen` are numbers of propositions, `dissolved`
    numbers of conflicts; `totals` and `families` are said in words."""

    id: str
    kind: str
    name: str
    claims: int
    fallen: tuple[int, ...]
    shrunk: tuple[Shrink, ...]
    dissolved: tuple[int, ...]
    totals: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageData:
    """All of it; claims by anchor, propositions by number from 1, so the kinds of conflict."""

    claims: dict[str, ClaimDatum]
    propositions: tuple[PropositionDatum, ...]
    conflicts: tuple[str, ...]
    actors: tuple[ActorDatum, ...]
    nodes: tuple[NodeDatum, ...]
    edges: tuple[EdgeDatum, ...]
    away: tuple[TakenAway, ...]
