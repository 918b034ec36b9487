"""Other processes of this machine that perform tasks, fed over pipes.

They are started by their own module and not by multiprocessing: that would run the caller's script again in each of them, or copy a process
with running threads. A worker that dies takes one report with it and is replaced.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from sayso.config import THREADS
from sayso.engines.task import Outcome, Task
from sayso.errors import SaysoError


class Workers:
    """A fixed number of processes; use it as a context manager, which ends them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._all: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._ending = False

    def __enter__(self) -> Self:
        for _ in range(self._count):
            self._idle.put(self._start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()
        for worker in self._all:
            worker.communicate()

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Perform all tasks; outcomes come as they are done. Raises the SaysoError of a worker's installation or plan."""
        with ThreadPoolExecutor(self._count) as threads:
            futures = [threads.submit(self._perform, task) for task in tasks]
            try:
                for future in as_completed(futures):
                    yield future.result()
            except BaseException:  # whoever stops the run must not wait for the reports under way
                self._stop()
                raise
            finally:
                for future in futures:
                    future.cancel()

    def _stop(self) -> None:
        self._ending = True
        for worker in self._all:
            worker.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        paths = os.pathsep.join(dict.fromkeys(path for path in sys.path if path))
        worker = subprocess.Popen(
            [sys.executable, "-P", "-m", "sayso.engines.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths, THREADS: "1"},
        )
        self._all.append(worker)
        return worker

    def _perform(self, task: Task) -> Outcome:
        worker = self._idle.get()
        try:
            answer = _ask(worker, task)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            worker.kill()
            self._idle.put(worker if self._ending else self._start())
            code = worker.wait()
            names = " or ".join(step.name for step in task.stage)
            return Outcome(task.number, {}, names, f"its process ended with code {code} ({type(error).__name__})")
        self._idle.put(worker)
        if isinstance(answer, SaysoError):
            raise answer
        return answer


def _ask(worker: subprocess.Popen[bytes], task: Task) -> Outcome | SaysoError:
    assert worker.stdin is not None and worker.stdout is not None
    pickle.dump(task, worker.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    worker.stdin.flush()
    answer = pickle.load(worker.stdout)
    assert isinstance(answer, Outcome | SaysoError)
    return answer
