"""The order of the nodes within the rows of a layered picture: as few crossings as a small search finds."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

_SWEEPS = 8


def ordered(rows: list[list[str]], linked: Mapping[str, list[str]]) -> list[list[str]]:
    """Order each row by the mean place of its neighbours in the row above, then below; of all sweeps the least crossed is kept."""
    held = [list(row) for row in rows]
    best, fewest = [list(row) for row in held], _crossed(held, linked)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for number in range(len(held)) if down else range(len(held) - 1, -1, -1):
            beside = number - 1 if down else number + 1
            if not 0 <= beside < len(held):
                continue
            at = {n: (i + 0.5) / len(held[beside]) for i, n in enumerate(held[beside])}
            mine = {n: (i + 0.5) / len(held[number]) for i, n in enumerate(held[number])}

            def middle(node: str, at: Mapping[str, float] = at, mine: Mapping[str, float] = mine) -> float:
                near = [at[x] for x in linked.get(node, ()) if x in at]
                return sum(near) / len(near) if near else mine[node]

            held[number].sort(key=lambda n: (middle(n), mine[n]))
        crossed = _crossed(held, linked)
        if crossed < fewest:
            best, fewest = [list(row) for row in held], crossed
    _swapped(best, linked)
    # What hangs together with nothing stands at the right end of its row.
    return [sorted(row, key=lambda n: not linked.get(n)) for row in best]


def _crossed(rows: Sequence[Sequence[str]], linked: Mapping[str, list[str]]) -> int:
    """Count the pairs of lines between neighbouring rows that cross."""
    count = 0
    for above, below in pairwise(rows):
        at = {node: place for place, node in enumerate(below)}
        seen: list[int] = []
        for node in above:
            ends = sorted(at[x] for x in linked.get(node, ()) if x in at)
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _swapped(rows: list[list[str]], linked: Mapping[str, list[str]]) -> None:
    """Swap neighbours in a row while that takes crossings away."""
    for _ in range(_SWEEPS):
        better = False
        for number, row in enumerate(rows):
            beside = [
                {n: i for i, n in enumerate(rows[other])}
                for other in (number - 1, number + 1)
                if 0 <= other < len(rows)
            ]
            for place in range(len(row) - 1):
                one, two = row[place], row[place + 1]
                gain = 0
                for at in beside:
                    left = [at[x] for x in linked.get(one, ()) if x in at]
                    right = [at[x] for x in linked.get(two, ()) if x in at]
                    gain += sum((a > b) - (a < b) for a in left for b in right)
                if gain > 0:
                    row[place], row[place + 1] = two, one
                    better = True
        if not better:
            return
