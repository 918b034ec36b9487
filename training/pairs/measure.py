"""How well a network of pairs does: on development parts and on the written piles kept back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.pairs import fit, late
from training.pairs.draw import HELD
from training.pairs.ecb import ecb_pairs, told
from training.pairs.given import entailments, fever, paraphrases
from training.pairs.network import Late
from training.pairs.pair import DENIED, DIFFERS, SAME, Pair
from training.pairs.written import Pile, pairs_of, piles

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


@torch.no_grad()
def chances(network: nn.Module, pairs: Sequence[Pair], at_once: int = 48) -> Scores:
    """Return [P, KINDS], the mean over both orders of each pair."""
    found = np.zeros((len(pairs), 4))
    order = sorted(range(len(pairs)), key=lambda n: len(pairs[n].first) + len(pairs[n].second))
    for at in range(0, len(order), at_once):
        part = order[at : at + at_once]
        for turned in (False, True):
            batch = [pairs[n].turned() if turned else pairs[n] for n in part]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = fit.logits(network, batch)
            found[part] += scores.float().softmax(-1).numpy() / 2
    return found


@torch.no_grad()
def in_pile(network: nn.Module, pile: Pile) -> tuple[NDArray[np.int64], Scores]:
    """Return the kinds of all pairs of a pile's stretches and their chances; in their surroundings where the network reads those."""
    if isinstance(network, Late):
        batch = late.of_pile(pile, random.Random(0), alone=0.0, most=10**9)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = late.logits(network, batch)
        return np.array([pair[2] for pair in batch.pairs]), scores.float().softmax(-1).numpy().astype(float)
    pairs = list(pairs_of(pile))
    return np.array([pair.kind for pair in pairs]), chances(network, pairs)


def on_piles(network: nn.Module, given: Sequence[Pile]) -> dict[str, float]:
    """Return how well pairs of one matter are told from others, and denials from what says the same."""
    kinds, scores = (np.concatenate(parts) for parts in zip(*(in_pile(network, pile) for pile in given), strict=True))
    matter = kinds <= DENIED
    chance = scores[:, SAME] + scores[:, DENIED]
    return {
        "matter, area": area(matter, chance),
        "matter, best F1": best_f1(matter, chance),
        "denied among one matter, area": area((kinds == DENIED)[matter], (scores[:, DENIED] / chance)[matter]),
        "differs, area": area(kinds == DIFFERS, scores[:, DIFFERS]),
    }


def everything(network: nn.Module, corpora: Path, most: int = 1500) -> dict[str, float]:
    """Return all figures; of the large development parts a sample of `most` pairs."""
    network.eval()
    home = corpora / "paraphrase"
    parts = {
        "mrpc": paraphrases(home / "mrpc" / "val.tsv"),
        "rte": entailments(home / "rte" / "dev.csv", "rte"),
        "fever": fever(home / "fever-symmetric" / "dev.jsonl"),
        "snli": entailments(home / "snli" / "dev.csv", "snli"),
        "mnli": entailments(home / "mnli" / "dev.csv.gz", "mnli"),
        "ecb": ecb_pairs(told(corpora / "ecbplus" / "dev"), random.Random(2), most),
    }
    found = {
        f"written, {name}": value for name, value in on_piles(network, [p for p in piles() if p.name in HELD]).items()
    }
    for name, held in parts.items():
        pairs = list(held)
        pairs = random.Random(1).sample(pairs, min(most, len(pairs)))
        scores = chances(network, pairs)
        kinds = np.array([pair.kind for pair in pairs])
        found[f"{name}, same, area"] = area(kinds == SAME, scores[:, SAME])
        found[f"{name}, same, best F1"] = best_f1(kinds == SAME, scores[:, SAME])
        if name in ("snli", "mnli"):
            found[f"{name}, contradiction, area"] = area(kinds == DENIED, scores[:, DENIED] + scores[:, DIFFERS])
    return found
