"""How well a network tells claims of one matter from others: on the written piles kept back and on development parts of paraphrase corpora."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.pairs.fit import together
from training.pairs.given import entailments, fever, paraphrases
from training.pairs.network import Claims
from training.pairs.pair import SAME, Pair
from training.pairs.piles import Material
from training.pairs.rows import Text, rows_of, text_of

Truth = NDArray[np.bool_]
Scores = NDArray[np.float64]


def area(truth: Truth, scores: Scores) -> float:
    """Return the area under the ROC curve: how often a true pair outranks another, a tie counting half."""
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    values, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.bincount(inverse, ranks, len(values)) / counts)[inverse]
    yes = int(truth.sum())
    no = len(truth) - yes
    return float((ranks[truth].sum() - yes * (yes + 1) / 2) / (yes * no)) if yes and no else float("nan")


def best_f1(truth: Truth, scores: Scores) -> float:
    """Return the F1 at the best threshold."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    return float((2 * hits / (np.arange(1, len(truth) + 1) + truth.sum())).max())


def best_accuracy(truth: Truth, scores: Scores) -> float:
    """Return the share told right at the best threshold."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order]) - np.cumsum(~truth[order])
    return float((max(0, int(hits.max(initial=0))) + int((~truth).sum())) / len(truth))


@torch.no_grad()
def _pairs(network: Claims, texts: Sequence[Text]) -> tuple[Truth, Scores]:
    rows, _, signs = rows_of(texts)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        near = network(rows).float().numpy()
    same = together(signs).numpy()
    first, second = np.triu_indices(len(signs), 1)
    carries = np.array([bool(one) for one in signs])
    kept = carries[first] | carries[second]
    return same[first, second][kept], near[first, second][kept].astype(float)


def on_piles(network: Claims, given: Sequence[Material]) -> dict[str, float]:
    """Return area and best F1 over the pairs of marked stretches, and over those of the tool's claims, at least one of which carries a proposition."""
    found = {}
    for name, texts in (("stretches", [one.stretches for one in given]), ("claims", [one.claims for one in given])):
        truth, scores = (np.concatenate(part) for part in zip(*(_pairs(network, each) for each in texts), strict=True))
        found |= {f"{name}, area": area(truth, scores), f"{name}, best F1": best_f1(truth, scores)}
    return found


@torch.no_grad()
def on_pairs(network: Claims, pairs: Sequence[Pair], at_once: int = 32) -> dict[str, float]:
    """Return area and best accuracy of telling pairs that say the same from all others, by nearness alone."""
    scores: list[float] = []
    for at in range(0, len(pairs), at_once):
        part = pairs[at : at + at_once]
        rows, _, _ = rows_of(
            [text_of(words, [(0, len(words), {})]) for pair in part for words in (pair.first, pair.second)]
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            near = network(rows).float()
        scores += [float(near[2 * n, 2 * n + 1]) for n in range(len(part))]
    truth = np.array([pair.kind == SAME for pair in pairs])
    held = np.array(scores)
    return {
        "area": area(truth, held),
        "accuracy": best_accuracy(truth, held),
        "share": float(max(truth.mean(), 1 - truth.mean())),
    }


def parts(home: Path) -> Iterator[tuple[str, list[Pair]]]:
    """Yield the development parts of the paraphrase corpora by name."""
    yield "RTE", list(entailments(home / "rte" / "dev.csv", "rte"))
    yield "MNLI", list(entailments(home / "mnli" / "dev.csv.gz", "mnli"))
    yield "SNLI", list(entailments(home / "snli" / "dev.csv", "snli"))
    yield "FEVER-symmetric", list(fever(home / "fever-symmetric" / "dev.jsonl"))
    yield "MRPC", list(paraphrases(home / "mrpc" / "val.tsv"))


def everything(network: Claims, held: Sequence[Material], home: Path, most: int = 1500) -> dict[str, float]:
    """Return all figures; of the large development parts a sample of `most` pairs."""
    network.eval()
    found = {f"written piles, {name}": value for name, value in on_piles(network, held).items()}
    for name, pairs in parts(home):
        drawn = random.Random(1).sample(pairs, min(most, len(pairs)))
        found |= {f"{name}, {what}": value for what, value in on_pairs(network, drawn).items()}
    return found
