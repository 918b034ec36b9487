"""The flat tables as data frames of pandas or polars, whichever is there; neither is needed for anything else."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Literal

from sayso.dossier.render.table import Column, TableKind, table
from sayso.errors import MissingLibraryError
from sayso.model import Dossier

Backend = Literal["pandas", "polars"]
_BACKENDS: tuple[Backend, ...] = ("pandas", "polars")
# Types with a missing value of their own: what is unknown stays unknown and turns no whole number into a fraction.
_PANDAS = {"text": "string", "integer": "Int64", "number": "Float64", "truth": "boolean"}
_POLARS = {"text": "String", "integer": "Int64", "number": "Float64", "truth": "Boolean"}


def to_dataframe(dossier: Dossier, kind: TableKind = "claims", backend: Backend | None = None) -> Any:
    """Return one kind of finding of a dossier as a data frame, one row each.

    `backend` is "pandas" or "polars"; None takes pandas, or polars where pandas is not installed. A column has the same type in every
    dossier, an empty one included; what is unknown is missing. Several values of one cell are parted by '; '.

    Raises MissingLibraryError when the library is not installed, ValueError for an unknown kind or backend.
    """
    columns = table(dossier, kind)
    if backend is not None and backend not in _BACKENDS:
        raise ValueError(f"there is no backend '{backend}'; backend is one of {', '.join(_BACKENDS)}")
    for name in (backend,) if backend else _BACKENDS:
        try:
            library = import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            continue
        return _pandas(library, columns) if name == "pandas" else _polars(library, columns)
    if backend is None:
        raise MissingLibraryError("neither pandas nor polars is installed; add one: python -m pip install pandas")
    raise MissingLibraryError(f"{backend} is not installed; add it: python -m pip install {backend}")


def _pandas(pandas: Any, columns: Sequence[Column]) -> Any:
    return pandas.DataFrame({c.name: pandas.Series(list(c.cells), dtype=_PANDAS[c.type]) for c in columns})


def _polars(polars: Any, columns: Sequence[Column]) -> Any:
    return polars.DataFrame(
        [polars.Series(c.name, list(c.cells), dtype=getattr(polars, _POLARS[c.type])) for c in columns]
    )
