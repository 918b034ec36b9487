"""Training on piles and on pairs that others judged, resumed from the last checkpoint."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.pairs.network import Claims
from training.pairs.pair import DENIED, NOT_SAME, SAME, Pair
from training.pairs.piles import Material
from training.pairs.rows import Rows, Signs, rows_of, text_of


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run is made of; kept beside its checkpoint."""

    epochs: int = 5
    rate: float = 8e-5
    dropout: float = 0.1
    frozen: int = 2  # layers, and the embeddings, that stay as they are
    sharpness: float = 12.0  # of the contrast among the stretches of a pile
    claims: float = 0.6  # share of the piles that are read by the tool's own claims
    alone: float = 0.15  # share of the reports whose stretches are read without their surroundings
    judged: int = 20  # batches an epoch of pairs that others judged
    pairs: int = 64  # pairs in such a batch
    seed: int = 3


def together(signs: Sequence[Signs]) -> Tensor:
    """Return [N, N], whether two stretches carry a proposition in common, affirmed or denied."""
    names = sorted({name for one in signs for name in one})
    held = torch.zeros(len(signs), max(1, len(names)))
    for row, one in enumerate(signs):
        for name in one:
            held[row, names.index(name)] = 1.0
    return (held @ held.T) > 0


def pile_loss(network: Claims, given: Rows, signs: Sequence[Signs], sharpness: float) -> Tensor:
    """Return the loss of a pile: each stretch must stand out to those of its proposition (Khosla et al. 2020), and each pair be judged right."""
    near = network(given)
    same, count = together(signs), len(signs)
    itself = torch.eye(count, dtype=torch.bool)
    scores = (near * sharpness).masked_fill(itself, -1e4)
    others = same & ~itself
    missed = -((scores - scores.logsumexp(1)[:, None]) * others).sum(1) / others.sum(1).clamp(min=1)
    contrast = missed[others.any(1)].mean() if others.any() else near.sum() * 0
    first, second = torch.triu_indices(count, count, 1)
    carries = torch.tensor([bool(one) for one in signs])
    kept = carries[first] | carries[second]
    wanted = same[first, second][kept].float()
    judged = functional.binary_cross_entropy_with_logits(
        (network.scale * near + network.bias)[first, second][kept], wanted, reduction="none"
    )
    weight = torch.where(wanted > 0, 0.25 / wanted.mean().clamp(min=1e-3), torch.ones_like(wanted))
    return 0.5 * contrast + 2 * (judged * weight).sum() / weight.sum()


def pair_loss(network: Claims, pairs: Sequence[Pair]) -> Tensor:
    """Return the loss of pairs of texts without surroundings; all other texts of the batch are of other matters."""
    given, _, _ = rows_of(
        [text_of(words, [(0, len(words), {})]) for pair in pairs for words in (pair.first, pair.second)]
    )
    near = network(given)[0::2, 1::2]
    wanted = torch.zeros(len(pairs), len(pairs))
    weight = torch.full((len(pairs), len(pairs)), 1.0 / len(pairs))
    for at, pair in enumerate(pairs):
        wanted[at, at] = pair.share if pair.kind in (SAME, DENIED) else 0.0
        weight[at, at] = 1.0 if pair.kind != NOT_SAME else 0.5
    judged = functional.binary_cross_entropy_with_logits(network.scale * near + network.bias, wanted, reduction="none")
    found: Tensor = (judged * weight).sum() / weight.sum()
    return found


def _groups(network: Claims, recipe: Recipe) -> list[dict[str, object]]:
    layers, rest = [], []
    for name, parameter in network.named_parameters():
        if not name.startswith("encoder."):
            rest.append(parameter)
        elif name.startswith("encoder.layers.") and int(name.split(".")[2]) >= recipe.frozen:
            layers.append(parameter)
        else:
            parameter.requires_grad_(False)
    return [
        {"params": layers, "lr": recipe.rate, "base": recipe.rate},
        {"params": rest, "lr": 5 * recipe.rate, "base": 5 * recipe.rate},
    ]


def train(
    network: Claims,
    given: Sequence[Material],
    drawn: Callable[[random.Random], list[Pair]],
    recipe: Recipe,
    folder: Path,
    check: Callable[[Claims], dict[str, float]],
) -> None:
    """Train for `recipe.epochs`, a checkpoint after each in `folder`, and go on from one that lies there. `drawn` gives the judged pairs of an epoch."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    optimiser = torch.optim.AdamW(_groups(network, recipe), betas=(0.9, 0.98), eps=1e-6, weight_decay=0.01)
    saved, began = folder / "checkpoint.pt", 0
    if saved.is_file():
        held = torch.load(saved, weights_only=False)
        network.load_state_dict(held["network"])
        optimiser.load_state_dict(held["optimiser"])
        began = held["epoch"]
    steps = len(given) + recipe.judged
    for epoch in range(began, recipe.epochs):
        chance = random.Random(recipe.seed + epoch)
        torch.manual_seed(recipe.seed + epoch)
        pairs = drawn(chance)[: recipe.judged * recipe.pairs]
        work: list[Material | list[Pair]] = [*given]
        work += [pairs[at : at + recipe.pairs] for at in range(0, len(pairs), recipe.pairs)]
        chance.shuffle(work)
        network.train()
        clock, total = time.time(), 0.0
        for step, one in enumerate(work):
            share = min(1.0, (epoch * steps + step + 1) / (steps * recipe.epochs))
            factor = min(1.0, share / 0.08) * (0.5 * (1 + math.cos(math.pi * share)) * 0.98 + 0.02)
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor
            with torch.autocast("cpu", dtype=torch.bfloat16):
                if isinstance(one, Material):
                    texts = one.claims if chance.random() < recipe.claims else one.stretches
                    rows, _, signs = rows_of(texts, chance, recipe.alone)
                    loss = pile_loss(network, rows, signs, recipe.sharpness)
                else:
                    loss = pair_loss(network, one)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            total += loss.item()
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch + 1}
        torch.save(state, saved.with_suffix(".new"))
        saved.with_suffix(".new").replace(saved)
        network.eval()
        told = {"epoch": epoch + 1, "loss": total / len(work), "seconds": time.time() - clock, **check(network)}
        line = json.dumps({name: round(value, 4) for name, value in told.items()})
        print(line, flush=True)
        with (folder / "history.jsonl").open("a") as file:
            file.write(line + "\n")
    torch.save(network.state_dict(), folder / "network.pt")
