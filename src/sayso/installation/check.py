"""What a check of the installation tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["fine", "not there", "failed"]


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the installation: `found` says what is there, `advice` what to do when it `failed`.

    `not there` is said of optional parts only, and is no fault.
    """

    part: str
    state: State
    found: str
    advice: str = ""
