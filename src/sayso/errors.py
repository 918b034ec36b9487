"""The errors of Sayso, one tree. Each says what failed, on what, and what to do.

SaysoError
├── InputError           an input cannot be used
│   ├── UnreadableError  one file cannot be read: it is listed, the rest goes on
│   ├── NothingReadError no input at all gave a report
│   ├── NameNotClearError a name fits no report or actor of the pile, or several
│   └── NotTwoReportsError two reports were to be compared, and what was given is not two
├── OutputError          the dossier cannot be written
├── ResourceError        a lexicon of the installation is missing or broken
├── MissingLibraryError  an optional library that was asked for is not installed
└── PipelineError        steps that do not fit together: a fault of ours
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of all errors that Sayso raises on purpose; its text is meant for a person."""


class InputError(SaysoError):
    """An input cannot be used."""


class UnreadableError(InputError):
    """One file cannot be read: it is listed with its reason and the rest of the pile goes on."""


class NothingReadError(InputError):
    """No input at all gave a report."""


class NameNotClearError(InputError):
    """A name that was given fits no report or actor of the pile, or several; `candidates` are the ones that may be meant."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class NotTwoReportsError(InputError):
    """Two reports were to be compared, and what was given is one and the same report, or a path that gives several."""


class OutputError(SaysoError):
    """The dossier cannot be written where it was asked for."""


class ResourceError(SaysoError):
    """A lexicon or gazetteer of the installation is missing or broken."""


class MissingLibraryError(SaysoError):
    """An optional library that was asked for, such as pandas or polars, is not installed."""


class PipelineError(SaysoError):
    """The steps of the pipeline do not fit together: a fault of ours, never of the input."""
