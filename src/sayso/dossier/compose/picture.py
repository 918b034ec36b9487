"""The stemma as a picture, laid out in pixels."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from sayso.dossier.compose.fit import fitted, width
from sayso.dossier.compose.forest import forest
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.layout import Laid, laid_out
from sayso.dossier.compose.lines import HEIGHT, ROW, TOP, Frame, Line, figures, lines
from sayso.dossier.compose.stemma import edge_anchor, edge_class, summary
from sayso.dossier.compose.view import Arc, Node, Picture, Tick
from sayso.dossier.compose.wording import brief, share
from sayso.model import Derivation

_LEFT = 78
# What fits beside the claims on the first screen, in pixels.
_BESIDE, _BELOW = 660, 1200
# The width of boxes, at least and at most, and the gap between two.
_BOXES, _GAP = (92, 140), 14
# More reports without any edge than this are named below the picture.
_ALONE = 12
# A layered picture of more reports cannot be read any more.
_MANY = 40
_INSET, _NAME, _UNDER = 8, 12.5, 10.5


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
    frame = _frame(left, laid.width)
    dated = len(band)
    caption = (
        "No report is dated: only what was made from what runs down."
        if not dated
        else "Time runs down."
        if dated == len(index.dossier.reports)
        else "Time runs down where it is known; undated reports stand with what they were made from, or last."
    )
    rings = {pair for cycle in index.dossier.cycles for pair in pairwise([*cycle.reports, cycle.reports[0]])}
    told = [(n, d) for n, d in enumerate(drawn, 1) if {d.parent, d.child} <= known and d.parent != d.child]
    # A child cites its parent: a circle that is told in citing order is drawn from parent to child.
    ways = lines(laid.routes, {pair[::-1] for pair in rings}, frame)
    spots = figures([(ways[d.parent, d.child], _figure(d)) for _, d in told])
    arcs = [
        _arc(index, n, d, ways[d.parent, d.child], at, (d.child, d.parent) in rings)
        for (n, d), at in zip(told, spots, strict=True)
    ]
    return Picture(
        width=frame.width(laid.width),
        height=TOP * 2 + max(1, len(laid.rows)) * ROW - (ROW - HEIGHT),
        box=(frame.box, HEIGHT),
        nodes=tuple(_node(index, n, laid, frame) for n in nodes),
        arcs=tuple(arcs),
        ticks=_ticks(laid, band),
        alone=tuple(index.report_ref(r) for r in alone if r not in shown_alone),
        caption=caption,
        wide=frame.width(laid.width) > _BESIDE,
    )


def _frame(left: int, columns: float) -> Frame:
    """Return the widest boxes that let the picture stand beside the claims; where that cannot be, those that read well below them."""
    for most in (_BESIDE, _BELOW):
        box = min(_BOXES[1], int((most - left - 8) / max(1.0, columns)) - _GAP)
        if box >= _BOXES[0]:
            break
    box = max(_BOXES[0], box)
    return Frame(left, box, box + _GAP)


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


def _node(index: Index, id: str, laid: Laid, frame: Frame) -> Node:
    row, column = laid.place[id]
    x, y, room = round(frame.x(column) - frame.box / 2), TOP + row * ROW, frame.box - 2 * _INSET
    report = index.reports.get(id)
    if report is None:
        what = next((a.actor_name or a.is_ for a in index.dossier.absent if a.id == id), "")
        under = fitted(index.said(what), room, _UNDER)
        return Node(x, y, id, "absent", under, index.report_anchor(id), True, (), f"{id}, absent: {index.said(what)}")
    undated = not _day(report.published) and any(_day(r.published) for r in index.dossier.reports)
    hues = [h for h in dict.fromkeys(index.hue(index.claims[c]) for c in index.claims_in(id)) if h]
    hues = hues[: 3 if frame.box > 100 and not undated else 2]
    outlet, beside = index.outlet(id), room - 9 * len(hues)
    label = fitted(index.label(id), beside, _NAME, bold=True)
    fits = width(label, _NAME, bold=True) + width(" undated", _UNDER) <= beside
    return Node(
        x,
        y,
        label,
        "undated" if undated and fits else "",
        fitted(f"undated, {outlet}" if undated and not fits else outlet, room, _UNDER),
        index.report_anchor(id),
        False,
        tuple(hues),
        f"{index.label(id)}, {outlet}{', undated' if undated else ''}",
    )


def _figure(d: Derivation) -> str:
    """The share of the child beside its line; a question mark where nothing tells who took from whom."""
    if d.basis == "citation":
        return ""
    return share(d.score).replace("under ", "<").replace(" ", "") + ("" if d.direction_known else " ?")


def _arc(index: Index, place: int, d: Derivation, line: Line, at: tuple[float, float], ring: bool) -> Arc:
    thick = "1.2" if d.basis == "citation" else f"{1.5 + 4.5 * max(0.0, min(1.0, d.score)):.1f}"
    return Arc(
        edge_anchor(place),
        line.path,
        edge_class(d) + (" ring" if ring else ""),
        thick,
        _figure(d),
        round(at[0]),
        round(at[1]),
        f"{index.label(d.child)} from {index.label(d.parent)}: {summary(d)}"
        + ("; part of a circle of citations" if ring else ""),
    )


def _ticks(laid: Laid, band: dict[str, str]) -> tuple[Tick, ...]:
    ticks, said = [], ""
    for place, row in enumerate(laid.rows):
        days = sorted({band[n] for n in row if n in band})
        label = brief(days[0]) if days else ""
        if label and label != said:
            ticks.append(Tick(TOP + place * ROW + HEIGHT // 2, label))
            said = label
    return tuple(ticks)
