"""Sayso: on whose say-so? Who vouches for what in a pile of news reports, through whom, and how independently.

    import sayso

    dossier = sayso.analyse(["reports/"])
    sayso.write(dossier, "dossier/")

Importing this package costs next to nothing: everything else is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sayso.api import (
        Actors,
        Collation,
        Dossier,
        Listing,
        Sources,
        Sourcing,
        Stemma,
        actors,
        analyse,
        compare,
        listing,
        sources,
        stemma,
        to_dataframe,
        without,
        write,
    )
    from sayso.config import Limits, Progress
    from sayso.errors import (
        InputError,
        MissingLibraryError,
        NameNotClearError,
        NothingReadError,
        NotTwoReportsError,
        OutputError,
        PipelineError,
        ResourceError,
        SaysoError,
        UnreadableError,
    )
    from sayso.model import Standing

__all__ = [
    "Actors", "Collation", "Dossier", "InputError", "Limits", "Listing", "MissingLibraryError", "NameNotClearError", "NotTwoReportsError", "NothingReadError", "OutputError", "PipelineError",
    "Progress", "ResourceError", "SaysoError", "Sources", "Sourcing", "Standing", "Stemma", "UnreadableError", "__version__", "actors", "analyse",
    "compare", "listing", "sources", "stemma", "to_dataframe", "without", "write",
]  # fmt: skip

_HOMES = {
    "sayso.api": (
        "Actors",
        "Collation",
        "Dossier",
        "Listing",
        "Sources",
        "Sourcing",
        "Stemma",
        "actors",
        "analyse",
        "compare",
        "listing",
        "sources",
        "stemma",
        "to_dataframe",
        "without",
        "write",
    ),
    "sayso.config": ("Limits", "Progress"),
    "sayso.errors": (
        "InputError",
        "MissingLibraryError",
        "NameNotClearError",
        "NotTwoReportsError",
        "NothingReadError",
        "OutputError",
        "PipelineError",
        "ResourceError",
        "SaysoError",
        "UnreadableError",
    ),
    "sayso.model": ("Standing",),
}


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use (PEP 562); raises AttributeError when there is none."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(home), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'sayso' has no attribute '{name}'")


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
