"""The errors of Sayso, one tree. Each says what failed, on what, and what to do.

SaysoError
├── InputError           an input cannot be used
│   ├── UnreadableError  one file cannot be read: it is listed, the rest goes on
│   ├── NothingReadError no input at all gave a report
│   ├── NameNotClearError a name fits no report or actor of the pile, or several
│   └── NotTwoReportsError two reports were to be compared, and what was given is not two
├── CaseError            a case file cannot be used
│   ├── NotACaseError    it is not there, is no case file, or was made by a newer version
│   ├── CaseMovedError   it was changed by somebody else since it was looked at
│   ├── CaseBusyError    another program writes to it and did not finish in time
│   ├── CaseDamagedError its content is broken
│   └── CaseNotWrittenError  it cannot be written: no space, no permission
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


class CaseError(SaysoError):
    """A case file cannot be used."""


class NotACaseError(CaseError):
    """A case file is not there or there already, is something else, or was made by a newer version of Sayso."""


class CaseMovedError(CaseError):
    """The case was changed by somebody else since it was looked at; nothing was changed by what was asked."""


class CaseBusyError(CaseError):
    """Another program writes to the case file and did not finish in time; nothing was changed."""


class CaseDamagedError(CaseError):
    """The content of a case file is broken."""


class CaseNotWrittenError(CaseError):
    """A case file cannot be written: no space, no permission, a failing disk. What was acknowledged before is still there."""


class OutputError(SaysoError):
    """The dossier cannot be written where it was asked for."""


class ResourceError(SaysoError):
    """A lexicon or gazetteer of the installation is missing or broken."""


class MissingLibraryError(SaysoError):
    """An optional library that was asked for, such as pandas or polars, is not installed."""


class PipelineError(SaysoError):
    """The steps of the pipeline do not fit together: a fault of ours, never of the input."""
