"""What still stands when something is left out, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stand:
    """A proposition that falls or stands on less: its number and text, its glyphs and its count of origins before and after."""

    number: int
    text: str
    before: str
    after: str
    count_before: str
    count_after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """The difference that leaving something out makes; `left_out` and `families` are whole phrases, `dissolved` are kind and reason."""

    left_out: tuple[str, ...]
    totals: tuple[str, ...]
    fallen: tuple[Stand, ...]
    shrunk: tuple[Stand, ...]
    dissolved: tuple[tuple[str, str], ...]
    families: tuple[str, ...]
