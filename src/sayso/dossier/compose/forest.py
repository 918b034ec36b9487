"""The stemma of a large pile: trees, one report a line, each under the report it took most from."""

from __future__ import annotations

from collections import defaultdict

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened
from sayso.dossier.compose.stemma import edge_anchor, edge_class, summary
from sayso.dossier.compose.view import Arc, Node, Picture
from sayso.dossier.compose.wording import brief, share
from sayso.model import Derivation

BOX = (450, 20)
_INDENT, _ROW, _TOP = 30, 25, 8


def forest(index: Index) -> Picture:
    """Return the trees of strongest parents by text; other edges and citations are told in words below the picture."""
    best: dict[str, tuple[int, Derivation]] = {}
    for place, d in enumerate(index.dossier.derivations, 1):
        if d.basis != "citation" and (d.child not in best or d.score > best[d.child][1].score):
            best[d.child] = (place, d)
    below: dict[str, list[str]] = defaultdict(list)
    for child, (_, d) in best.items():
        below[d.parent].append(child)
    when = {r.id: r.published or "~" for r in index.dossier.reports}

    def early(id: str) -> tuple[str, int, str]:
        return when.get(id, ""), index.order(id), id

    def size(id: str) -> int:
        """How many reports a tree holds; every child has one strongest parent, so only a circle could go on for ever."""
        held, waiting = {id}, [id]
        while waiting:
            new = [child for child in below[waiting.pop()] if child not in held]
            held.update(new)
            waiting += new
        return len(held)

    roots = sorted((p for p in list(below) if p not in best), key=lambda p: (-size(p), early(p)))
    rows: list[tuple[str, int]] = []
    seen: set[str] = set()
    for root in [*roots, *sorted(best, key=early)]:  # the second part is empty unless edges run in a circle
        stack = [(root, 0)]
        while stack:
            node, depth = stack.pop()
            if node in seen:
                continue
            seen.add(node)
            rows.append((node, depth))
            stack.extend((child, depth + 1) for child in sorted(below[node], key=early, reverse=True))
    at = {node: (depth, row) for row, (node, depth) in enumerate(rows)}
    drawn = [best[node] for node, _ in rows if node in best]
    absent = {a.id: a.actor_name or a.is_ for a in index.dossier.absent}
    deepest = max((depth for _, depth in rows), default=0)
    return Picture(
        width=deepest * _INDENT + BOX[0] + 80,
        height=_TOP * 2 + max(1, len(rows)) * _ROW,
        box=BOX,
        nodes=tuple(_node(index, node, at, absent.get(node)) for node, _ in rows),
        arcs=tuple(_arc(index, place, d, at) for place, d in drawn if at[d.parent][1] < at[d.child][1]),
        ticks=(),
        alone=tuple(index.report_ref(r.id) for r in index.in_order if r.id not in seen),
        caption="A large pile: each report stands under the one it took most from; the other edges stand in words below.",
        wide=True,
        flat=True,
    )


def _node(index: Index, id: str, at: dict[str, tuple[int, int]], absent: str | None) -> Node:
    depth, row = at[id]
    x, y = 4 + depth * _INDENT, _TOP + row * _ROW
    report = index.reports.get(id)
    if report is None:
        what = index.said(absent or "")
        return Node(x, y, id, "absent", shortened(what, 34), index.report_anchor(id), True, (), what)
    when = brief(report.published) if report.published else "undated"
    under = f"{shortened(index.outlet(id), 26)}, {when}"
    hues = [h for h in dict.fromkeys(index.hue(index.claims[c]) for c in index.claims_in(id)) if h]
    return Node(x, y, shortened(index.label(id), 24), "", under, index.report_anchor(id), False, tuple(hues[:3]), under)


def _arc(index: Index, place: int, d: Derivation, at: dict[str, tuple[int, int]]) -> Arc:
    (from_depth, from_row), (depth, row) = at[d.parent], at[d.child]
    x, y = 4 + from_depth * _INDENT + 12, _TOP + from_row * _ROW + BOX[1]
    end, middle = 4 + depth * _INDENT, _TOP + row * _ROW + BOX[1] // 2
    return Arc(
        edge_anchor(place),
        f"M{x},{y} V{middle} H{end - 2}",
        edge_class(d),
        f"{1.2 + 2.4 * max(0.0, min(1.0, d.score)):.1f}",
        share(d.score).replace("under ", "<").replace(" ", "") + ("" if d.direction_known else " ?"),
        end + BOX[0] + 24,
        middle,
        f"{index.label(d.child)} from {index.label(d.parent)}: {summary(d)}",
    )
