"""Who runs the steps: so far, the processes of this machine."""

from sayso.engines.local import Local
from sayso.engines.run import Engine, Failure, Run

__all__ = ["Engine", "Failure", "Local", "Run"]
