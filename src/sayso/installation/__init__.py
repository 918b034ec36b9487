"""Does the installation work? One check a part, each with what was found and what to do."""

from __future__ import annotations

from sayso.installation.check import Check, State
from sayso.installation.parts import checks

__all__ = ["Check", "State", "checks"]
