"""One reading of a row of words: windows through the graphs, put together to what holds for the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeVar

import numpy as np

from sayso.language.encoder.features import PARAGRAPH, REACH, Words, distance, row
from sayso.language.encoder.labels import MODALITIES, NAMES, POLARITIES, RELATIONS, ROLES, UPOS
from sayso.language.encoder.pairs import Told, pairs
from sayso.language.encoder.session import Floats, Session, Tagged
from sayso.language.encoder.spans import Span, best_path, bio_moves, bio_spans, log_softmax, runs, steady_path
from sayso.language.encoder.trees import tree
from sayso.language.encoder.windows import Window, windows

OPENING, CLOSING = 101, 102
CUES = [number for number, role in enumerate(ROLES) if role.endswith("-cue")]
SOURCES = [number for number, role in enumerate(ROLES) if role.endswith("-source")]
CONTENTS = [number for number, role in enumerate(ROLES) if role.endswith("-content")]
SIZES = {"ends": 0, "upos": len(UPOS), "names": len(NAMES), "roles": len(ROLES), "facts": 0}
SIZES |= {"polarity": len(POLARITIES), "modality": len(MODALITIES)}
KEEN = 0.6
"""What is added to the chance of a cue: a cue that is missed costs a whole attribution."""
FLAT = 0.25
"""What the head over roles, which asks nothing about a cue, weighs beside the reader around it."""
PROPER = 0.6
"""A name has a word that is at least so likely a proper noun."""
HOLE = 4
"""Words in a row inside a content that the reader may pass over."""
CHANGE = 0.4
"""What it costs to change the part from one word to the next around a cue."""


T = TypeVar("T")
U = TypeVar("U")


@cache
def _pool(threads: int) -> ThreadPoolExecutor:
    """Return threads that stay: a report is read in a fraction of a second, and would begin by starting them."""
    return ThreadPoolExecutor(threads, "sayso-reading")


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as ranges of words: the cue, the pieces of source and content, and how likely the cue is one at all (0-1)."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    likely: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What the heads over words say of all W words, each as its own window has it; arrays as in `Tagged`."""

    ends: Floats
    upos: Floats
    names: Floats
    roles: Floats
    facts: Floats
    polarity: Floats
    modality: Floats


class Reading:
    """The words of one report after the encoder has read them."""

    def __init__(self, session: Session, words: Words, threads: int = 1) -> None:
        self.session = session
        self.words = words
        self.threads = threads
        self.windows = windows(words)
        rows = [row(words.part(w.first, w.last), OPENING, CLOSING) for w in self.windows]
        self.tagged: list[Tagged] = self._spread(session.tag, rows)
        self.heard = self._joined()

    def _spread(self, work: Callable[[T], U], over: Sequence[T]) -> list[U]:
        """Do the same work on each item, several at once where there are threads for it; results keep their order."""
        if self.threads < 2 or len(over) < 2:
            return [work(one) for one in over]
        return list(_pool(self.threads).map(work, over))

    def _joined(self) -> Heard:
        def own(name: str) -> Floats:
            parts = [
                getattr(t, name)[w.own_first - w.first : w.own_last - w.first]
                for t, w in zip(self.tagged, self.windows, strict=True)
            ]
            return np.concatenate(parts) if parts else np.zeros((0, SIZES[name]) if SIZES[name] else 0, np.float32)

        return Heard(*(own(name) for name in SIZES))

    def _home(self, first: int, last: int) -> tuple[Window, Tagged]:
        """Return the window that holds the words first..last nearest to its middle, and whole where one does."""

        def worth(number: int) -> tuple[int, int]:
            window = self.windows[number]
            inside = min(window.last, last) - max(window.first, first)
            return inside, min(first - window.first, window.last - last)

        number = max(range(len(self.windows)), key=worth)
        return self.windows[number], self.tagged[number]

    def name_spans(self) -> list[tuple[str, Span]]:
        """Return the names with their kinds (PER, ORG, LOC, OTHER)."""
        moves, begin = bio_moves(NAMES)
        opens = [i for i, gap in enumerate(self.words.gaps) if gap == PARAGRAPH and i]
        found: list[tuple[str, Span]] = []
        for first, last in pairwise([0, *opens, len(self.words)]):  # no name runs from one paragraph into the next
            path = best_path(log_softmax(self.heard.names[first:last]), moves, begin)
            found.extend((kind, (first + a, first + b)) for kind, (a, b) in bio_spans(path, NAMES))
        proper = np.exp(log_softmax(self.heard.upos))[:, UPOS.index("PROPN")]
        return [(kind, (a, b)) for kind, (a, b) in found if proper[a:b].max() >= PROPER]

    def role_spans(self) -> list[tuple[str, Span]]:
        """Return sources, cues and contents as they are seen without asking which belongs to which."""
        moves, begin = bio_moves(ROLES)
        scores = log_softmax(self.heard.roles)
        scores[:, CUES] += KEEN
        return bio_spans(best_path(scores, moves, begin), ROLES)

    def cues(self, least: float = 1.0) -> list[tuple[Span, float]]:
        """Return the cues and how likely each is; below 1, `least` also asks for runs of words that may be cues with at least that chance."""
        chance = np.exp(log_softmax(self.heard.roles))[:, CUES].sum(-1)
        found = [span for kind, span in self.role_spans() if kind == "cue"]
        taken = {i for a, b in found for i in range(a, b)}
        open_ = [int(i not in taken and chance[i] >= least) for i in range(len(chance))]
        return sorted((span, float(chance[span[0] : span[1]].max())) for span in (*found, *runs(open_, 1)))

    def attributions(self, least: float = 1.0) -> list[Said]:
        """Return the attributions in the order of their cues; `least` as for `cues`."""
        found = self._spread(lambda cue: self.around(*cue[0], cue[1]), self.cues(least))
        return [one for one in found if one is not None and one.content]

    def around(self, first: int, last: int, likely: float = 1.0) -> Said | None:
        """Read the source and the content that belong to the cue first..last; None when nothing does."""
        window, tagged = self._home(first, last)
        start, end = max(window.first, first - REACH), min(window.last, last + REACH)
        first, last = max(first, window.first), min(last, window.last)
        around = tagged.words[start - window.first : end - window.first]
        cue = tagged.words[first - window.first : last - window.first].mean(0)
        places = np.asarray([distance(i, first, last) for i in range(start, end)], np.int64)
        scores = log_softmax(self.session.around(around, cue, places))
        scores += FLAT * _parts(tagged.roles[start - window.first : end - window.first])
        scores[first - start : last - start] = (0.0, -1e4, -1e4)
        path = steady_path(scores, CHANGE)
        sources = [(a + start, b + start) for a, b in runs(path, 1)]
        contents = [(a + start, b + start) for a, b in runs(path, 2)]
        if not sources and not contents:
            return None
        if len(sources) > 1:
            odds = scores[:, 1] - scores[:, 0]
            sources = [max(sources, key=lambda s: float(odds[s[0] - start : s[1] - start].sum()))]
        contents = _closed(contents, [(first, last), *sources])
        return Said((first, last), tuple(sources), tuple(contents), likely)

    def sentence_tree(self, first: int, last: int) -> tuple[list[int], list[str]]:
        """Return the heads (indices of words; a root is its own) and the relations of the words of one sentence."""
        window, tagged = self._home(first, last)
        n = last - first
        a, b = max(first, window.first), min(last, window.last)
        inner = slice(a - window.first, b - window.first)
        # A sentence longer than a window is parsed as far as one reaches; the rest hangs on the word before.
        heads = [max(i - 1, 0) for i in range(n)]
        heads[a - first : b - first] = [h + a - first for h in tree(log_softmax(tagged.arcs[inner, inner]))]
        if a > first:
            root = next(i for i in range(a - first, b - first) if heads[i] == i)
            heads[0] = root
        words = tagged.words
        held = [i for i in range(n) if a <= first + i < b]
        dependents = words[[first + i - window.first for i in held]]
        governors = words[[min(max(first + heads[i], a), b - 1) - window.first for i in held]]
        logits = self.session.relate(dependents, governors)
        logits[:, RELATIONS.index("root")] = -1e4
        best = logits.argmax(-1)
        relations = ["dep"] * n
        for number, i in enumerate(held):
            relations[i] = RELATIONS[int(best[number])]
        for i in range(n):
            if heads[i] == i:
                relations[i] = "root"
        return [first + h for h in heads], relations

    def links(self, mentions: Sequence[int], candidates: Sequence[int], words: Told) -> Floats:
        """Return [N, 1 + M] log chances of what each of N mentions means: none of the candidates first, then each of the M words that stand before it.

        `mentions` and `candidates` are the words that head them. A candidate that does not stand before a mention has no chance.
        """
        scores = self.session.link(self.vectors(mentions), self.vectors(candidates), pairs(words, mentions, candidates))
        scores[:, 1:][np.asarray(candidates)[None] >= np.asarray(mentions)[:, None]] = -1e4
        return log_softmax(scores)

    def vectors(self, places: Sequence[int]) -> Floats:
        """Return the vectors of some words, each as its own window has it."""
        starts = [w.own_first for w in self.windows]
        found = []
        for place in places:
            number = bisect_right(starts, place) - 1
            found.append(self.tagged[number].words[place - self.windows[number].first])
        return np.asarray(found, np.float32).reshape(len(found), -1)


def _closed(contents: list[Span], others: list[Span]) -> list[Span]:
    """Join pieces with a hole of a few words between them that is neither cue nor source: nobody says half a phrase."""
    found: list[Span] = []
    for start, end in contents:
        if found and start - found[-1][1] <= HOLE and not any(a < start and found[-1][1] < b for a, b in others):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _parts(roles: Floats) -> Floats:
    """Return [N, 3] log chances that words are part of nobody's attribution, of a source, of a content, as the head over roles has it."""
    chances = np.exp(log_softmax(roles))
    source, content = chances[:, SOURCES].sum(-1), chances[:, CONTENTS].sum(-1)
    return np.asarray(
        np.log(
            np.stack([np.maximum(1 - source - content, 1e-3), np.maximum(source, 1e-3), np.maximum(content, 1e-3)], -1)
        ),
        np.float32,
    )


def sentence_ranges(ends: Sequence[bool]) -> list[Span]:
    """Return the ranges of the sentences when `ends` tells which words are the last of one."""
    found: list[Span] = []
    start = 0
    for at, end in enumerate(ends):
        if end or at + 1 == len(ends):
            found.append((start, at + 1))
            start = at + 1
    return found
