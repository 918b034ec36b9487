"""Pairs that others judged: headlines (STS) and entailment (RTE); for measuring also MRPC, SNLI, MNLI and FEVER-symmetric."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

from training.pairs.pair import DENIED, NOT_SAME, OTHER, SAME, Pair

_LOW, _HIGH = 1.8, 4.2  # scores of STS, 0-5, up to which nothing and from which all speaks for the same


def headlines(folder: Path) -> Iterator[Pair]:
    """Yield the headlines of STS; the MSR paraphrases there may not be trained on for shipping."""
    for path in sorted(folder.glob("headlines-*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            score, first, second = line.split("\t")[:3]
            share = min(1.0, max(0.0, (float(score) - _LOW) / (_HIGH - _LOW)))
            yield Pair(first, second, SAME, "sts", round(share, 3))


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield row["premise"], row["hypothesis"], row["label"]


def entailments(path: Path, source: str) -> Iterator[Pair]:
    """Yield the pairs of a file of RTE, SNLI or MNLI: an entailed text is told by the other, which is the same to us."""
    kinds = {"entailment": SAME, "not_entailment": NOT_SAME, "contradiction": DENIED, "neutral": OTHER}
    for premise, hypothesis, label in _rows(path):
        if label in kinds:
            yield Pair(premise, hypothesis, kinds[label], source)


def fever(path: Path) -> Iterator[Pair]:
    """Yield the pairs of FEVER-symmetric: evidence and claim."""
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        label = told.get("label") or told.get("gold_label")
        yield Pair(told["sentence1"], told["sentence2"], SAME if label == "SUPPORTS" else NOT_SAME, "fever")


def paraphrases(path: Path) -> Iterator[Pair]:
    """Yield the pairs of MRPC: to measure on, never to train what is shipped."""
    for line in path.read_text("utf-8").splitlines()[1:]:
        label, _, _, first, second = line.split("\t")[:5]
        yield Pair(first, second, SAME if label == "1" else NOT_SAME, "mrpc")
