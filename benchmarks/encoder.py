"""The encoder of the project, behind the little that the measures ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sayso.language.encoder.read import Reading


class Encoder(Protocol):
    """A loaded model that reads rows of words; `gaps` are the numbers of sayso.language.encoder.features.GAPS."""

    def read(self, forms: Sequence[str], gaps: Sequence[int], threads: int = 1) -> Reading:
        """Read the words of one text."""
        ...


def model() -> Encoder:
    """Return the model of the installation."""
    from sayso.language.encoder import load

    held: Encoder = load.model()
    return held
