"""From the trained network to the graph that ships: int8, one window a run."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import MODELS, manifest, wordpieces_digest
from training.graphs import traced
from training.network import WIDTH
from training.pairs.network import Claims
from training.quantised import quantised


class Window(nn.Module):
    """The network for one window: no batch, no padding."""

    def __init__(self, network: Claims) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, ...]:
        """`ids` [1, L]. Returns [L, WIDTH], [L, NARROW], [L], and [WIDTH], what all claims have in common."""
        held = self.network.encoder
        x = held.norm(held.word(ids) + held.place.weight[: ids.shape[1]])
        for layer in held.layers:
            x = layer(x, None)
        return (*self.network.kept(x[0]), self.network.common + 0 * x[0, 0])


def write_claims(network: Claims, folder: Path = MODELS / "claims", version: str = "1") -> None:
    """Write the encoder of claims with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = ("whole", "pieces", "weight", "common")
    with tempfile.TemporaryDirectory() as place:
        floats = Path(place) / "claims.onnx"
        free = {"ids": {1: "L"}, **{name: {0: "L"} for name in outputs[:3]}}
        traced(Window(network), floats, {"ids": torch.zeros(1, 12, dtype=torch.long)}, outputs, free)
        quantised(floats, folder / "claims.onnx")
    manifest(
        folder,
        name="claims",
        version=version,
        language="en",
        licence="Apache-2.0",
        made_from="all-MiniLM-L6-v2 (Apache-2.0), trained further as docs/models/claims.md tells",
        wordpieces=wordpieces_digest(),
        width=WIDTH,
    )
