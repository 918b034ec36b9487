"""From scores of single words to spans: Viterbi over BIO tags and over the parts around a cue."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.language.encoder.session import Floats

Span = tuple[int, int]


def log_softmax(logits: Floats) -> Floats:
    """Return log probabilities over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_path(scores: Floats, moves: Floats, begin: Floats | None = None) -> list[int]:
    """Return the best row of states by Viterbi: `scores` [N, S], `moves` [S, S] from state to state, `begin` [S] at the start."""
    if not len(scores):
        return []
    held = scores[0] + (0 if begin is None else begin)
    back = np.zeros(scores.shape, np.int64)
    for at in range(1, len(scores)):
        options = held[:, None] + moves
        back[at] = options.argmax(0)
        held = options.max(0) + scores[at]
    path = [int(held.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def steady_path(scores: Floats, cost: float) -> list[int]:
    """Return the best row of states where every change of state costs the same: `scores` [N, S]. Plain numbers are faster here than arrays."""
    rows = scores.tolist()
    if not rows:
        return []
    held = rows[0]
    back: list[list[int]] = []
    states = range(len(held))
    for row in rows[1:]:
        top = max(held)
        best = held.index(top)
        came = [s if held[s] >= top - cost else best for s in states]
        held = [held[came[s]] - (0.0 if came[s] == s else cost) + row[s] for s in states]
        back.append(came)
    at = held.index(max(held))
    path = [at]
    for came in reversed(back):
        at = came[at]
        path.append(at)
    return path[::-1]


def bio_moves(labels: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the moves and beginnings that BIO allows: an I- follows only its own B- or I-."""
    moves = np.zeros((len(labels), len(labels)), np.float32)
    begin = np.zeros(len(labels), np.float32)
    for b, to in enumerate(labels):
        if to.startswith("I-"):
            begin[b] = -1e4
            for a, source in enumerate(labels):
                if source[2:] != to[2:] or source == "O":
                    moves[a, b] = -1e4
    return moves, begin


def bio_spans(path: Sequence[int], labels: Sequence[str]) -> list[tuple[str, Span]]:
    """Return the spans of a path of BIO tags with their kinds, in order."""
    found: list[tuple[str, Span]] = []
    start = -1
    for at, state in enumerate([*path, labels.index("O")]):
        label = labels[state]
        if start >= 0 and not label.startswith("I-"):
            found.append((labels[path[start]][2:], (start, at)))
            start = -1
        if label.startswith("B-"):
            start = at
    return found


def runs(path: Sequence[int], state: int) -> list[Span]:
    """Return the unbroken ranges in which the path is in `state`."""
    found: list[Span] = []
    start = -1
    for at, held in enumerate([*path, -1]):
        if held == state and start < 0:
            start = at
        elif held != state and start >= 0:
            found.append((start, at))
            start = -1
    return found
