"""Graphs of floats to graphs with weights in bytes.

Weights keep seven bits ("reduce_range"): the sum of two products of an unsigned and a signed byte then always fits into 16 bits, so processors without VNNI,
which cut such sums off, give the same integers as those with it. Activations take their scale from one window at a time, because a run is one window; where
few wordpieces are far larger than all others, as inside the layers of MiniLM, each takes its own ("by rows").
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TABLE = 2000
"""An embedding with at least so many rows is stored in bytes; smaller ones weigh nothing."""
BY_ROWS = ("/layers.",)
"""Products whose left side takes one scale a row: a few words are far larger than the rest, and one scale a window would leave the rest a few steps."""


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
