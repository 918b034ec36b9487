"""Read a file in a process of its own, with bounds of time and memory: whatever a file does to a library, the pile goes on."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from sayso.config import Limits
from sayso.errors import SaysoError, UnreadableError
from sayso.reading.kinds import Kind
from sayso.reading.part import Part

_OUT_OF_TIME = getattr(signal, "SIGPROF", 0)
_PATIENCE = 6
"""How many times its seconds of processor time a file may take when other work holds the machine up."""


class Isolated:
    """One process that reads files, started with the first and again after one that broke it; use it as a context manager, which ends it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def parts(self, data: bytes, kind: Kind) -> list[Part]:
        """Return the reports of a file, as `readers.parts` does. Raises UnreadableError also when time or memory run out or the process ends."""
        child = self._child if self._child is not None else self._start()
        late = threading.Event()
        watch = threading.Timer(_PATIENCE * self._limits.seconds, _stop, (child, late))
        watch.daemon = True
        watch.start()
        try:
            answer = _ask(child, data, kind)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self._end()
            if late.is_set() or child.returncode == -_OUT_OF_TIME:
                message = f"reading it takes more than {self._limits.seconds:g} seconds; save its text as .txt"
                raise UnreadableError(message) from error
            raise UnreadableError("it is damaged so that its reader broke off; save its text as .txt") from error
        finally:
            watch.cancel()
        if isinstance(answer, SaysoError):
            raise answer
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        paths = os.pathsep.join(dict.fromkeys(path for path in sys.path if path))
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "sayso.reading.isolated_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        assert self._child.stdin is not None
        pickle.dump(self._limits, self._child.stdin)
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _ask(child: subprocess.Popen[bytes], data: bytes, kind: Kind) -> list[Part] | SaysoError:
    assert child.stdin is not None and child.stdout is not None
    pickle.dump((data, kind), child.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    child.stdin.flush()
    answer = pickle.load(child.stdout)
    assert isinstance(answer, list | SaysoError)
    return answer
