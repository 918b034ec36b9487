"""Training on pairs, in batches of about equal work, resumed from the last checkpoint."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.pairs.network import Cross, Late
from training.pairs.pair import NOT_SAME, OTHER, SAME, Pair

LONGEST = 72
"""Pieces of one text that are read; what stands behind them is not seen."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run is made of; kept beside its checkpoint."""

    network: str = "late"
    epochs: int = 3
    rate: float = 1e-4
    head_rate: float = 7e-4
    decay: float = 0.01
    dropout: float = 0.1
    work: int = 4096
    seed: int = 20261129
    ecb: int = 1500
    upset: int = 1500
    planted: int = 2500
    astray: int = 800
    written: int = 3
    pairs: int = 260
    frozen: int = 2
    keep: int = 20


@lru_cache(1 << 18)
def pieces(text: str) -> tuple[int, ...]:
    """Return the ids of a text's first pieces without marks."""
    from sayso.resources.wordpieces import wordpieces

    return wordpieces().ids(text)[:LONGEST]


def _marks() -> tuple[int, int]:
    from sayso.resources.wordpieces import wordpieces

    held = wordpieces()
    return held.opening, held.closing


def _rows(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    width = max(map(len, rows))
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    mask = torch.zeros(len(rows), width, dtype=torch.bool)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
        mask[at, : len(row)] = True
    return ids, mask


def logits(network: nn.Module, pairs: Sequence[Pair]) -> Tensor:
    """Return [B, KINDS] for the pairs as they stand."""
    opening, closing = _marks()
    a = [pieces(pair.first) for pair in pairs]
    b = [pieces(pair.second) for pair in pairs]
    if isinstance(network, Cross):
        ids, mask = _rows([(opening, *x, closing, *y, closing) for x, y in zip(a, b, strict=True)])
        sides = torch.zeros_like(ids)
        for at, (x, y) in enumerate(zip(a, b, strict=True)):
            sides[at, len(x) + 2 : len(x) + 3 + len(y)] = 1
        found: Tensor = network(ids, sides, mask)
        return found
    assert isinstance(network, Late)
    one, two = (_rows([(opening, *row, closing) for row in rows]) for rows in (a, b))
    apart: Tensor = network(*one, *two)
    return apart


def loss(scores: Tensor, kinds: Sequence[int], shares: Sequence[float]) -> Tensor:
    """Return the mean loss: minus the log of the chance of the kind, or of all kinds but `same` as far as that is what is known."""
    chance = scores.float().log_softmax(-1)
    apart = chance[:, SAME + 1 :].logsumexp(-1)
    which = torch.tensor(kinds)
    held = torch.where(which == NOT_SAME, apart, chance.gather(1, which.clamp(max=OTHER)[:, None]).squeeze(1))
    share = torch.tensor(shares)
    return -(share * held + (1 - share) * apart).mean()


def together(network: nn.Module, batch: Sequence[Pair]) -> Tensor:
    """Return the loss of a batch for the network that reads both texts at once."""
    return loss(logits(network, batch), [pair.kind for pair in batch], [pair.share for pair in batch])


def batches(pairs: Sequence[Pair], chance: random.Random, work: int) -> Iterator[list[Pair]]:
    """Yield the pairs in batches of about `work` pieces, those of like length together."""
    order = list(pairs)
    chance.shuffle(order)
    made: list[list[Pair]] = []
    for at in range(0, len(order), 2048):
        held: list[Pair] = []
        widest = 0
        for pair in sorted(order[at : at + 2048], key=lambda one: len(pieces(one.first)) + len(pieces(one.second))):
            size = len(pieces(pair.first)) + len(pieces(pair.second)) + 4
            if held and max(widest, size) * (len(held) + 1) > work:
                made.append(held)
                held, widest = [], 0
            held.append(pair)
            widest = max(widest, size)
        if held:
            made.append(held)
    chance.shuffle(made)
    yield from made


def groups(network: nn.Module, recipe: Recipe) -> list[dict[str, object]]:
    """Return the parameters with their rates, no decay for biases and norms."""
    made: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("encoder."):
            if name.startswith(tuple(f"encoder.layers.{at}." for at in range(recipe.frozen))) or (
                recipe.frozen and ".layers." not in name
            ):
                parameter.requires_grad_(False)
                continue
            rate = recipe.rate * (5 if ".shape." in name else 1)
        else:
            rate = recipe.head_rate
        made.setdefault((rate, 0.0 if parameter.ndim < 2 else recipe.decay), []).append(parameter)
    return [{"params": held, "lr": rate, "base": rate, "weight_decay": decay} for (rate, decay), held in made.items()]


def train(
    network: nn.Module,
    drawn: Callable[[random.Random], list[Any]],
    cost: Callable[[nn.Module, Any], Tensor],
    recipe: Recipe,
    folder: Path,
    check: Callable[[nn.Module], dict[str, float]] | None = None,
) -> None:
    """Train for `recipe.epochs`, keeping a checkpoint after each; goes on from one that lies in `folder`. `drawn` makes the batches of an epoch."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    optimiser = torch.optim.AdamW(groups(network, recipe), betas=(0.9, 0.98), eps=1e-6, fused=True)
    began, done, past = 0, 0, 0
    saved = folder / "checkpoint.pt"
    if saved.is_file():
        held = torch.load(saved, weights_only=False)
        network.load_state_dict(held["network"])
        optimiser.load_state_dict(held["optimiser"])
        began, done, past = held["epoch"], held["steps"], held["past"]

    def save(epoch: int, past: int) -> None:
        state = {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "epoch": epoch,
            "steps": done,
            "past": past,
        }
        torch.save(state, saved.with_suffix(".new"))
        saved.with_suffix(".new").replace(saved)

    for epoch in range(began, recipe.epochs):
        chance = random.Random(recipe.seed + epoch)
        torch.manual_seed(recipe.seed + epoch)
        made = drawn(chance)
        total = len(made) * recipe.epochs
        network.train()
        clock, shown = time.time(), 0.0
        for step, batch in enumerate(made):
            if step < past:
                continue  # seen before the run was stopped
            share = min(1.0, (done + 1) / total)
            factor = min(1.0, share / 0.06) * (0.5 * (1 + math.cos(math.pi * share)) * 0.98 + 0.02)
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = cost(network, batch)
            found.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            done += 1
            shown += found.item()
            if step % 20 == 19:
                print(
                    f"epoch {epoch} step {step + 1} of {len(made)} {time.time() - clock:.0f} s: loss {shown / 20:.3f}",
                    flush=True,
                )
                shown = 0.0
            if step % recipe.keep == recipe.keep - 1:
                save(epoch, step + 1)
        past = 0
        save(epoch + 1, 0)
        if check is not None:
            network.eval()
            with torch.no_grad():
                line = json.dumps({"epoch": epoch + 1, **{k: round(v, 4) for k, v in check(network).items()}})
            print(line, flush=True)
            with (folder / "history.jsonl").open("a") as file:
                file.write(line + "\n")
    torch.save(network.state_dict(), folder / "network.pt")
