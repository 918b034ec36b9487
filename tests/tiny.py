"""A tiny model, made while the tests run: eight numbers a word and weights one can follow by eye.

Its wordpieces are single letters. 's' is a source, 'c' a cue, 'q' a content, 'n' a person, 'r' the word all others hang on, '.' ends a sentence. The head for
facts goes through eight bits with one scale a window, as the real graphs do, so that words read together do change one another.
"""

from __future__ import annotations

import hashlib
import json
import string
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.language.encoder import labels
from sayso.language.encoder.features import DISTANCES, GAPS, SHAPES
from sayso.language.encoder.pairs import WIDTH as PAIR

WIDTH = 8
KINDS = ("s", "c", "q", "r", ".", "n")
VOCABULARY = 110
FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64


def written(folder: Path) -> Path:
    """Write the three models to `folder` and return it."""
    digest = wordpieces(folder / "wordpieces")
    reader(folder / "reader", digest)
    sentences(folder / "sentences", digest)
    return folder


def rewritten(folder: Path, **changes: Any) -> None:
    """Change what the manifest of one model tells."""
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def _manifest(folder: Path, **told: Any) -> None:
    files = {
        one.name: {"sha256": hashlib.sha256(one.read_bytes()).hexdigest(), "bytes": one.stat().st_size}
        for one in sorted(folder.iterdir())
    }
    held = {"name": folder.name, "version": "0", "language": "en", "licence": "Apache-2.0", **told, "files": files}
    (folder / "manifest.json").write_text(json.dumps(held), "utf-8")


def _ids() -> dict[str, int]:
    signs = [*string.ascii_lowercase, *(f"##{one}" for one in string.ascii_lowercase), *string.digits, ".", ","]
    held = {"[PAD]": 0} | {sign: 1 + at for at, sign in enumerate(signs)}
    held |= {"[UNK]": 100, "[CLS]": 101, "[SEP]": 102}
    return held | {f"[unused{at}]": at for at in range(VOCABULARY) if at not in held.values()}


def wordpieces(folder: Path) -> str:
    """Write wordpieces of single letters and return their SHA-256."""
    folder.mkdir(parents=True)
    tokenizer = Tokenizer(models.WordPiece(_ids(), unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(folder / "wordpieces.json"))
    _manifest(folder)
    return hashlib.sha256((folder / "wordpieces.json").read_bytes()).hexdigest()


def _graph(
    path: Path,
    nodes: list[Any],
    inputs: dict[str, tuple[int, list[Any]]],
    outputs: dict[str, list[Any]],
    weights: dict[str, Any],
) -> None:
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
        [helper.make_tensor_value_info(name, FLOAT, shape) for name, shape in outputs.items()],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in weights.items()],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)


def _embedding() -> Any:
    """Return a table in which the first six numbers tell the kind of a letter, and the last two which letter it is."""
    ids = _ids()
    table = np.zeros((VOCABULARY, WIDTH), np.float32)
    for at, kind in enumerate(KINDS):
        table[ids[kind], at] = 2
    table[:, 6] = np.arange(VOCABULARY) / VOCABULARY
    table[:, 7] = 1
    return table


def _from_kinds(count: int, pairs: dict[str, int], other: int) -> Any:
    """Return weights [WIDTH, count] that choose one of `count` labels by the kind of a word, `other` for words of no kind."""
    held = np.zeros((WIDTH, count), np.float32)
    held[7, other] = 5
    for kind, label in pairs.items():
        held[KINDS.index(kind), label] = 10
    return held


def reader(folder: Path, digest: str) -> None:
    """Write the four graphs of the reader."""
    folder.mkdir(parents=True)
    n = helper.make_node
    flat = {
        "upos": _from_kinds(
            len(labels.UPOS),
            {"n": labels.UPOS.index("PROPN"), ".": labels.UPOS.index("PUNCT")},
            labels.UPOS.index("NOUN"),
        ),
        "names": _from_kinds(len(labels.NAMES), {"n": labels.NAMES.index("B-PER")}, 0),
        "polarity": _from_kinds(len(labels.POLARITIES), {"r": 1}, 0),
        "modality": _from_kinds(len(labels.MODALITIES), {"r": 2}, 0),
        "roles": _from_kinds(
            len(labels.ROLES),
            {kind: labels.ROLES.index(f"B-{role}") for kind, role in (("s", "source"), ("c", "cue"), ("q", "content"))},
            0,
        ),
    }
    ends = np.zeros((WIDTH, 1), np.float32)
    ends[(4, 7), 0] = 5, -5
    arcs = np.zeros((WIDTH, WIDTH), np.float32)
    arcs[7, 3] = 10
    nodes = [
        n("Gather", ["table", "ids"], ["x1"]),
        n("Gather", ["shape_table", "shapes"], ["x2"]),
        n("Gather", ["gap_table", "gaps"], ["x3"]),
        n("Sum", ["x1", "x2", "x3"], ["x4"]),
        n("Squeeze", ["x4", "zero"], ["x"]),
        n("Squeeze", ["first", "zero"], ["first1"]),
        n("Squeeze", ["last", "zero"], ["last1"]),
        n("Gather", ["x", "first1"], ["a"]),
        n("Gather", ["x", "last1"], ["b"]),
        n("Add", ["a", "b"], ["both"]),
        n("Mul", ["both", "half"], ["words"]),
        *(n("MatMul", ["words", f"{name}_weights"], [name]) for name in flat),
        n("MatMul", ["words", "ends_weights"], ["ends1"]),
        n("Squeeze", ["ends1", "one"], ["ends"]),
        n("DynamicQuantizeLinear", ["words"], ["w8", "w8_scale", "w8_zero"]),
        n("MatMulInteger", ["w8", "facts_weights", "w8_zero"], ["facts1"]),
        n("Cast", ["facts1"], ["facts2"], to=FLOAT),
        n("Mul", ["facts2", "w8_scale"], ["facts3"]),
        n("Squeeze", ["facts3", "one"], ["facts"]),
        n("MatMul", ["words", "arcs_weights"], ["arcs1"]),
        n("Transpose", ["words"], ["words_t"], perm=[1, 0]),
        n("MatMul", ["arcs1", "words_t"], ["arcs"]),
    ]
    weights = {
        "table": _embedding(),
        "shape_table": np.zeros((len(SHAPES), WIDTH), np.float32),
        "gap_table": np.zeros((len(GAPS), WIDTH), np.float32),
        "zero": np.asarray([0], np.int64),
        "one": np.asarray([1], np.int64),
        "half": np.float32(0.5),
        **{f"{name}_weights": held for name, held in flat.items()},
        "ends_weights": ends,
        "facts_weights": np.asarray([[3], [-5], [7], [11], [-13], [17], [101], [2]], np.int8),
        "arcs_weights": arcs,
    }
    inputs = {name: (INT, [1, "L"]) for name in ("ids", "shapes", "gaps")} | {
        name: (INT, [1, "W"]) for name in ("first", "last")
    }
    outputs = {"words": ["W", WIDTH], "ends": ["W"], "upos": ["W", len(labels.UPOS)], "names": ["W", len(labels.NAMES)]}
    outputs |= {"roles": ["W", len(labels.ROLES)], "facts": ["W"], "arcs": ["W", "W"]}
    outputs |= {"polarity": ["W", len(labels.POLARITIES)], "modality": ["W", len(labels.MODALITIES)]}
    _graph(folder / "tagger.onnx", nodes, inputs, outputs, weights)

    relations = {kind: labels.RELATIONS.index(name) for kind, name in (("s", "nsubj"), ("q", "obj"), (".", "punct"))}
    nodes = [
        n("MatMul", ["words", "own"], ["a"]),
        n("MatMul", ["governors", "none"], ["b"]),
        n("Add", ["a", "b"], ["relations"]),
    ]
    own = _from_kinds(len(labels.RELATIONS), relations, labels.RELATIONS.index("dep"))
    inputs = {"words": (FLOAT, ["N", WIDTH]), "governors": (FLOAT, ["N", WIDTH])}
    _graph(
        folder / "relations.onnx",
        nodes,
        inputs,
        {"relations": ["N", len(labels.RELATIONS)]},
        {"own": own, "none": np.zeros_like(own)},
    )

    near = np.zeros((DISTANCES, 3), np.float32)
    near[20:128, 0] = near[147:, 0] = 30  # what stands further off than 19 words belongs to no cue
    nodes = [
        n("MatMul", ["words", "own"], ["a"]),
        n("Gather", ["near", "distances"], ["b"]),
        n("Unsqueeze", ["cue", "zero"], ["cue1"]),
        n("MatMul", ["cue1", "none"], ["c"]),
        n("Sum", ["a", "b", "c"], ["parts"]),
    ]
    own = _from_kinds(3, {"s": 1, "q": 2}, 0)
    weights = {"own": own, "none": np.zeros_like(own), "near": near, "zero": np.asarray([0], np.int64)}
    inputs = {"words": (FLOAT, ["N", WIDTH]), "cue": (FLOAT, [WIDTH]), "distances": (INT, ["N"])}
    _graph(folder / "cues.onnx", nodes, inputs, {"parts": ["N", 3]}, weights)

    nodes = [
        n("Transpose", ["candidates"], ["candidates_t"], perm=[1, 0]),
        n("MatMul", ["words", "candidates_t"], ["alike"]),
        n("ReduceMean", ["features"], ["told"], axes=[2], keepdims=0),
        n("Add", ["alike", "told"], ["pairs"]),
        n("MatMul", ["words", "none"], ["alone"]),
        n("Concat", ["alone", "pairs"], ["links"], axis=1),
    ]
    inputs = {
        "words": (FLOAT, ["N", WIDTH]),
        "candidates": (FLOAT, ["M", WIDTH]),
        "features": (FLOAT, ["N", "M", PAIR]),
    }
    _graph(folder / "links.onnx", nodes, inputs, {"links": ["N", "K"]}, {"none": np.zeros((WIDTH, 1), np.float32)})
    _manifest(folder, wordpieces=digest, width=WIDTH, labels=labels.BY_HEAD)


def sentences(folder: Path, digest: str) -> None:
    """Write a sentence encoder that takes the mean of the letters through eight bits."""
    folder.mkdir(parents=True)
    n = helper.make_node
    table = np.random.default_rng(5).normal(size=(VOCABULARY, WIDTH)).astype(np.float32)
    nodes = [
        n("Gather", ["table", "ids"], ["x1"]),
        n("DynamicQuantizeLinear", ["x1"], ["x8", "scale", "zero"]),
        n("DequantizeLinear", ["x8", "scale", "zero"], ["x"]),
        n("ReduceMean", ["x"], ["mean"], axes=[0, 1], keepdims=0),
        n("LpNormalization", ["mean"], ["vector"], axis=0),
    ]
    _graph(folder / "sentences.onnx", nodes, {"ids": (INT, [1, "L"])}, {"vector": [WIDTH]}, {"table": table})
    _manifest(folder, wordpieces=digest, width=WIDTH)
