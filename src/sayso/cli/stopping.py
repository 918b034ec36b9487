"""Stop in an orderly way when the system asks for it: what was begun is cleared away, other processes are ended."""

from __future__ import annotations

import signal
import sys
from types import FrameType

from sayso.cli.told import when_stopped


def stop_when_asked() -> None:
    """Let `kill` and a closed terminal end the program as Ctrl-C does, with the usual code of 128 and the number of the signal."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    sys.stderr.write(f"sayso: {when_stopped()}\n")
    raise SystemExit(128 + number)
