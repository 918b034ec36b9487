"""A small layered layout for the stemma (after Sugiyama, Tagawa and Toda 1981): rows run down with time and with making.

No library is used: those at hand for Python are unmaintained or not free enough, and a stemma is small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.dossier.compose.ordering import ordered as in_order

_SETTLE = 14
_FAR = 1e6
# What keeps a long line straight against what keeps a box between its neighbours.
_STRAIGHT = 8.0
MOST_IN_ROW = 8


@dataclass(frozen=True, slots=True)
class Laid:
    """Where everything stands: `rows` of node ids from the top; `routes` lead each edge over columns, row by row.

    `place` gives (row, column) of every node; columns are in units of one box, from 0 to `width`. A route is a list of (row, column).
    """

    rows: tuple[tuple[str, ...], ...]
    place: dict[str, tuple[int, float]]
    routes: dict[tuple[str, str], tuple[tuple[int, float], ...]]
    width: float


def laid_out(
    nodes: Sequence[str], edges: Sequence[tuple[str, str]], light: Sequence[tuple[str, str]], band: Mapping[str, str]
) -> Laid:
    """Lay out `nodes`; `edges` run (parent, child) and are acyclic, `light` edges do not shape the rows.

    `band` gives a sortable time for nodes that have one: a node never stands above a node of an earlier band.
    """
    rows = _rows(nodes, edges, band)
    row_of = {node: number for number, row in enumerate(rows) for node in row}
    # An edge over several rows gets a stand-in on each row between, so that no line runs through a box.
    chains: dict[tuple[str, str], list[str]] = {}
    filled = [list(row) for row in rows]
    for edge in dict.fromkeys([*edges, *light]):
        top, low = sorted(edge, key=lambda n: row_of[n])
        between = [f"\0{edge[0]}\0{edge[1]}\0{r}" for r in range(row_of[top] + 1, row_of[low])]
        for stand_in, number in zip(between, range(row_of[top] + 1, row_of[low]), strict=True):
            filled[number].append(stand_in)
            row_of[stand_in] = number
        chains[edge] = [top, *between, low]
    linked: dict[str, list[str]] = defaultdict(list)
    for path in chains.values():
        for a, b in pairwise(path):
            linked[a].append(b)
            linked[b].append(a)
    ordered = in_order(filled, linked)
    place = _columns(ordered, linked)
    width = max((c + _room(n) / 2 for n, (_, c) in place.items()), default=1.0)
    routes = {}
    for edge, path in chains.items():
        way = [place[n] for n in path]
        routes[edge] = tuple(way if path[0] == edge[0] else way[::-1])
    held = {node: where for node, where in place.items() if not node.startswith("\0")}
    return Laid(tuple(tuple(n for n in row if not n.startswith("\0")) for row in ordered), held, routes, width)


def _rows(nodes: Sequence[str], edges: Sequence[tuple[str, str]], band: Mapping[str, str]) -> list[list[str]]:
    """Group the nodes into rows: by band, within a band by the longest way from above; wide rows are broken."""
    parents: dict[str, list[str]] = defaultdict(list)
    children: dict[str, list[str]] = defaultdict(list)
    for parent, child in edges:
        parents[child].append(parent)
        children[parent].append(child)
    last = "\U0010ffff"
    when = dict(band)
    for _ in range(len(nodes)):  # an undated node goes with its kin: below its parents, else above its children
        before = len(when)
        for node in nodes:
            if node in when:
                continue
            above = [when[p] for p in parents[node] if p in when]
            below = [when[c] for c in children[node] if c in when]
            if above:
                when[node] = max(above)
            elif below:
                when[node] = min(below)
        if len(when) == before:
            break
    groups: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        groups[when.get(node, last)].append(node)
    rows: list[list[str]] = []
    for key in sorted(groups):
        members = set(groups[key])
        depth: dict[str, int] = {}
        for node in _parents_first(groups[key], parents, members):
            depth[node] = max((depth[p] + 1 for p in parents[node] if p in members and p in depth), default=0)
        for level in range(max(depth.values()) + 1):
            row = [n for n in groups[key] if depth[n] == level]
            rows += [row[i : i + MOST_IN_ROW] for i in range(0, len(row), MOST_IN_ROW)]
    return rows


def _parents_first(nodes: Sequence[str], parents: Mapping[str, list[str]], members: set[str]) -> list[str]:
    done: dict[str, None] = {}
    for root in nodes:
        stack = [(root, False)]
        entered = set()
        while stack:
            node, ready = stack.pop()
            if ready or node in done:
                done.setdefault(node)
                continue
            if node in entered:
                continue
            entered.add(node)
            stack.append((node, True))
            stack.extend((p, False) for p in reversed(parents.get(node, [])) if p in members and p not in done)
    return list(done)


def _columns(rows: list[list[str]], linked: Mapping[str, list[str]]) -> dict[str, tuple[int, float]]:
    """Give every node its column: as near to the mean of its neighbours as the order and the room in its row allow."""
    at: dict[str, float] = {}
    for row in rows:
        edge = 0.0
        for node in row:
            at[node] = edge + _room(node) / 2
            edge += _room(node)
        for node in row:
            at[node] -= edge / 2
    row_of = {node: number for number, row in enumerate(rows) for node in row}
    for sweep in range(_SETTLE):
        last, side = sweep >= _SETTLE - 2, (1 if sweep % 2 else -1)
        order = list(enumerate(rows))
        for number, row in order[::-1] if sweep % 2 else order:
            held = [node for node in row if linked.get(node)]
            if not held:
                continue
            wanted, weights = [], []
            for node in held:
                both = last and not node.startswith("\0")
                near = [x for x in linked[node] if both or (row_of[x] - number) * side > 0]
                wanted.append(sum(at[x] for x in near) / len(near) if near else at[node])
                passing = node.startswith("\0") and any(x.startswith("\0") for x in near)
                weights.append(_STRAIGHT if passing else 1.0)
            at.update(zip(held, _spaced(held, wanted, weights), strict=True))
            # The rest of the row hangs together with nothing, and follows the others.
            edge = at[held[-1]] + _room(held[-1]) / 2
            for place, node in enumerate(row[len(held) :]):
                at[node] = edge + place + 0.5
    at = _gathered(rows, linked, at)
    left = min((x - _room(n) / 2 for n, x in at.items()), default=0.0)
    return {node: (row_of[node], x - left) for node, x in at.items()}


def _gathered(
    rows: Sequence[Sequence[str]], linked: Mapping[str, list[str]], at: Mapping[str, float]
) -> dict[str, float]:
    """Move what hangs together towards the middle of its largest part, as far as order and room in the rows allow."""
    parts: dict[str, int] = {}
    groups: list[list[str]] = []
    for start in (node for row in rows for node in row):
        if start in parts:
            continue
        held = [start]
        parts[start] = len(groups)
        for node in held:
            new = [x for x in dict.fromkeys(linked.get(node, ())) if x not in parts]
            parts.update(dict.fromkeys(new, len(groups)))
            held += new
        groups.append(held)
    needed = {}
    for row in rows:
        edge = 0.0
        for node in row:
            needed[node] = edge + _room(node) / 2
            edge += _room(node)
    row_of = {node: row for row in rows for node in row}
    moved: dict[str, float] = {}
    for group in sorted(groups, key=lambda g: -len(g)):
        low, high = -_FAR, _FAR
        for node in group:
            for other in row_of[node]:
                if other in moved and parts[other] != parts[node]:
                    bound = moved[other] + needed[node] - needed[other] - at[node]
                    low, high = (max(low, bound), high) if needed[other] < needed[node] else (low, min(high, bound))
        if low > high + 1e-9:  # two parts hook into one another: as it was
            return dict(at)
        middle = sum(_ends(moved)) / 2 if moved else 0.0
        wanted = middle - sum(_ends({node: at[node] for node in group})) / 2 if moved else 0.0
        shift = max(low, min(high, wanted))
        moved.update((node, at[node] + shift) for node in group)
    return moved


def _ends(at: Mapping[str, float]) -> tuple[float, float]:
    return min(at.values()), max(at.values())


def _room(node: str) -> float:
    """The room a node takes in its row; a stand-in for a passing line takes less than a box."""
    return 0.2 if node.startswith("\0") else 1.0


def _spaced(row: Sequence[str], wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return places nearest to the wanted ones, in weighted least squares, that keep the order and the room (pool adjacent violators)."""
    offsets = [0.0]
    for a, b in pairwise(row):
        offsets.append(offsets[-1] + (_room(a) + _room(b)) / 2)
    pools: list[tuple[float, float, int]] = []
    for want, weight, offset in zip(wanted, weights, offsets, strict=True):
        mean, size = want - offset, 1
        while pools and pools[-1][0] > mean:
            held, heavy, count = pools.pop()
            mean, weight, size = (held * heavy + mean * weight) / (heavy + weight), heavy + weight, size + count
        pools.append((mean, weight, size))
    flat = [mean for mean, _, size in pools for _ in range(size)]
    return [base + offset for base, offset in zip(flat, offsets, strict=True)]
