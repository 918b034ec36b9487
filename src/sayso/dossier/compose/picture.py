"""The stemma as a picture, laid out in pixels."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.dossier.compose.forest import forest
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.layout import Laid, laid_out
from sayso.dossier.compose.plain import shortened
from sayso.dossier.compose.stemma import edge_anchor, edge_class, summary
from sayso.dossier.compose.view import Arc, Node, Picture, Tick
from sayso.dossier.compose.wording import brief, share
from sayso.model import Derivation

_HEIGHT, _ROW, _LEFT, _TOP = 40, 84, 78, 12
# What fits beside the claims on the first screen, in pixels.
_BESIDE = 660
# More reports without any edge than this are named below the picture.
_ALONE = 12
# A layered picture of more reports cannot be read any more.
_MANY = 40


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measure of a picture in pixels: the left margin, the width of a box and of a column."""

    left: int
    box: int
    column: int

    def x(self, column: float) -> int:
        """Return where a column stands."""
        return round(self.left + column * self.column)

    def width(self, columns: float) -> int:
        """Return the width of a picture of so many columns."""
        return self.x(columns) + 8


def picture(index: Index) -> Picture:
    """Return the stemma laid out; reports without any edge are named beside it when they are many."""
    drawn = index.dossier.derivations
    if len(index.reports) > _MANY:
        return forest(index)
    linked = {end for d in drawn for end in (d.child, d.parent)}
    alone = [r.id for r in index.dossier.reports if r.id not in linked]
    shown_alone = alone if len(alone) <= _ALONE else []
    nodes = [a.id for a in index.dossier.absent if a.id in linked]
    nodes += [r.id for r in index.dossier.reports if r.id in linked or r.id in shown_alone]
    known = set(nodes)
    edges = [(d.parent, d.child) for d in drawn if d.basis != "citation" and {d.parent, d.child} <= known]
    light = [(d.parent, d.child) for d in drawn if d.basis == "citation" and {d.parent, d.child} <= known]
    band = {r.id: day for r in index.dossier.reports if (day := _day(r.published))}
    shaping = _acyclic(edges)
    laid = laid_out(nodes, shaping, [*light, *(e for e in edges if e not in set(shaping))], band)
    left = _LEFT if band else 12
    frame = _Frame(left, 104, 118)
    if frame.width(laid.width) > _BESIDE:
        frame = _Frame(left, 84, 94)
    dated = len(band)
    caption = (
        "No report is dated: only what was made from what runs down."
        if not dated
        else "Time runs down."
        if dated == len(index.dossier.reports)
        else "Time runs down where it is known; undated reports stand with what they were made from, or last."
    )
    arcs = [
        _arc(index, place, d, laid, frame)
        for place, d in enumerate(drawn, 1)
        if {d.parent, d.child} <= known and d.parent != d.child
    ]
    return Picture(
        width=frame.width(laid.width),
        height=_TOP * 2 + max(1, len(laid.rows)) * _ROW - (_ROW - _HEIGHT),
        box=(frame.box, _HEIGHT),
        nodes=tuple(_node(index, n, laid, frame) for n in nodes),
        arcs=_apart(arcs),
        ticks=_ticks(laid, band),
        alone=tuple(index.report_ref(r) for r in alone if r not in shown_alone),
        caption=caption,
        wide=frame.width(laid.width) > _BESIDE,
    )


def _acyclic(edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out edges that would close a circle: the model forbids them, a picture must not hang on it."""
    below: dict[str, set[str]] = defaultdict(set)
    kept = []
    for parent, child in dict.fromkeys(edges):
        reach, stack = set(), [child]
        while stack:
            node = stack.pop()
            if node not in reach:
                reach.add(node)
                stack.extend(sorted(below[node]))
        if parent not in reach:
            below[parent].add(child)
            kept.append((parent, child))
    return kept


def _day(published: str | None) -> str | None:
    """The sortable day of an EDTF date; None where the year is not known."""
    found = re.match(r"\d{4}(-\d\d(-\d\d)?)?", published or "")
    return found[0] if found else None


def _node(index: Index, id: str, laid: Laid, frame: _Frame) -> Node:
    row, column = laid.place[id]
    x, y = frame.x(column) - frame.box // 2, _TOP + row * _ROW
    report = index.reports.get(id)
    if report is None:
        what = next((a.actor_name or a.is_ for a in index.dossier.absent if a.id == id), "")
        return Node(
            x, y, f"{id}, absent", shortened(what, frame.box // 6), index.report_anchor(id), True, (), index.said(what)
        )
    undated = not _day(report.published) and any(_day(r.published) for r in index.dossier.reports)
    hues = [h for h in dict.fromkeys(index.hue(index.claims[c]) for c in index.claims_in(id)) if h]
    return Node(
        x,
        y,
        shortened(index.label(id), 10),
        "undated, " + shortened(index.outlet(id), frame.box // 6 - 9)
        if undated
        else shortened(index.outlet(id), frame.box // 6),
        index.report_anchor(id),
        False,
        tuple(hues[: 3 if frame.box > 100 else 2]),
        f"{index.label(id)}, {index.outlet(id)}{', undated' if undated else ''}",
    )


def _arc(index: Index, place: int, d: Derivation, laid: Laid, frame: _Frame) -> Arc:
    """The line of one derivation: from under the parent to the top of the child, through the columns kept free for it."""
    route = laid.routes[(d.parent, d.child)]
    points = [[frame.x(column), _TOP + row * _ROW] for row, column in route]
    down = route[0][0] < route[-1][0]
    level = route[0][0] == route[-1][0]
    aside = 12 if d.basis == "citation" else 0
    if level:
        side = 1 if points[0][0] < points[-1][0] else -1
        (ax, ay), (bx, by) = points[0], points[-1]
        ay, by = ay + _HEIGHT // 2, by + _HEIGHT // 2
        ax, bx = ax + side * frame.box // 2, bx - side * (frame.box // 2 + 3)
        # Two reports citing one another get two bows, one over and one under.
        bow = (-30 if side > 0 else 30) if abs(ax - bx) < frame.column else (-64 if side > 0 else 64)
        path = f"M{ax},{ay} C{ax + side * 8},{ay + bow} {bx - side * 8},{by + bow} {bx},{by}"
        at = ((ax + bx) // 2, (ay + by) // 2 + bow * 3 // 4)
    else:
        points[0][1] += _HEIGHT if down else 0
        points[-1][1] += -4 if down else _HEIGHT + 4
        for point in points[1:-1]:
            point[1] += _HEIGHT // 2
        points[0][0] += aside
        points[-1][0] += aside
        path = f"M{points[0][0]},{points[0][1]}"
        for (ax, ay), (bx, by) in pairwise(points):
            bend = (by - ay) * 2 // 5
            path += f" C{ax},{ay + bend} {bx},{by - bend} {bx},{by}"
        (ax, ay), (bx, by) = points[-2:] if len(points) > 2 else points
        at = ((ax + bx) // 2, (ay + by) // 2)
    label = (
        ""
        if d.basis == "citation"
        else share(d.score).replace("under ", "<").replace(" ", "") + ("" if d.direction_known else " ?")
    )
    width = "1.2" if d.basis == "citation" else f"{1.5 + 4.5 * max(0.0, min(1.0, d.score)):.1f}"
    return Arc(
        edge_anchor(place),
        path,
        edge_class(d),
        width,
        label,
        at[0],
        at[1],
        f"{index.label(d.child)} from {index.label(d.parent)}: {summary(d)}",
    )


def _apart(arcs: list[Arc]) -> tuple[Arc, ...]:
    """Move labels that would cover one another upwards, in the order of the edges."""
    taken: list[tuple[int, int]] = []
    moved = []
    for arc in arcs:
        x, y = arc.x, arc.y
        while arc.label and any(abs(x - a) < 7 * len(arc.label) and abs(y - b) < 12 for a, b in taken):
            y -= 12
        if arc.label:
            taken.append((x, y))
        moved.append(replace(arc, y=y))
    return tuple(moved)


def _ticks(laid: Laid, band: dict[str, str]) -> tuple[Tick, ...]:
    ticks, said = [], ""
    for place, row in enumerate(laid.rows):
        days = sorted({band[n] for n in row if n in band})
        label = brief(days[0]) if days else ""
        if label and label != said:
            ticks.append(Tick(_TOP + place * _ROW + _HEIGHT // 2, label))
            said = label
    return tuple(ticks)
