"""The graphs of the reader as onnxruntime runs them."""

from __future__ import annotations

import numpy as np

from sayso.language.encoder.features import Row
from sayso.language.encoder.session import Floats, Integers, Tagged
from sayso.resources.graphs import Graph
from sayso.resources.model_files import ModelFiles

TAGGED = ("words", "ends", "upos", "names", "roles", "facts", "polarity", "modality", "arcs")
"""The outputs of the tagger, in the order of the fields of `Tagged`."""


class OnnxSession:
    """A `Session` over the four graphs of a model; may be used from several threads at once."""

    def __init__(self, files: ModelFiles) -> None:
        self._tagger, self._cues, self._relations, self._links = (
            Graph(files.path(name)) for name in ("tagger.onnx", "cues.onnx", "relations.onnx", "links.onnx")
        )

    def tag(self, row: Row) -> Tagged:
        """Read one window in a run of its own: int8 takes its scales from what it reads, so windows read together would change each other."""
        rows = {"ids": row.ids, "shapes": row.shapes, "gaps": row.gaps, "first": row.first, "last": row.last}
        return Tagged(*self._tagger.run(TAGGED, {name: np.asarray([held], np.int64) for name, held in rows.items()}))

    def around(self, words: Floats, cue: Floats, distances: Integers) -> Floats:
        """Return [N, 3] logits (none, source, content) of the N words around one cue."""
        return self._cues.run(["parts"], {"words": words, "cue": cue, "distances": distances})[0]

    def relate(self, words: Floats, governors: Floats) -> Floats:
        """Return [N, relations] logits of N words and the words they hang on."""
        return self._relations.run(["relations"], {"words": words, "governors": governors})[0]

    def link(self, words: Floats, candidates: Floats, features: Floats) -> Floats:
        """Return [N, 1 + M] logits of what N mentions mean, none of the M candidates first."""
        return self._links.run(["links"], {"words": words, "candidates": candidates, "features": features})[0]
