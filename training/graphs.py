"""The parts of the network as ONNX graphs in floats, each for one window or one question."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from sayso.language.encoder.pairs import WIDTH as PAIR
from training.data.document import SCHEMES
from training.network import WIDTH, CueReader, Encoder, Labeller, Linker, Tagger

OPSET = 17


class Window(nn.Module):
    """The tagger for one window: no batch, no padding, and the names by the chosen schemes."""

    def __init__(self, tagger: Tagger, schemes: Sequence[str]) -> None:
        super().__init__()
        self.tagger = tagger
        self.schemes = [SCHEMES.index(one) for one in schemes]

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        heard = self.tagger(ids, shapes, gaps, first, last)
        names = [heard.names[0, :, one] for one in self.schemes]
        if len(names) == 1:
            joined = names[0]
        else:
            joined = (torch.stack([one.softmax(-1) for one in names]).mean(0) + 1e-9).log()
        return (
            heard.words[0],
            heard.ends[0],
            heard.upos[0],
            joined,
            heard.roles[0],
            heard.facts[0],
            heard.polarity[0],
            heard.modality[0],
            heard.arcs[0],
        )


class Cue(nn.Module):
    """The reader for one cue."""

    def __init__(self, reader: CueReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words: Tensor, cue: Tensor, distances: Tensor) -> Tensor:
        return self.reader(words[None], cue[None], distances[None])[0]


class Sentence(nn.Module):
    """The encoder without shapes and gaps, its mean over the pieces scaled to length 1."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        held = self.encoder
        x = held.norm(held.word(ids) + held.place.weight[: ids.shape[1]])
        for layer in held.layers:
            x = layer(x, None)
        return normalize(x[0].mean(0), dim=0)


def traced(
    module: nn.Module, path: Path, inputs: dict[str, Tensor], outputs: Sequence[str], free: dict[str, dict[int, str]]
) -> None:
    """Write a module as an ONNX graph in floats; `free` names the axes that may have any length."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=free,
        )


def tagger_graph(tagger: Tagger, path: Path, schemes: Sequence[str]) -> None:
    """Write the tagger for one window."""
    pieces, words = torch.zeros(1, 12, dtype=torch.long), torch.arange(7)[None]
    inputs = {"ids": pieces, "shapes": pieces, "gaps": pieces, "first": words, "last": words}
    free = {name: {1: "L"} for name in ("ids", "shapes", "gaps")} | {name: {1: "W"} for name in ("first", "last")}
    outputs = ("words", "ends", "upos", "names", "roles", "facts", "polarity", "modality", "arcs")
    free |= {name: {0: "W"} for name in outputs} | {"arcs": {0: "W", 1: "W"}}
    traced(Window(tagger, schemes), path, inputs, outputs, free)


def relations_graph(labeller: Labeller, path: Path) -> None:
    """Write the labeller."""
    words = torch.zeros(5, WIDTH)
    traced(
        labeller,
        path,
        {"words": words, "governors": words},
        ["relations"],
        {name: {0: "N"} for name in ("words", "governors", "relations")},
    )


def cues_graph(reader: CueReader, path: Path) -> None:
    """Write the reader around one cue."""
    inputs = {"words": torch.zeros(9, WIDTH), "cue": torch.zeros(WIDTH), "distances": torch.zeros(9, dtype=torch.long)}
    traced(Cue(reader), path, inputs, ["parts"], {name: {0: "N"} for name in ("words", "distances", "parts")})


def links_graph(linker: Linker, path: Path) -> None:
    """Write the linker for N mentions and M words that each of them may mean."""
    inputs = {
        "words": torch.zeros(3, WIDTH),
        "candidates": torch.zeros(5, WIDTH),
        "features": torch.zeros(3, 5, PAIR),
    }
    free = {"words": {0: "N"}, "candidates": {0: "M"}, "features": {0: "N", 1: "M"}, "links": {0: "N", 1: "1+M"}}
    traced(linker, path, inputs, ["links"], free)


def sentences_graph(encoder: Encoder, path: Path) -> None:
    """Write the sentence encoder."""
    traced(Sentence(encoder), path, {"ids": torch.zeros(1, 12, dtype=torch.long)}, ["vector"], {"ids": {1: "L"}})
