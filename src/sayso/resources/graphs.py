"""The one adapter to onnxruntime: a checked graph is opened here and run with one thread.

A run with one thread gives the same numbers whatever else the machine does; work is spread by running several windows at once, each in a thread of its own
(onnxruntime leaves the interpreter while it computes).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import ResourceError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Graph:
    """An opened graph; may be run from several threads at once."""

    def __init__(self, path: Path) -> None:
        """Open the graph of a file; raises ResourceError when it is none that can be run."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # 4: fatal only. What goes wrong comes as an exception; warnings about the processor are not for our reader.
        options.log_severity_level = 4
        try:
            self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the classes of onnxruntime's errors share no root but this one
            raise ResourceError(f"the graph {path} cannot be opened ({error}); reinstall sayso") from error
        self.inputs: tuple[str, ...] = tuple(one.name for one in self._session.get_inputs())
        self.outputs: tuple[str, ...] = tuple(one.name for one in self._session.get_outputs())

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """Return the named outputs for the named inputs."""
        found: list[NDArray[np.float32]] = self._session.run(list(outputs), inputs)
        return found
