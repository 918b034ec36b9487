"""The process that reads files for another: it takes limits, then files, from its standard input and answers on its standard output."""

from __future__ import annotations

import os
import pickle
import signal
import sys

from sayso.config import Limits
from sayso.errors import SaysoError, UnreadableError
from sayso.reading.readers import parts


def serve() -> None:
    """Answer until the input ends. What a library prints goes to the standard error, not between the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process itself
    files = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limits: Limits = pickle.load(files)
    _bound(limits.memory)
    while True:
        try:
            data, kind = pickle.load(files)
        except EOFError:
            return
        answer: object
        _clock(limits.seconds)
        try:
            answer = parts(data, kind, limits)
        except SaysoError as error:
            answer = error
        except MemoryError:
            answer = UnreadableError(
                f"reading it needs more than {limits.memory:,} bytes of memory; save its text as .txt"
            )
        except RecursionError:
            answer = UnreadableError("it is too deeply nested to be read; save its text as .txt")
        _clock(0)
        answers.write(pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))
        answers.flush()


def _clock(seconds: float) -> None:
    """Let the system end this process after so many seconds of processor time, where it can; 0 takes it back.

    Processor time, since other work on the machine must not change which files are read.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound(memory: int) -> None:
    """Keep this process from taking more memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return


if __name__ == "__main__":
    serve()
