"""The reader of the installation: checked, opened once, ready to read words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import ResourceError
from sayso.language.encoder.features import Words, featured
from sayso.language.encoder.labels import BY_HEAD
from sayso.language.encoder.onnx import OnnxSession
from sayso.language.encoder.read import CLOSING, OPENING, Reading
from sayso.language.encoder.session import Session
from sayso.resources.model_files import model_files
from sayso.resources.wordpieces import Wordpieces, wordpieces


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model: the graphs and the wordpieces they were made with."""

    session: Session
    pieces: Wordpieces

    def words(self, forms: Sequence[str], gaps: Sequence[int]) -> Words:
        """Return the words as the encoder takes them: `forms` as printed, `gaps` as numbers of `features.GAPS`."""
        return featured(forms, gaps, self.pieces.word, self.pieces.unknown)

    def read(self, forms: Sequence[str], gaps: Sequence[int], threads: int = 1) -> Reading:
        """Read a row of words; the result is the same with any number of threads."""
        return Reading(self.session, self.words(forms, gaps), threads)


@cache
def model(language: str = "en", folder: Path | None = None) -> Model:
    """Return the reader for a language, opened once; `folder` is where the models lie, the installation when None.

    Raises ResourceError when the files are missing, broken, or of another version than this one.
    """
    files = model_files("reader", language, folder)
    files.require(BY_HEAD)
    pieces = wordpieces(language, folder)
    files.require_wordpieces(pieces.digest)
    if (pieces.opening, pieces.closing) != (OPENING, CLOSING):
        raise ResourceError(
            f"the wordpieces of the model {files.name} number the edges otherwise than this version of sayso; reinstall sayso"
        )
    return Model(OnnxSession(files), pieces)
