"""The other process: reads tasks from its standard input, performs them, answers on its standard output."""

from __future__ import annotations

import os
import pickle
import signal
import sys

from sayso.engines.task import perform
from sayso.errors import SaysoError


def serve() -> None:
    """Answer tasks until the input ends. What a library prints goes to the standard error, not between the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers itself
    tasks = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            task = pickle.load(tasks)
        except EOFError:
            return
        try:
            answer: object = perform(task)
        except SaysoError as error:
            answer = error
        answers.write(pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))
        answers.flush()


if __name__ == "__main__":
    serve()
