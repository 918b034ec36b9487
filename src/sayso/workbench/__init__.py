"""The workbench: a case in a browser of this machine, to read, to judge, to add to."""

from sayso.workbench.desk import Desk, Drawn, Given, Place, Ruling, Told
from sayso.workbench.server import Workbench
from sayso.workbench.uploads import Bounds

__all__ = ["Bounds", "Desk", "Drawn", "Given", "Place", "Ruling", "Told", "Workbench"]
