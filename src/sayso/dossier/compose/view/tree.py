"""Families of reports as trees, for faces without a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """A report or an absent dispatch with what was made from it; `note` says how it was made from the one above."""

    label: str
    note: str
    absent: bool
    branches: tuple[Branch, ...]
