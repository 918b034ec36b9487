"""Graphs: a file that is none says so."""

import numpy as np
import pytest

from sayso.errors import ResourceError
from sayso.resources.graphs import Graph
from tests import tiny


def test_graph_runs_and_knows_its_ends(tmp_path):
    graph = Graph(tiny.written(tmp_path) / "reader" / "relations.onnx")
    assert graph.inputs == ("words", "governors") and graph.outputs == ("relations",)
    words = np.ones((3, tiny.WIDTH), np.float32)
    assert graph.run(["relations"], {"words": words, "governors": words})[0].shape[0] == 3


@pytest.mark.parametrize("held", [b"", b"not a graph", None])
def test_what_is_no_graph(tmp_path, held):
    path = tmp_path / "tagger.onnx"
    if held is not None:
        path.write_bytes(held)
    with pytest.raises(ResourceError, match=r"tagger\.onnx cannot be opened"):
        Graph(path)
