"""Floors that may only rise: the figures that have been reached, less a margin for noise.

The file holds `floors` (the figure may not be less), `ceilings` (counts of faults: may not be more) and `lowered`, the record of every time
one was eased, with the reason.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
MARGIN = 0.02
FAULTS = ("false_corroboration", "given_false_corroboration", "updates_as_conflicts")

Figures = dict[str, float]


class LoweringError(Exception):
    """A floor would be lowered without a word why."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """One floor that was eased: its name, from what to what, and why."""

    name: str
    before: float
    after: float
    because: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors and ceilings, by measure, and the record of those that were eased."""

    floors: Figures = field(default_factory=dict)
    ceilings: Figures = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()

    def limit(self, name: str) -> float | None:
        """Return the floor or ceiling of a measure, None when it has none."""
        return self.ceilings.get(name) if is_fault(name) else self.floors.get(name)


def is_fault(name: str) -> bool:
    """Tell whether a measure counts faults, so that less is better."""
    return name.rpartition(".")[2] in FAULTS


def read(file: Path = FILE) -> Floors:
    """Return the floors of a file; none at all when it is not there."""
    if not file.is_file():
        return Floors()
    held = json.loads(file.read_text("utf-8"))
    return Floors(held["floors"], held["ceilings"], tuple(Lowered(**entry) for entry in held["lowered"]))


def write(floors: Floors, file: Path = FILE) -> None:
    """Write the floors, sorted, so that a change is one line of a diff."""
    entries = [
        {"name": entry.name, "before": entry.before, "after": entry.after, "because": entry.because}
        for entry in floors.lowered
    ]
    content = {
        "floors": dict(sorted(floors.floors.items())),
        "ceilings": dict(sorted(floors.ceilings.items())),
        "lowered": entries,
    }
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")


def fallen(figures: Figures, floors: Floors) -> list[str]:
    """Return one sentence for each measure that is worse than its limit, or that has one and was not measured."""
    said = []
    for name, floor in sorted(floors.floors.items()):
        if name not in figures:
            said.append(f"{name} has the floor {floor:.3f} and was not measured")
        elif figures[name] < floor:
            said.append(f"{name} is {figures[name]:.3f}, below its floor {floor:.3f}")
    for name, ceiling in sorted(floors.ceilings.items()):
        if name not in figures:
            said.append(f"{name} has the ceiling {ceiling:g} and was not measured")
        elif figures[name] > ceiling:
            said.append(f"{name} is {figures[name]:g}, above its ceiling {ceiling:g}")
    return said


def raised(figures: Figures, floors: Floors, lower: tuple[str, ...] = (), because: str = "") -> Floors:
    """Return the floors with every measure raised that has got better, and those named in `lower` set to what was measured.

    Raises LoweringError when a figure is below its floor and not named in `lower`, or when `lower` comes without a reason or names what needs no lowering.
    A measure that was not measured this time keeps its limit.
    """
    if lower and not because.strip():
        raise LoweringError("a floor is lowered only with a reason: add --because '...'")
    worse = {
        sentence.split(" ")[0]: sentence for sentence in fallen(figures, floors) if sentence.split(" ")[0] in figures
    }
    unexplained = [sentence for name, sentence in worse.items() if name not in lower]
    if unexplained:
        raise LoweringError("; ".join(unexplained) + ". Make it better, or say --lower NAME --because '...'")
    needless = [name for name in lower if name not in worse]
    if needless:
        raise LoweringError(f"{', '.join(needless)}: nothing to lower, it is not below its floor")
    new_floors, new_ceilings, record = dict(floors.floors), dict(floors.ceilings), list(floors.lowered)
    for name, figure in figures.items():
        limits = new_ceilings if is_fault(name) else new_floors
        wanted = figure if is_fault(name) else round(max(0.0, figure - MARGIN), 3)
        held = limits.get(name)
        if name in worse:
            assert held is not None
            record.append(Lowered(name, held, wanted, because.strip()))
            limits[name] = wanted
        elif held is None or (wanted < held if is_fault(name) else wanted > held):
            limits[name] = wanted
    return Floors(new_floors, new_ceilings, tuple(record))
