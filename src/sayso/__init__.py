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
        Added,
        Case,
        Collation,
        Dossier,
        Judged,
        Listing,
        Sources,
        Sourcing,
        Stemma,
        actors,
        add,
        analyse,
        anchor,
        case_dossier,
        case_reports,
        changes,
        compare,
        find,
        judge,
        judgements,
        listing,
        look,
        new_case,
        open_case,
        sources,
        stemma,
        to_dataframe,
        undo,
        without,
        write,
    )
    from sayso.config import Limits, Progress
    from sayso.errors import (
        CaseBusyError,
        CaseDamagedError,
        CaseError,
        CaseNotWrittenError,
        InputError,
        MissingLibraryError,
        NameNotClearError,
        NotACaseError,
        NothingReadError,
        NotTwoReportsError,
        OutputError,
        PipelineError,
        ResourceError,
        SaysoError,
        UnreadableError,
    )
    from sayso.model import (
        Anchor,
        Judgement,
        Standing,
        Verdict,
    )

__all__ = [
    "Actors", "Added", "Anchor", "Case", "CaseBusyError", "CaseDamagedError", "CaseError", "CaseNotWrittenError", "Collation", "Dossier",
    "InputError", "Judged", "Judgement", "Limits", "Listing", "MissingLibraryError", "NameNotClearError", "NotACaseError", "NotTwoReportsError",
    "NothingReadError", "OutputError", "PipelineError", "Progress", "ResourceError", "SaysoError", "Sources", "Sourcing", "Standing", "Stemma",
    "UnreadableError", "Verdict", "__version__", "actors", "add", "analyse", "anchor", "case_dossier", "case_reports", "changes", "compare", "find",
    "judge", "judgements", "listing", "look", "new_case", "open_case", "sources", "stemma", "to_dataframe", "undo", "without", "write",
]  # fmt: skip

_HOMES = {
    "sayso.api": (
        "Actors",
        "Added",
        "Case",
        "Collation",
        "Dossier",
        "Listing",
        "Judged",
        "Sources",
        "Sourcing",
        "Stemma",
        "actors",
        "add",
        "analyse",
        "anchor",
        "case_dossier",
        "case_reports",
        "changes",
        "compare",
        "listing",
        "find",
        "judge",
        "judgements",
        "look",
        "new_case",
        "open_case",
        "sources",
        "stemma",
        "to_dataframe",
        "undo",
        "without",
        "write",
    ),
    "sayso.config": ("Limits", "Progress"),
    "sayso.errors": (
        "CaseBusyError",
        "CaseDamagedError",
        "CaseError",
        "CaseNotWrittenError",
        "InputError",
        "MissingLibraryError",
        "NameNotClearError",
        "NotACaseError",
        "NotTwoReportsError",
        "NothingReadError",
        "OutputError",
        "PipelineError",
        "ResourceError",
        "SaysoError",
        "UnreadableError",
    ),
    "sayso.model": (
        "Anchor",
        "Judgement",
        "Standing",
        "Verdict",
    ),
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
