"""The exit codes of the command line, each with its meaning."""

from __future__ import annotations

from enum import IntEnum


class Code(IntEnum):
    """An exit code; the value is what a shell sees."""

    done = 0
    failed = 1
    misuse = 2
    hung_up = 129
    stopped = 130
    ended = 143

    @property
    def meaning(self) -> str:
        """What happened, in words."""
        return _MEANINGS[self]


_MEANINGS = {
    Code.done: "Done. Inputs that could not be read are listed, and are no failure as long as one report was read.",
    Code.failed: "Nothing could be read, the output could not be written, or the installation is broken; the standard error says which.",
    Code.misuse: "Wrong use: an unknown command or option, a value that does not fit, a name that fits nothing or several, or two reports that are one; the standard error says which.",
    Code.hung_up: "Stopped because the terminal was closed; nothing was written.",
    Code.stopped: "Stopped by the user (Ctrl-C); nothing was written.",
    Code.ended: "Stopped by the system (`kill`); nothing was written.",
}
