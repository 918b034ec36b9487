"""Training: all heads at once, batches of every corpus mixed, resumed from the last checkpoint."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from sayso.language.encoder.labels import ROLES
from sayso.language.encoder.pairs import STEPS
from training.batches import NOT, Batch, Query, around, batches, cuts, linked, query, singles
from training.data.document import Document
from training.network import Network


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run is made of; kept beside its checkpoint."""

    epochs: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    dropout: float = 0.1
    cue_layers: int = 1
    work: int = 4096
    seed: int = 20261129
    smoothing: float = 0.0
    layer_decay: float = 1.0
    roles: float = 1.0
    reader: float = 1.5
    ends: float = 0.5
    upos: float = 0.5
    arcs: float = 1.0
    labels: float = 0.5
    names: float = 0.5
    facts: float = 0.5
    silver: float = 0.3
    sides: float = 0.5
    links: float = 0.5
    average: float = 0.0


MOST_QUERIES = 40
"""Cues that are read around in one batch; where a batch has more, others come in the next epoch."""


@dataclass(slots=True)
class Corpora:
    """Documents to cut into windows, and documents of one sentence each."""

    long: list[Document]
    short: list[Document]


def losses(network: Network, batch: Batch, recipe: Recipe, chance: random.Random) -> dict[str, Tensor]:
    """Return the weighted loss of every head that the batch has something for."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        heard = network.tagger(batch.ids, batch.shapes, batch.gaps, batch.first, batch.last, batch.mask)
        found: dict[str, Tensor] = {}
        real = batch.real
        words = heard.words

        def classes(name: str, logits: Tensor, labels: Tensor, weight: float, smoothing: float = 0.0) -> None:
            known = labels != NOT
            if bool(known.any()):
                total = functional.cross_entropy(
                    logits.float()[known], labels[known], reduction="sum", label_smoothing=smoothing
                )
                found[name] = weight * total / max(int(known.sum()), 200)

        known = batch.ends != NOT
        if bool(known.any()):
            total = functional.binary_cross_entropy_with_logits(
                heard.ends.float()[known], batch.ends[known].float(), reduction="sum"
            )
            found["ends"] = recipe.ends * 4 * total / max(int(known.sum()), 200)
        classes("upos", heard.upos, batch.upos, recipe.upos)
        for scheme in range(batch.names.shape[-1]):
            classes(
                f"names{scheme}",
                heard.names[:, :, scheme],
                batch.names[..., scheme],
                recipe.names * (0.6 if scheme == 0 else 1.0) * 4,
            )
        classes("roles", heard.roles, batch.roles, recipe.roles, recipe.smoothing)
        blocked = torch.where(real, 0.0, -1e4)[:, None, :]
        classes("arcs", heard.arcs.float() + blocked, batch.heads, recipe.arcs)
        known = (batch.heads != NOT) & (batch.relations != NOT)
        if bool(known.any()):
            governors = torch.gather(words, 1, batch.heads.clamp(min=0)[..., None].expand(-1, -1, words.shape[-1]))
            logits = network.labeller(words[known], governors[known])
            found["labels"] = (
                recipe.labels
                * functional.cross_entropy(logits.float(), batch.relations[known], reduction="sum")
                / max(int(known.sum()), 200)
            )
        if recipe.silver and bool((batch.silver != NOT).any()):
            arcs = network.silver_dependent(words) @ network.silver_governor(words).transpose(-1, -2)
            classes("silver", arcs.float() + blocked, batch.silver, recipe.silver)
        known = ~batch.facts.isnan()
        if bool(known.any()):
            error = functional.smooth_l1_loss(heard.facts.float()[known], batch.facts[known], reduction="sum", beta=0.5)
            found["facts"] = recipe.facts * error / max(int(known.sum()), 20)
        classes("polarity", heard.polarity, batch.polarity, recipe.sides)
        classes("modality", heard.modality, batch.modality, recipe.sides)
        with_groups = (batch.groups >= 0).any(-1).nonzero().squeeze(-1)
        if len(with_groups):
            found["links"] = recipe.links * _links(network, words[with_groups], batch, with_groups)
        queries = [*batch.queries, *_false_cues(batch, heard.roles, chance)]
        if len(queries) > MOST_QUERIES:
            queries = chance.sample(queries, MOST_QUERIES)
        if queries:
            places, distances, mask, parts, picks = around(queries, words.shape[1])
            of = torch.tensor([q.window for q in queries])
            plain, factor = network.reader.word(words), network.reader.product(words)
            cues = (picks.to(words.dtype)[:, None] @ words[of])[:, 0]
            logits = network.reader.read(plain[of[:, None], places], factor[of[:, None], places], cues, distances, mask)
            known = parts != NOT
            weights = torch.tensor([1.0, 1.5, 1.0])
            total = functional.cross_entropy(logits.float()[known], parts[known], weight=weights, reduction="sum")
            found["reader"] = recipe.reader * 4 * total / max(int(known.sum()), 200)
    return found


def _links(network: Network, words: Tensor, batch: Batch, rows: Tensor) -> Tensor:
    """Return the mean loss of the mentions of some windows: minus the log of the chance of all that each of them truly means (Lee et al. 2017)."""
    groups, alike = batch.groups[rows], batch.alike[rows]
    width = groups.shape[1]
    steps = (torch.arange(width)[:, None] - torch.arange(width)).clamp(min=1)
    distances = 2 * steps.float().log2().floor().long().clamp(max=STEPS - 1)
    distances = distances[None] + (alike[:, :, None] == alike[:, None, :])
    allowed, right = linked(groups, batch.candidates[rows])
    scores = network.hints(words, distances).float().masked_fill(~allowed, -1e4)
    chance = (scores.masked_fill(~right, -1e4).logsumexp(-1) - scores.logsumexp(-1))[right.any(-1)]
    return -chance.sum() / max(len(chance), 50)


def _false_cues(batch: Batch, roles: Tensor, chance: random.Random) -> list[Query]:
    """Return words that look like cues to the network and are none: around them it shall find nothing."""
    likely = roles.detach().float().softmax(-1)[..., ROLES.index("B-cue")]
    wanted = (
        (likely > 0.15)
        & (batch.roles != NOT)
        & (batch.roles != ROLES.index("B-cue"))
        & (batch.roles != ROLES.index("I-cue"))
    )
    places = wanted.nonzero().tolist()
    chance.shuffle(places)
    return [query(b, (w, w + 1), int(batch.real[b].sum()), None, 0) for b, w in places[: 1 + len(batch.queries) // 4]]


def groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    """Return the parameters with their rates: slower near the input, no decay for biases and norms."""
    made: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("tagger.encoder.layers."):
            rate = recipe.rate * recipe.layer_decay ** (5 - int(name.split(".")[3]))
        elif name.startswith("tagger.encoder."):
            rate = recipe.rate * recipe.layer_decay**6 * (5 if ".shape." in name or ".gap." in name else 1)
        else:
            rate = recipe.head_rate
        decay = 0.0 if parameter.ndim < 2 else recipe.decay
        made.setdefault((rate, decay), []).append(parameter)
    return [{"params": held, "lr": rate, "base": rate, "weight_decay": decay} for (rate, decay), held in made.items()]


def train(
    network: Network,
    corpora: Corpora,
    recipe: Recipe,
    folder: Path,
    check: Callable[[Network], dict[str, float]] | None = None,
    stop: float = math.inf,
) -> None:
    """Train for `recipe.epochs`, keeping a checkpoint after each; goes on from one that lies in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    optimiser = torch.optim.AdamW(groups(network, recipe), betas=(0.9, 0.98), eps=1e-6, fused=True)
    began, done = 0, 0
    saved = folder / "checkpoint.pt"
    if saved.is_file():
        held = torch.load(saved, weights_only=False)
        network.load_state_dict(held["network"])
        optimiser.load_state_dict(held["optimiser"])
        began, done = held["epoch"], held["steps"]
    sizes = sum(d.share * sum(map(len, d.words.pieces)) + 2 for d in (*corpora.long, *corpora.short))  # type: ignore[union-attr]
    steps_an_epoch = max(1, int(sizes / recipe.work * 1.06))
    total = steps_an_epoch * recipe.epochs
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.average)) if recipe.average else None
    if mean is not None and began:
        mean.load_state_dict(held["mean"])
    for epoch in range(began, recipe.epochs):
        chance = random.Random(recipe.seed + epoch)
        torch.manual_seed(recipe.seed + epoch)
        windows = [*cuts(corpora.long, chance), *singles(corpora.short, chance)]
        network.train()
        clock, shown = time.time(), {}
        for step, batch in enumerate(batches(windows, chance, recipe.work)):
            share = min(1.0, (done + 1) / total)
            factor = min(1.0, share / 0.05) * (
                0.5 * (1 + math.cos(math.pi * max(0.0, share - 0.05) / 0.95)) * 0.98 + 0.02
            )
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor
            found = losses(network, batch, recipe, chance)
            torch.stack(list(found.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            if mean is not None:
                mean.update_parameters(network)
            done += 1
            for name, value in found.items():
                a, n = shown.get(name, (0.0, 0))
                shown[name] = (a + value.item(), n + 1)
            if step % 100 == 99:
                told = " ".join(f"{k} {a / n:.3f}" for k, (a, n) in sorted(shown.items()))
                print(
                    f"epoch {epoch} step {step + 1} of {steps_an_epoch} {time.time() - clock:.0f} s: {told}", flush=True
                )
                shown = {}
        torch.save(
            {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "epoch": epoch + 1,
                "steps": done,
                "mean": None if mean is None else mean.state_dict(),
            },
            saved,
        )
        if check is not None and (epoch % 3 == 2 or epoch + 1 == recipe.epochs):
            network.eval()
            with torch.no_grad():
                figures = check(network)
            line = json.dumps(
                {
                    "epoch": epoch + 1,
                    "seconds": round(time.time() - clock),
                    **{k: round(v, 4) for k, v in figures.items()},
                }
            )
            print(line, flush=True)
            with (folder / "history.jsonl").open("a") as file:
                file.write(line + "\n")
    torch.save(network.state_dict(), folder / "network.pt")
    if mean is not None:
        torch.save(mean.module.state_dict(), folder / "mean.pt")
