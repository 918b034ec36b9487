"""Pairs of sentences and clauses of ECB+: those that tell of the same event, and those that do not, across the documents of one topic."""

from __future__ import annotations

import csv
import random
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from training.pairs.pair import OTHER, SAME, Pair
from training.pairs.planted import names_in

_BREAKS = frozenset(
    {",", ";", ":", "--", "-", "that", "who", "which", "after", "when", "while", "and", "but", "as", "before"}
)
_SHORTEST = 4  # words of a clause
_ENOUGH = 0.5  # share of the events of the poorer text that the other must tell too
_CLEAN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of a document with the events it tells; `story` is the topic and, within it, which of its two stories."""

    topic: str
    story: str
    document: str
    sentence: int
    text: str
    events: frozenset[str]
    whole: bool
    place: tuple[int, int] = (0, 0)
    """Its first and last word in the sentence."""


def _events(root: ET.Element, name: str) -> dict[str, tuple[str, bool]]:
    """Return, for each token's id, the event it is an anchor of; acts of saying are none."""
    instance = {}
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        of = relation.get("note") or f"{name}:{'' if target is None else target.get('m_id')}"
        for source in relation.findall("source"):
            instance[source.get("m_id")] = of
    found = {}
    for mark in root.find("Markables") or ():
        if mark.tag.removeprefix("NEG_").startswith("ACTION") and "REPORTING" not in mark.tag:
            for anchor in mark.findall("token_anchor"):
                event = instance.get(mark.get("m_id"), f"{name}:{mark.get('m_id')}")
                found[str(anchor.get("t_id"))] = (event, mark.tag.startswith("NEG_"))
    return found


def _clauses(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate([*words, ","]):
        if word.lower() in _BREAKS:
            if at - start >= _SHORTEST and at - start < len(words) - 2:
                yield start, at
            start = at + (not word.isalpha())


def told(folder: Path) -> list[Told]:
    """Return the validated sentences of a part, and the clauses of those, that tell an event."""
    valid: dict[tuple[str, str], set[str]] = defaultdict(set)
    with (folder / "coreference_sentences.csv").open(encoding="utf-8", newline="") as file:
        for topic, document, sentence, *_ in list(csv.reader(file))[1:]:
            valid[topic, document].add(sentence)
    found = []
    for (topic, document), numbers in sorted(valid.items()):
        path = folder / topic / f"{topic}_{document}.xml"
        if not path.is_file():
            continue
        root = ET.parse(path).getroot()
        events = _events(root, path.stem)
        sentences: dict[str, list[ET.Element]] = defaultdict(list)
        for token in root.iter("token"):
            sentences[str(token.get("sentence"))].append(token)
        for number in sorted(numbers, key=int):
            tokens = sentences.get(number, [])
            words = [_CLEAN.get(t.text or "", t.text or "") for t in tokens]
            for start, end in ((0, len(words)), *_clauses(words)):
                here = frozenset(events[t][0] for token in tokens[start:end] if (t := str(token.get("t_id"))) in events)
                if here:
                    story = "plus" if document.endswith("plus") else "ecb"
                    whole = start == 0 and end == len(words)
                    text = " ".join(words[start:end])
                    found.append(
                        Told(topic, f"{topic}-{story}", path.stem, int(number), text, here, whole, (start, end))
                    )
    return found


def sentences(folder: Path) -> dict[str, dict[int, list[str]]]:
    """Return the words of each document of a part, by sentence; the web address on top of some is left out."""
    found: dict[str, dict[int, list[str]]] = {}
    for path in sorted(folder.glob("*/*.xml")):
        held: dict[int, list[str]] = defaultdict(list)
        for token in ET.parse(path).getroot().iter("token"):
            word = token.text or ""
            held[int(token.get("sentence") or 0)].append(_CLEAN.get(word, word))
        if path.stem.endswith("plus"):
            held.pop(0, None)
        found[path.stem] = dict(held)
    return found


def plain_sentences(documents: Mapping[str, Mapping[int, Sequence[str]]]) -> list[tuple[str, list[str]]]:
    """Return the sentences of 5 to 45 words as text, each with the names in its document."""
    found = []
    for _, held in sorted(documents.items()):
        texts = [" ".join(words) for _, words in sorted(held.items())]
        names = sorted({name for text in texts for name in names_in(text)})
        found += [(text, names) for text in texts if 5 <= len(text.split()) <= 45]
    return found


def compared(a: Told, b: Told) -> int | None:
    """Return whether two stretches tell the same; None when they share too little or too much to say."""
    shared = len(a.events & b.events)
    if not shared:
        return OTHER
    return SAME if shared / min(len(a.events), len(b.events)) >= _ENOUGH else None


def ecb_pairs(
    given: Sequence[Told], chance: random.Random, most: int, apart: float = 0.55, source: str = "ecb"
) -> list[Pair]:
    """Return at most `most` pairs from different documents of one topic, balanced over the topics; `apart` is the share that tell something else."""
    same: dict[str, list[Pair]] = defaultdict(list)
    other: dict[str, list[Pair]] = defaultdict(list)
    by_topic: dict[str, list[Told]] = defaultdict(list)
    for one in given:
        by_topic[one.topic].append(one)
    for topic, held in sorted(by_topic.items()):
        for a, b in combinations(held, 2):
            if a.document == b.document or (a.whole != b.whole and chance.random() < 0.5):
                continue
            kind = compared(a, b)
            if kind is None or a.text == b.text:
                continue
            pair = Pair(a.text, b.text, kind, source)
            if kind == SAME:
                same[topic].append(pair)
            elif a.story == b.story or chance.random() < 0.25:
                other[topic].append(pair)
    return [*_evenly(same, chance, int(most * (1 - apart))), *_evenly(other, chance, int(most * apart))]


def _evenly(held: dict[str, list[Pair]], chance: random.Random, most: int) -> list[Pair]:
    """Draw from all topics alike, the poorer ones first, so that what they lack the richer ones give."""
    found: list[Pair] = []
    left = sorted(held.items(), key=lambda item: (len(item[1]), item[0]))
    for at, (_, pairs) in enumerate(left):
        room = (most - len(found)) // (len(left) - at)
        found += chance.sample(pairs, min(room, len(pairs)))
    return found
