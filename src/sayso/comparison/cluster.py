"""Group claims so that what is grouped is alike on the whole, never chained."""

from __future__ import annotations

import heapq
from collections.abc import Iterable


def groups(count: int, pairs: Iterable[tuple[int, int, float]], resolution: float) -> list[list[int]]:
    """Return a partition of 0..count-1 that makes the sum of (weight - resolution) over grouped pairs large.

    `pairs` are (i, j, weight); a pair not given weighs 0, so each unlike pair in a group costs `resolution`. Groups merge, best mean weight
    first, then single members move, while that gains: correlation clustering, the constant Potts model (Traag, Van Dooren, Nesterov 2011). Groups
    come sorted, ordered by their smallest member; the result depends on the numbering alone.
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for i, j, weight in pairs:
        near[i][j] = weight
        near[j][i] = weight
    label = _moved(near, _merged(near, resolution), resolution)
    gathered: dict[int, list[int]] = {}
    for member, group in enumerate(label):
        gathered.setdefault(group, []).append(member)
    return sorted(gathered.values())


def _merged(near: list[dict[int, float]], resolution: float) -> list[int]:
    links = [dict(row) for row in near]
    size = [1] * len(near)
    version = [0] * len(near)
    label = list(range(len(near)))
    members = [[i] for i in range(len(near))]
    heap = [(-w, i, j, 0, 0) for i, row in enumerate(near) for j, w in row.items() if i < j and w > resolution]
    heapq.heapify(heap)
    while heap:
        _, i, j, seen_i, seen_j = heapq.heappop(heap)
        if version[i] != seen_i or version[j] != seen_j:
            continue
        for other, weight in links[j].items():
            if other != i:
                links[i][other] = links[i].get(other, 0.0) + weight
                links[other][i] = links[i][other]
            links[other].pop(j, None)
        size[i] += size[j]
        members[i] += members[j]
        links[j], members[j] = {}, []
        version[i] += 1
        version[j] += 1
        for other, weight in links[i].items():
            mean = round(weight / (size[i] * size[other]), 9)
            if mean > resolution:
                low, high = min(i, other), max(i, other)
                heapq.heappush(heap, (-mean, low, high, version[low], version[high]))
    for group, held in enumerate(members):
        for member in held:
            label[member] = group
    return label


def _moved(near: list[dict[int, float]], label: list[int], resolution: float, rounds: int = 20) -> list[int]:
    size = [0] * len(near)
    for group in label:
        size[group] += 1
    for _ in range(rounds):
        moved = False
        for member, row in enumerate(near):
            pull: dict[int, float] = {}
            for other, weight in row.items():
                pull[label[other]] = pull.get(label[other], 0.0) + weight
            here = label[member]
            stay = pull.get(here, 0.0) - resolution * (size[here] - 1)
            best, where = max(stay, 0.0), here
            if stay < -1e-12:  # better alone; an empty label exists, since this group holds at least two
                where = size.index(0)
            for group in sorted(pull):
                gain = pull[group] - resolution * size[group]
                if group != here and gain > best + 1e-12:
                    best, where = gain, group
            if where != here:
                size[here] -= 1
                size[where] += 1
                label[member] = where
                moved = True
        if not moved:
            break
    return label
