"""From scores of arcs to trees: one root a sentence, no circle (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np

from sayso.language.encoder.session import Floats

PROSE, LIKELY = 60, 2
"""Up to how many words every root is weighed, and how many beyond: where a text is no prose, each trial takes a tenth of a second."""


def tree(scores: Floats) -> list[int]:
    """Return the head of each of N words by the best tree with exactly one root: `scores` [N, N], word i hangs on j, the diagonal is for roots.

    A root is its own head. Greedy heads are kept where they already are a tree. In a sentence of more than PROSE words only the LIKELY best roots are tried.
    """
    n = len(scores)
    if n == 1:
        return [0]
    heads = scores.argmax(1)
    if int((heads == np.arange(n)).sum()) == 1 and not _circle(heads.tolist()):
        return [int(h) for h in heads]
    # The root that costs least is chosen first; the rest is an arborescence from it.
    best: list[int] | None = None
    worth = -np.inf
    off = scores.astype(np.float64).copy()
    root_scores = np.diag(off).copy()
    np.fill_diagonal(off, -np.inf)
    most = off.max(1)
    roots = np.argsort(-(root_scores - most), kind="stable").tolist()
    for root in roots if n <= PROSE else roots[:LIKELY]:
        if best is not None and root_scores[root] - most[root] + most.sum() <= worth:
            break  # no root from here on can do better, even with the best arc for every other word
        held = _arborescence(off, root)
        total = root_scores[root] + sum(off[i, h] for i, h in enumerate(held) if i != root)
        if best is None or total > worth:
            best, worth = held, total
    assert best is not None
    return best


def _circle(heads: list[int]) -> list[int]:
    """Return the words of one circle, empty when there is none; a word that is its own head ends a path."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        at = start
        while not seen[at]:
            seen[at] = 1
            path.append(at)
            if heads[at] == at:
                break
            at = heads[at]
        if heads[at] != at and at in path:
            return path[path.index(at) :]
        for word in path:
            seen[word] = 2
    return []


def _arborescence(scores: np.ndarray[tuple[int, ...], np.dtype[np.float64]], root: int) -> list[int]:
    """Return the heads of the best arborescence from `root`; circles are drawn together and opened again, one after another."""
    n = len(scores)
    held = scores.copy()
    held[root] = -np.inf
    held[root, root] = 0.0
    heads: list[int] = held.argmax(1).tolist()
    turning = _circle(heads)
    if not turning:
        return heads
    circle = np.asarray(turning)
    inside = np.zeros(n, bool)
    inside[circle] = True
    outside = np.flatnonzero(~inside)
    within = sum(held[i, heads[i]] for i in turning)
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = held[np.ix_(outside, outside)]
    from_circle = held[np.ix_(outside, circle)]
    small[:-1, -1] = from_circle.max(1)
    leaving = circle[from_circle.argmax(1)]
    own = np.asarray([held[i, heads[i]] for i in turning])
    into = held[np.ix_(circle, outside)] - own[:, None] + within
    small[-1, :-1] = into.max(0)
    entering = circle[into.argmax(0)]
    solved = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    result = list(heads)
    for number, word in enumerate(outside.tolist()):
        head = solved[number]
        result[word] = int(leaving[number]) if head == len(outside) else int(outside[head])
    opened = solved[-1]
    result[int(entering[opened])] = int(outside[opened])
    return [int(h) for h in result]
